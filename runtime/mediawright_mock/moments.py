"""Times in answers: those of the task, written as the documents write them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mediawright_mock.answer_paths import put
from mediawright_mock.samples import example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediawright_mock.contract import Operation
    from mediawright_mock.tasks import Task

_MILLISECONDS = 1000
_SECONDS = 1e11
"""Times above it are documented in milliseconds."""
_CREATED = ("created_at", "create_time", "created_time", "createdAt", "createTime", "created")
_CHANGED = ("updated_at", "update_time", "updated_time", "updatedAt", "updateTime", "updated")


def tell_when(operation: Operation, task: Task, body: dict[str, Any]) -> None:
    """Say when a task was created and last changed, wherever the documents show that beside its status."""
    beside = task.lifecycle.status.rpartition(".")[0]
    for place, at in _times(task, beside):
        shown = example(operation, place)
        if shown is not None or place == task.lifecycle.kept_since:
            put(body, place, written(at, shown))


def written(at: float, shown: Any) -> int | str:
    """Write a time as the documents do: in seconds or milliseconds, or in words, with a zone or in UTC without one."""
    if isinstance(shown, str):
        text = datetime.fromtimestamp(at, UTC).replace(microsecond=0)
        return text.replace(tzinfo=None).isoformat() if _is_without_zone(shown) else text.isoformat()
    in_milliseconds = isinstance(shown, (int, float)) and shown > _SECONDS
    return int(at * (_MILLISECONDS if in_milliseconds else 1))


def of_name(task: Task, name: str) -> float | None:
    """Say what a field of a task tells by its name, if it is one of its times."""
    if name in _CREATED:
        return task.created
    return changed_at(task) if name in _CHANGED else None


def changed_at(task: Task) -> float:
    """Say when a task last changed: when it ended, or now."""
    return task.at if task.ended_at is None else task.ended_at


def _times(task: Task, beside: str) -> Iterator[tuple[str, float]]:
    if task.lifecycle.kept_since:
        yield task.lifecycle.kept_since, task.created
    for name in _CREATED + _CHANGED:
        place = f"{beside}.{name}" if beside else name
        at = of_name(task, name)
        if place != task.lifecycle.kept_since and at is not None:
            yield place, at


def _is_without_zone(shown: str) -> bool:
    try:
        return datetime.fromisoformat(shown).tzinfo is None
    except ValueError:
        return False
