"""How large and how long a picture, film or sound is, read from its header by a library; each is an extra."""

from __future__ import annotations

import struct
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.pieces import PartialFile

_TURNED_EXIF = frozenset({5, 6, 7, 8})


class Measures(NamedTuple):
    """What a header tells; None is unknown."""

    size: tuple[int, int] | None = None
    """Width and height in pixels, as stored."""
    turned: bool = False
    """Whether it is to be shown turned by a quarter, so that width and height change places."""
    fps: float | None = None
    """Frames per second."""
    seconds: float | None = None


class Extra(NamedTuple):
    """What measures one kind of media: a package, the extra that brings it, and how it is asked."""

    package: str
    name: str
    measure: Callable[[PartialFile], Measures]

    @property
    def installed(self) -> bool:
        """Whether the package is there."""
        return find_spec(self.package) is not None


def _measure_image(file: PartialFile) -> Measures:
    try:
        width, height, rotation, *_ = import_module("imagesize").get_info(file)
    except (ValueError, struct.error):  # what it says of a header that is broken or cut off
        return Measures()
    turned = rotation in _TURNED_EXIF
    size = (height, width) if turned else (width, height)
    return Measures(size if min(size) > 0 else None, turned)


def _measure_film(file: PartialFile) -> Measures:
    found: list[Any] = import_module("pymediainfo").MediaInfo.parse(file, parse_speed=0).tracks
    tracks: dict[str, dict[str, Any]] = {each.track_type: each.to_data() for each in reversed(found)}
    whole, film = tracks.get("General", {}), tracks.get("Video", {})
    width, height, length = film.get("width"), film.get("height"), _number(whole.get("duration"))
    return Measures(
        size=(width, height) if width and height else None,
        turned=_number(film.get("rotation")) in {90, 270},
        fps=_number(film.get("frame_rate")),
        seconds=None if length is None else length / 1000,
    )


def _number(said: object) -> float | None:
    """Read a number that the library gives as one or as its text."""
    try:
        return float(str(said))
    except ValueError:
        return None


EXTRAS: Mapping[str, Extra] = {
    "image": Extra("imagesize", "media", _measure_image),
    "video": Extra("pymediainfo", "media-video", _measure_film),
    "audio": Extra("pymediainfo", "media-video", _measure_film),
}
"""By kind of media."""
