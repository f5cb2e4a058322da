"""How a task ends, why it failed, how far it is, and what else can be done with it, as far as names tell."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from mediawright_generator.importer.openapi.query import Query, last_of
from mediawright_generator.importer.openapi.reading import Reading, where
from mediawright_generator.importer.openapi.words import words_of

_REASON: Final = re.compile(
    r"(?:\w+_)?(?:error|failure|fail|failed|failure_reason|error_message|error_msg|reason)(?:_\w+)?"
)
_PROGRESS: Final = re.compile(r"(?:\w+_)?(?:progress|percent|percentage)(?:_\w+)?")


def lifecycle_of(query: Query, id_path: str, readings: Sequence[Reading]) -> dict[str, Any]:
    """Write the lifecycle of the tasks that a query tells of."""
    fields = query.reading.answer.fields
    lifecycle: dict[str, Any] = {
        "id": id_path,
        "query": {"operation": query.reading.name.name, "parameter": query.parameter["name"]},
        "status": query.status,
        "states": dict(query.states),
    }
    if reason := reason_of(fields):
        lifecycle["reason"] = reason
    if progress := _progress(fields):
        lifecycle["progress"] = progress
    lifecycle["outputs"] = [dict(each) for each in query.outputs]
    if cancel := _cancel(query, readings):
        lifecycle["cancel"] = cancel
    if search := _search(query, readings):
        lifecycle["search"] = search
    return lifecycle


def reason_of(fields: Sequence[Mapping[str, Any]]) -> str | None:
    """Find where an answer says why a task failed."""
    texts = [each["name"] for each in fields if each["type"] in ("string", "any") and "[]" not in each["name"]]
    found = [
        each
        for each in texts
        if _REASON.fullmatch(last_of(each)) and last_of(each) not in ("error_code", "failure_code")
    ]
    below = [each for each in texts if each.count(".") and last_of(each) in ("message", "detail", "reason", "msg")]
    below = [each for each in below if _REASON.fullmatch(last_of(each.rpartition(".")[0]))]
    places = sorted((*found, *below), key=lambda each: (each.count("."), "code" in each))
    return places[0] if places else None


def _progress(fields: Sequence[Mapping[str, Any]]) -> str | None:
    numbers = [each["name"] for each in fields if each["type"] in ("integer", "number") and "[]" not in each["name"]]
    return next((each for each in numbers if _PROGRESS.fullmatch(last_of(each))), None)


def _cancel(query: Query, readings: Sequence[Reading]) -> dict[str, str] | None:
    """Find the operation that ends a task: it is called so, and takes the id alone."""
    base = query.reading.stated.path.removesuffix("/status")
    for each in readings:
        words = {*words_of(f"{each.name.name} {each.stated.path.rpartition('/')[2]}")}
        is_end = bool(words & {"cancel", "stop", "abort"}) and each.stated.method in ("POST", "DELETE", "PUT")
        if is_end and each.stated.path.startswith(base):
            needed = [row for row in each.parameters if row.get("required") or where(row) == "path"]
            if len(needed) == 1:
                return {"operation": each.name.name, "parameter": needed[0]["name"]}
    return None


def _search(query: Query, readings: Sequence[Reading]) -> dict[str, Any] | None:
    """Find the list of tasks: above the query's address, with items that have id and status."""
    parent, status = query.reading.stated.path.rpartition("/{")[0], query.status.rpartition(".")[2]
    lists = [each for each in readings if each.stated.method == "GET" and each.stated.path.rstrip("/") == parent]
    for each in lists if parent else ():
        if any(row.get("required") for row in each.parameters):
            continue
        names = [row["name"] for row in each.answer.fields]
        found = next((name for name in names if name.count("[]") == 1 and name.endswith(f"[].{status}")), None)
        tasks = found.rpartition(".")[0] if found else ""
        own = next((key for key in ("id", query.parameter["name"], "uuid") if f"{tasks}.{key}" in names), None)
        if own and tasks.endswith("[]"):
            created = next((key for key in ("created_at", "createdAt", "created") if f"{tasks}.{key}" in names), None)
            return {
                "operation": each.name.name,
                "tasks": tasks,
                "id": own,
                **({"created": created} if created else {}),
            }
    return None
