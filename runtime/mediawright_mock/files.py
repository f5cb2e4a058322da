"""The files of finished tasks and calls: small, valid, one for each kind of output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mediawright_mock.messages import Answer

if TYPE_CHECKING:
    from mediawright_runtime.declarations import OutputPlace


@dataclass(frozen=True, slots=True)
class Sample:
    """A file that stands for every output of a kind."""

    extension: str
    content_type: str


_DRAWING = Sample("svg", "image/svg+xml")
_PICTURE = Sample("png", "image/png")
_SAMPLES = {"image": _PICTURE, "video": Sample("mp4", "video/mp4"), "audio": Sample("wav", "audio/wav")}


class Files:
    """The files that answers have told of; others are not there."""

    def __init__(self) -> None:
        """Begin without files."""
        self._samples: dict[str, Sample] = {}

    def publish(self, name: str, place: OutputPlace, kind: str) -> str:
        """Serve a file for a place of an answer, and say at which path; `kind` is for a place that says none."""
        sample = _sample(place, place.kind or kind)
        path = f"/files/{name}.{sample.extension}"
        self._samples[path] = sample
        return path

    def answer(self, path: str) -> Answer | None:
        """Serve a file; None where the path is not one."""
        sample = self._samples.get(path)
        return Answer(200, _content(sample.extension), sample.content_type) if sample else None


def _sample(place: OutputPlace, kind: str) -> Sample:
    if kind in {"image", "file"} and "svg" in place.path.rpartition(".")[2].lower():
        return _DRAWING
    return _SAMPLES.get(kind, _PICTURE)


@cache
def _content(extension: str) -> bytes:
    return (files("mediawright_mock") / "media" / f"sample.{extension}").read_bytes()
