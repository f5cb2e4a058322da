"""Whether a file is what a record allows. Refused is only what no reading of the record allows.

A megabyte may be 1,000,000 or 1,048,576 bytes: the reading holds that allows more. Frames per second and seconds may be
meant to the next whole number, and a turned picture may be meant as it is stored or as it is shown.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime.measures import Measures
from mediawright_runtime.signatures import KNOWN, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mediawright_runtime.media import Limit, Media
    from mediawright_runtime.signatures import Format

_BEYOND: Mapping[str, Callable[[float, float], bool]] = {
    "min": operator.lt,
    "max": operator.gt,
    "exclusive_min": operator.le,
    "exclusive_max": operator.ge,
}
_SMALL_MEGABYTE, _LARGE_MEGABYTE = 1_000_000, 1024 * 1024


class Look(NamedTuple):
    """What was learned of a file; None is unknown."""

    format: Format | None
    weight: int | None
    """Bytes of the whole file."""
    measures: Measures = Measures()


def measured(media: Media) -> bool:
    """Whether a record limits what a header tells."""
    return any(limit.fact != "megabytes" for limit in media.limits)


def misfit(media: Media, look: Look) -> str | None:
    """Say what a file is that it must not be; None where nothing is wrong with it as far as it is known."""
    found = _wrong_format(media, look.format)
    if found:
        return found
    readings = [next(_broken(media, look, size), None) for size in _sizes(look.measures)]
    return readings[0] if all(readings) else None


def unknown(media: Media, look: Look) -> tuple[str, ...]:
    """Name what a record limits and a look did not tell."""
    facts = dict.fromkeys(limit.fact for limit in media.limits if not _readable(limit, look))
    return (*(() if look.format else ("format",)), *facts)


def _wrong_format(media: Media, found: Format | None) -> str | None:
    allowed = {named(each) for each in media.formats}
    if found is None:
        return "is of no known format" if allowed and allowed <= KNOWN else None
    if (found.name in allowed) if allowed else media.kind in found.kinds:
        return None
    return f"is {found.name}" + (" (a web page in place of the file)" if "page" in found.kinds else "")


def _sizes(measures: Measures) -> Iterator[tuple[int, int] | None]:
    yield measures.size
    if measures.size and measures.turned:
        width, height = measures.size
        yield height, width


def _broken(media: Media, look: Look, size: tuple[int, int] | None) -> Iterator[str]:
    """Say for each limit that is broken what the file is, with its width and height as given."""
    for limit in media.limits:
        beyond = _BEYOND[limit.bound]
        if limit.fact == "megabytes":
            yield from _weighed(limit, beyond, look.weight)
        elif limit.fact in {"size", "ratio"}:
            yield from _shaped(limit, beyond, size)
        else:
            number = look.measures.fps if limit.fact == "fps" else look.measures.seconds
            yield from _counted(limit, beyond, number)


def _weighed(limit: Limit, beyond: Callable[[float, float], bool], weight: int | None) -> Iterator[str]:
    unit = _SMALL_MEGABYTE if limit.bound.endswith("min") else _LARGE_MEGABYTE
    if weight is not None and beyond(weight, limit.value[0] * unit):
        yield f"has {weight:,} bytes"


def _shaped(limit: Limit, beyond: Callable[[float, float], bool], size: tuple[int, int] | None) -> Iterator[str]:
    if size is None:
        return
    (width, height), (wide, high) = size, limit.value
    if limit.fact == "ratio":
        if beyond(width * high, wide * height):
            yield f"is {width}x{height} pixels, {width / height:.3g}:1"
    elif beyond(width, wide) or beyond(height, high):
        yield f"is {width}x{height} pixels"


def _counted(limit: Limit, beyond: Callable[[float, float], bool], number: float | None) -> Iterator[str]:
    if number is not None and beyond(number, limit.value[0]) and beyond(round(number), limit.value[0]):
        yield f"has {number:g} frames per second" if limit.fact == "fps" else f"is {number:g} seconds long"


def _readable(limit: Limit, look: Look) -> bool:
    measures = look.measures
    sized = measures.size is not None
    known = {"megabytes": look.weight is not None, "size": sized, "ratio": sized}
    return known.get(limit.fact, (measures.fps if limit.fact == "fps" else measures.seconds) is not None)
