"""What came of a call, for people or, as one JSON object on one line, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from mediawright_runtime.file_answer import FileAnswer
    from mediawright_runtime.outputs import Output
    from mediawright_runtime.result import Result
    from mediawright_runtime.status import TaskStatus
    from mediawright_runtime.task import Task


def started(task: Task, as_json: bool) -> Iterator[str]:
    """Say which task was started."""
    yield from facts({"task_id": task.id, "token": task.token}, as_json)


def standing(task: Task, status: TaskStatus, as_json: bool) -> Iterator[str]:
    """Say how a task stands, in our word and in the vendor's own."""
    said = {"state": status.state, "raw": status.raw, "progress": status.progress}
    yield from facts({"task_id": task.id, "token": task.token, **said}, as_json)


def finished(result: Result, token: str | None, paths: Sequence[Path] | None, as_json: bool) -> Iterator[str]:
    """Say what a call has brought: for people the files' paths, else their addresses, else the whole answer."""
    if as_json:
        task = {"task_id": result.task_id, "token": token} if token else {}
        saved = {} if paths is None else {"paths": [*_absolute(paths)]}
        yield _line({**task, "outputs": [*map(_output, result.outputs)], **saved, "answer": result.data})
    elif paths is not None:
        yield from _absolute(paths)
    else:
        yield from (each.url for each in result.outputs)


def saved(paths: Iterable[Path], as_json: bool) -> Iterator[str]:
    """Say where files are."""
    if as_json:
        yield _line({"paths": [*_absolute(paths)]})
    else:
        yield from _absolute(paths)


def filed(answer: FileAnswer, paths: Sequence[Path] | None, as_json: bool) -> Iterator[str]:
    """Say what a call has answered with a file: where it is, else what it is, or the text that it is."""
    if paths is not None:
        yield from saved(paths, as_json)
    elif as_json or not answer.media_type.startswith("text/"):
        yield from facts({"media_type": answer.media_type, "bytes": len(answer.content)}, as_json)
    else:
        yield answer.text


def answered(answer: Any, as_json: bool) -> Iterator[str]:
    """Show an answer as the vendor gave it."""
    data = answer.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    yield _line(data) if as_json else json.dumps(data, ensure_ascii=False, indent=2)


def facts(said: Mapping[str, object], as_json: bool) -> Iterator[str]:
    """Say a few facts by name; for people those that are known."""
    if as_json:
        yield _line(said)
    else:
        yield from (f"{name}: {fact}" for name, fact in said.items() if fact is not None)


def _output(output: Output) -> dict[str, str]:
    until = {"expires_at": output.expires_at.isoformat()} if output.expires_at else {}
    return {"kind": output.kind, "url": output.url, **until}


def _absolute(paths: Iterable[Path]) -> Iterator[str]:
    yield from (str(each.absolute()) for each in paths)


def _line(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False)
