"""The operations of one vendor: found by name, by model code, or by the token of a task that one has started."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.handle import Handle, read_token, refused_token
from mediawright_runtime.redaction import shown
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.handle import Kept
    from mediawright_runtime.models import ResponseModel


def load(vendor: Vendor, path: str) -> Operation[ResponseModel]:
    """Import the declaration of one operation."""
    operation: Operation[ResponseModel] = import_module(f"{vendor.package}.operations.{path}").OPERATION
    return operation


def index(vendor: Vendor) -> Mapping[str, str]:
    """Import the paths of all operations, by each of their names."""
    paths: Mapping[str, str] = import_module(f"{vendor.package}.index").OPERATIONS
    return paths


def find(vendor: Vendor, name: str) -> Operation[ResponseModel]:
    """Find an operation by its name, its model code, or `category.method`.

    Raises:
        InvalidRequestError: The vendor has none of that name.
    """
    paths = index(vendor)
    if name in paths:
        return load(vendor, paths[name])
    raise InvalidRequestError(
        "operation", name, one_of(sorted(set(paths.values()))), reason=_unknown(vendor, name, paths)
    )


def _unknown(vendor: Vendor, name: str, paths: Mapping[str, str]) -> str:
    removed = next((each for each in vendor.reserved if each.is_called(name)), None)
    if removed:
        return f"{shown(name)} {removed}"
    near = closest(name, paths)
    hint = f" (did you mean {near!r}?)" if near else ""
    return f"{shown(name)} is not an operation of {vendor.name}{hint}"


def stand_in(vendor: Vendor, task: str) -> Operation[ResponseModel]:
    """Make what stands for a create of which only the lifecycle is known: the query, as if it were one."""
    return replace(load(vendor, vendor.tasks[task].query), task=task)


def resumed(vendor: Vendor, token: str) -> Handle:
    """Read the handle of a task from its token.

    Raises:
        InvalidRequestError: The token is not of this vendor, or not of a known version, operation or task.
    """
    kept = read_token(token, vendor)
    operation = _create(vendor, kept)
    if operation is None or operation.task is None:
        raise refused_token(token, vendor, f"names no create: {_gone(vendor, kept)}")
    wanted = [keyword for keyword, _ in vendor.tasks[operation.task].ids]
    ids = kept.by_keyword(wanted[0])
    if set(ids) != set(wanted):
        raise refused_token(token, vendor, f"has the ids {_listed(ids)}; such a task has {_listed(wanted)}")
    return Handle(vendor, operation, {keyword: ids[keyword] for keyword in wanted})


def _gone(vendor: Vendor, kept: Kept) -> str:
    removed = next((f" {each}" for each in vendor.reserved if each.name == kept.operation), "")
    return f"{shown(kept.operation or kept.task)}{removed}"


def _create(vendor: Vendor, kept: Kept) -> Operation[ResponseModel] | None:
    if kept.task is not None:
        return stand_in(vendor, kept.task) if kept.task in vendor.tasks else None
    path = kept.operation or ""
    return load(vendor, path) if path in index(vendor).values() else None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(shown, sorted(names)))
