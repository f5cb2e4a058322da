"""The files of finished tasks: small, valid, one for each kind of output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mediawright_mock.messages import Answer

if TYPE_CHECKING:
    from mediawright_mock.tasks import Task, Tasks

_PATH = re.compile(r"/files/(?P<task>[^/.]+)\.(?P<extension>\w+)")


@dataclass(frozen=True, slots=True)
class Sample:
    """A file that stands for every output of a kind."""

    extension: str
    content_type: str


_SAMPLES = {
    "image": Sample("png", "image/png"),
    "video": Sample("mp4", "video/mp4"),
    "audio": Sample("wav", "audio/wav"),
}


def output_path(task: Task) -> str:
    """Say where the output of a task is served."""
    return f"/files/{task.id}.{_sample(task).extension}"


def file_answer(path: str, tasks: Tasks) -> Answer | None:
    """Serve the output of a finished task; None where the path is not one."""
    match = _PATH.fullmatch(path)
    task = tasks.find(match["task"]) if match else None
    if task is None or task.state != "succeeded" or path != output_path(task):
        return None
    sample = _sample(task)
    return Answer(200, _content(sample.extension), sample.content_type)


def _sample(task: Task) -> Sample:
    return _SAMPLES.get(task.operation.output_kind, _SAMPLES["image"])


@cache
def _content(extension: str) -> bytes:
    return (files("mediawright_mock") / "media" / f"sample.{extension}").read_bytes()
