"""Checks of the models of answers: each documented field is an attribute, and none is left beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.comparing import same
from mediawright_runtime.models import ResponseModel
from mediawright_runtime.played import response_model
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_runtime.client import Client
    from mediawright_runtime.played import Subject


def check_model(
    client_class: type[Client], subject: Subject, answer: Mapping[str, object], fields: Mapping[str, object]
) -> None:
    """Check that an answer of documented fields alone is read by these attributes, with nothing beside them."""
    model = response_model(client_class, subject).model_validate(answer)
    same("fields that no attribute has", list(_beside(model)), [])
    for path, value in fields.items():
        same(path, _read(model, path), value)


def _read(model: object, path: str) -> object:
    """Read attributes, `[0]` the first item of a list."""
    for step in path.split("."):
        model = getattr(model, step.removesuffix("[0]"), None)
        model = model[0] if step.endswith("[0]") and is_list(model) and model else model
    return model


def _beside(model: object) -> Iterator[str]:
    """Name what a model and those within it have kept without knowing it."""
    if isinstance(model, ResponseModel):
        yield from model.model_extra or ()
        for name in type(model).model_fields:
            yield from _beside(getattr(model, name))
    for each in model if is_list(model) else ():
        yield from _beside(each)
