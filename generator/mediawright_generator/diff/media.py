"""Changes of what files must be like, by what they refuse."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.diff.found import Fact, Found, Spot, changed
from mediawright_generator.diff.matching import match
from mediawright_generator.spec.parameter import Media

_MEASURES = ("megabytes", "size", "ratio", "fps", "seconds")
Limits = Mapping[str, Any]


def media(fact: Fact, base: Media | None, head: Media | None) -> Iterator[Found]:
    """Compare the limits of the file behind a parameter; limits that come or go all together are one change."""
    if base is None or head is None:
        yield from _whole(fact, base, head)
        return
    yield from changed(
        Fact((*fact.pointer, "kind"), base.kind, head.kind, fact.spot.below("kind")), "media-kind-changed"
    )
    yield from _formats(fact, base.formats, head.formats)
    for measure in _MEASURES:
        for side in ("min", "max"):
            yield from _limit(fact, (side, measure), base, head)


def _whole(fact: Fact, base: Media | None, head: Media | None) -> Iterator[Found]:
    there = base or head
    if there is None:
        return
    limits = there.model_dump(exclude_none=True, exclude_defaults=True).keys() - {"kind"}
    told = Fact(fact.pointer, base, head, fact.spot)
    if limits:
        yield told.found("media-limits-added" if head else "media-limits-removed")
    else:
        yield told.found("media-described" if head else "media-undescribed")


def _formats(fact: Fact, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Found]:
    pointer, spot = (*fact.pointer, "formats"), fact.spot.below("formats")
    if bool(before) != bool(after):
        told = Fact(pointer, before or None, after or None, spot)
        yield told.found("media-formats-closed" if after else "media-formats-opened")
        return
    found = match(before, after, [lambda each: each], lambda _, __: 0)
    if len(found.gone) == len(found.new) == 1:
        old, now = found.gone[0], found.new[0]
        yield Fact((*pointer, now), old, now, spot.below(after.index(now))).found("media-format-changed")
        return
    for gone in found.gone:
        yield Fact((*pointer, gone), gone, None, spot).found("media-format-removed")
    for new in found.new:
        yield Fact((*pointer, new), None, new, spot.below(after.index(new))).found("media-format-added")


def _limit(fact: Fact, limit: tuple[str, str], base: Media, head: Media) -> Iterator[Found]:
    side, measure = limit
    before, after = (_said(each, side, measure) for each in (base, head))
    if before[1:] == after[1:]:
        return
    key = after[0] or before[0]
    told = Fact((*fact.pointer, key), _written(base, before[0]), _written(head, after[0]), _spot(fact.spot, key))
    yield told.found("media-limit-tightened" if _tighter(side, before, after) else "media-limit-loosened")


Said = tuple[str, tuple[float, ...] | None, bool]
"""The key, what it measures, and whether the limit itself is refused."""


def _said(media: Media, side: str, measure: str) -> Said:
    for key in (f"exclusive_{side}_{measure}", f"{side}_{measure}"):
        value = getattr(media, key, None)
        if value is not None:
            return key, _measured(value), key.startswith("exclusive")
    return "", None, False


def _measured(value: str | float) -> tuple[float, ...]:
    if not isinstance(value, str):
        return (float(value),)
    if "x" in value:
        return tuple(float(each) for each in value.split("x"))
    width, height = (float(each) for each in value.split(":"))
    return (width / height,)


def _tighter(side: str, before: Said, after: Said) -> bool:
    """Tell whether some file that was taken is refused."""
    if before[1] is None or after[1] is None:
        return before[1] is None
    pairs = list(zip(before[1], after[1], strict=True))
    if before[1] == after[1]:
        return after[2]
    return any(new < old for old, new in pairs) if side == "max" else any(new > old for old, new in pairs)


def _written(media: Media, key: str) -> Any:
    return getattr(media, key) if key else None


def _spot(media: Spot, key: str) -> Spot:
    return media.below(key)
