"""How tasks are asked for and end, from what a person knows: an entry of vendor.yaml, and the query's record."""

import re
from collections.abc import Iterable
from typing import Any, Final, get_args

from mediawright_generator.scaffold.asking import Asker
from mediawright_generator.scaffold.parameter import placeholders
from mediawright_generator.scaffold.unknown import listed_or_unknown
from mediawright_generator.spec.base import HttpMethod
from mediawright_generator.spec.vendor import State

_STATES: Final = get_args(State)
_FORM: Final = "queued=WORD,running=WORD|WORD,succeeded=WORD,failed=WORD"
_KINDS: Final = ("image", "video", "audio", "file")


def ask_lifecycle(ask: Asker, names: Iterable[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Ask how a task goes on; give its lifecycle, and the record of the query, whose name is none of `names`."""
    asked = ask.need("query-endpoint", "Where a task is asked for, as /tasks/{task_id}", read=read_query)
    method, endpoint = read_query(asked) if asked else ("GET", "/")
    in_path = placeholders(endpoint)
    parameter = in_path[0] if in_path else ask.need("query-parameter", "Which parameter of it takes the id", "task_id")
    place = "path" if in_path else "query" if method == "GET" else "body"
    name = next(each for each in ("Task Result", "Task Status", "Query Task") if each not in set(names))
    lifecycle = {
        "id": ask.need("id-path", "Where the create's answer has the task's id, as data.task_id"),
        "query": {"operation": name, "parameter": parameter},
        "status": ask.need("status-path", "Where the query's answer has the status, as data.status"),
        "states": read_states(ask.need("states", f"Its words for the states, as {_FORM}", read=read_states)),
        "outputs": outputs(ask.need("output-path", "Where its answer has the files, as data.videos[].url:video")),
    }
    taken = {"name": parameter, **({"in": place} if place != "body" else {}), "type": "string", "required": True}
    query = {"name": name, "category": "tasks", "method": method, "endpoint": endpoint, "api_body": [taken]}
    return lifecycle, query


def read_query(text: str) -> tuple[str, str]:
    """Read `[METHOD] /path`.

    Raises:
        ValueError: It is none.
    """
    match = re.fullmatch(rf"(?:({'|'.join(get_args(HttpMethod))}) +)?(/[^\s?#]*)", text)
    if match is None or len(placeholders(text)) > 1:
        raise ValueError("give a path with at most one placeholder, as /tasks/{task_id}, or POST /tasks/query")
    return match[1] or "GET", match[2]


def read_states(text: str) -> dict[str, str]:
    """Read which state each word of the vendor means.

    Raises:
        ValueError: A state is none, or nothing says that a task succeeded or failed.
    """
    states: dict[str, str] = {}
    for each in listed_or_unknown(text):
        state, _, words = each.partition("=")
        if state not in _STATES or not words:
            raise ValueError(f"give {_FORM}; states are {', '.join(_STATES)}")
        states |= dict.fromkeys(words.split("|"), state)
    missing = [each for each in ("succeeded", "failed") if text and each not in states.values()]
    if missing:
        raise ValueError(f"nothing says that a task {missing[0]}; give {_FORM}")
    return states


def outputs(text: str) -> list[dict[str, str]]:
    """Read places of files, with commas between, each with `:kind` behind it where that is known."""
    read = [each.rpartition(":") if each.rpartition(":")[2] in _KINDS else (each, "", "") for each in _places(text)]
    return [{"path": path} | ({"kind": kind} if kind else {}) for path, _, kind in read]


def _places(text: str) -> list[str]:
    return listed_or_unknown(text)
