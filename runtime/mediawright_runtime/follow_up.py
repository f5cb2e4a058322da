"""From a query's parameters to the token of the task that they name: what the command line waits for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mediawright_runtime.invocation import UsageError
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediawright_runtime.contracts import Record


def token_of(vendor: str, query: Record, records: Sequence[Record], params: Mapping[str, object]) -> str:
    """Write the token of the task that a query asks about.

    Raises:
        UsageError: The operation is no query of a task, or its parameters do not name one.
    """
    task = _lifecycle(query, records)
    keywords = {each["name"]: each["python_name"] for each in query["api_body"]}
    taken = {keywords[each["name"]] for each in task["query"]["takes"]}
    if taken != set(params):
        raise UsageError(f"{query['python']} is waited for by {' and '.join(sorted(taken))} alone; give just that")
    ids = {keyword: _only(keyword, params[keyword]) for keyword in taken}
    return json.dumps({"v": 2, "vendor": vendor, "task": task["name"], "ids": ids}, ensure_ascii=False)


def _lifecycle(query: Record, records: Sequence[Record]) -> Record:
    """Find the lifecycle whose tasks a query tells about."""
    tasks = [each["task"] for each in records if "task" in each]
    found = {each["name"]: each for each in tasks if each["query"]["python"] == query["python"]}
    if not found:
        raise UsageError(f"{query['python']} answers at once and brings no files; leave out --wait and --save")
    if len(found) > 1:
        raise UsageError(f"{query['python']} tells of several sorts of task; come back with resume and the token")
    return next(iter(found.values()))


def _only(keyword: str, value: object) -> object:
    if not is_list(value):
        return value
    if len(value) != 1:
        raise UsageError(f"{keyword} names {len(value)} tasks; one can be waited for")
    return value[0]
