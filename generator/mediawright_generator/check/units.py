"""Rules on quantities: a number says what it counts, and no limit is in another unit than its key."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, ParameterAt
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec.parameter import Media

_UNITS: Final = {"duration": "seconds", "width": "pixels", "height": "pixels", "count": "items", "resolution": "pixels"}
"""The quantities that are counted, and in what."""
_NEED_UNITS: Final = frozenset({"duration", "width", "height"})
_QUANTITY_NAME: Final = re.compile(
    r"(^|_)(duration|timeout|delay|interval|ttl|width|height|file_?size|length|bitrate|start_time|end_time)$"
)
_UNIT_WORDS: Final = re.compile(
    r"second|\bsec\b|millisecond|\bms\b|minute|\bmin\b|hour|\bday|pixel|\bpx\b|frame|megabyte|\b[kmg]i?b\b|byte|token"
    r"|character|\bword|percent|%|beat|kbps|\bbits?\b|\bitems?\b|\bs\b|秒|毫秒|像素|字符",
    re.IGNORECASE,
)
_IN_NAME: Final = re.compile(r"_(s|secs?|seconds|ms|px|pixels|mb|bytes|frames|minutes|hours|days)$")
_EXTENSIONS: Final = {
    "image": ("png", "jpeg", "jpg", "webp", "gif", "heic", "heif", "bmp", "tiff", "tif", "svg", "avif"),
    "video": ("mp4", "mov", "avi", "m4v", "mkv", "ts", "flv", "mpg", "mpeg", "webm", "wmv", "gif", "3gp"),
    "audio": ("mp3", "wav", "m4a", "aac", "ogg", "flac", "opus", "wma", "webm", "mp4", "amr", "aiff", "pcm"),
}
"""How names of usual files end."""
_MOST: Final = {"megabytes": 102_400, "seconds": 21_600, "fps": 1000}
"""Limits above which another unit was meant: 100 gigabytes, six hours, a thousand pictures a second."""


def number_without_unit(at: ParameterAt) -> Iterator[Finding]:
    """Find numbers that measure something, and do not say in what."""
    parameter = at.parameter
    if parameter.type not in {"integer", "number"} or (parameter.means and parameter.means.unit):
        return
    is_measured = parameter.means is not None and parameter.means.quantity in _NEED_UNITS
    is_said = _UNIT_WORDS.search(parameter.describe) or _IN_NAME.search(_snake(parameter.name))
    if is_measured or (_QUANTITY_NAME.search(_snake(parameter.name)) and not parameter.keywords and not is_said):
        what = f"parameter {parameter.name!r} does not say in which unit its numbers are"
        remedy = "say it, as `means: {quantity: duration, unit: seconds}`, or in describe"
        yield Finding(at.place("means") if parameter.means else at.place("name"), what, remedy)


def unit_of_another_quantity(at: ParameterAt) -> Iterator[Finding]:
    """Find units in which nobody counts what the parameter is about."""
    means = at.parameter.means
    if means and means.unit and _UNITS.get(means.quantity) != means.unit:
        usual = _UNITS.get(means.quantity)
        what = f"unit {means.unit!r} does not measure {means.quantity!r}"
        yield Finding(at.place("means", "unit"), what, f"write {usual}" if usual else "remove the unit")


def limit_in_another_unit(at: ParameterAt) -> Iterator[Finding]:
    """Find limits of files that are none, or so large that they must be in another unit than their key says."""
    for key, limit in _limits(at.parameter.media):
        measure = key.rpartition("_")[2]
        if limit > _MOST[measure] or limit < 0 or (limit == 0 and "max" in key):
            what = f"{key} {limit!r} is no number of {measure}"
            yield Finding(at.place("media", key), what, f"write it in {measure}")
    means, most = at.parameter.means, at.parameter.maximum
    if means and (means.quantity, means.unit) == ("duration", "seconds") and most and most > _MOST["seconds"]:
        what = f"a duration of {most!r} is no number of seconds"
        yield Finding(at.place("maximum"), what, "write it in seconds, or correct the unit")


def malformed_format(at: ParameterAt) -> Iterator[Finding]:
    """Find formats of files that no file name ends with as they are written, or that are listed twice."""
    formats = at.parameter.media.formats if at.parameter.media else ()
    if _is_other_kind(at.parameter.media):
        what = f"none of the formats {listed(formats)} is of this kind"
        yield Finding(at.place("media", "kind"), what, "correct the kind, or the formats")
    for index, each in enumerate(formats):
        if not re.fullmatch(r"[a-z0-9]+", each):
            what = f"format {each!r} is no file name extension without dot, in lower case"
            yield Finding(at.place("media", "formats", index), what, "write it so, as png")
        elif (what := _strange(each, at.parameter.media)) and not _is_other_kind(at.parameter.media):
            yield Finding(at.place("media", "formats", index), what, "correct the format, or the kind")
        elif each in formats[:index]:
            what = f"format {each!r} is listed twice"
            yield Finding(at.place("media", "formats", index), what, "keep one of them")


def _strange(extension: str, media: Media | None) -> str:
    """Say that a format is that of another kind of file, or nearly a usual one."""
    kinds = {kind for kind, known in _EXTENSIONS.items() if extension in known}
    if media and kinds and media.kind not in kinds:
        return f"format {extension!r} is none of the kind {media.kind!r}"
    usual = _EXTENSIONS.get(media.kind, ()) if media else ()
    meant = "" if kinds else closest(extension, usual, cutoff=0.8)
    return f"format {extension!r} is nearly {meant!r}" if meant else ""


def _is_other_kind(media: Media | None) -> bool:
    """Tell whether all formats are of one other kind: then the kind is what is wrong."""
    kinds = [kind for kind, known in _EXTENSIONS.items() if media and {*media.formats} <= {*known}]
    return bool(media and kinds and media.kind not in kinds and len(media.formats) > 0)


def _limits(media: Media | None) -> Iterator[tuple[str, float]]:
    for key in ("min_megabytes", "max_megabytes", "exclusive_max_megabytes", "min_fps", "max_fps"):
        if (limit := getattr(media, key, None)) is not None:
            yield key, limit
    for key in ("min_seconds", "max_seconds"):
        if (limit := getattr(media, key, None)) is not None:
            yield key, limit


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_")
