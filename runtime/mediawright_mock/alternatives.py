"""Another published form of a query: the same tasks, told at the places of its own documented answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediawright_runtime import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_runtime.declarations import Lifecycle, OutputPlace


def told_by(operation: Operation, query: Operation, lifecycle: Lifecycle) -> Lifecycle | None:
    """Say how an alternative of a query tells of tasks; None where its documents do not let us know."""
    if operation.record.get("alternative_of") != query.name:
        return None
    places = {_last(field["name"]): field["name"] for field in operation.record.get("api_response", ())}
    asked = [each for each in operation.parameters if each.get("required")]
    if _last(lifecycle.status) not in places or len(asked) != len(lifecycle.ids):
        return None
    return replace(
        lifecycle,
        ids=tuple((each["wire_name"], path) for each, (_, path) in zip(asked, lifecycle.ids, strict=True)),
        many=any(each["type"] == "array" for each in asked),
        status=places[_last(lifecycle.status)],
        outputs=tuple(_placed(lifecycle.outputs, places)),
        reason=_moved(lifecycle.reason, places),
        progress=_moved(lifecycle.progress, places),
        kept_since=_moved(lifecycle.kept_since, places),
    )


def _placed(outputs: Iterable[OutputPlace], places: Mapping[str, str]) -> Iterable[OutputPlace]:
    moved = ((each, _moved(each.path, places)) for each in outputs)
    return (each._replace(path=path) for each, path in moved if path is not None)


def _moved(path: str | None, places: Mapping[str, str]) -> str | None:
    """Find the places that end as those of a path do."""
    found = [places[last] for last in map(_last, (path or "").split("|")) if last in places]
    return "|".join(found) or None


def _last(path: str) -> str:
    return paths.places(path)[0][-1].name
