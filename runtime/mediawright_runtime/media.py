"""What a record declares about files that are given: a module of its own, loaded where an operation takes any."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Limit(NamedTuple):
    """A bound on one fact of a file: one number, or width and height of a size or a ratio."""

    fact: Literal["megabytes", "size", "ratio", "fps", "seconds"]
    bound: Literal["min", "max", "exclusive_min", "exclusive_max"]
    value: tuple[float, ...]


class Media(NamedTuple):
    """What the file behind a parameter must be like; of an array, each item's."""

    kind: Literal["image", "video", "audio", "document"]
    formats: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    allowed: str = ""
    """For people: `an image (png, jpg), at most 20 MB`."""
