"""What allows a finding where it stands: a comment `# allow: rule-id (reason)`, or an entry of `x-allow` in JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from mediawright_generator.problems import Place

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#\s*allow:(?P<rules>[^(#]*)(?:\((?P<reason>.*)\))?\s*$", re.MULTILINE)
_BLOCK_STYLES: Final = frozenset({"|", ">"})

Span = tuple[tuple[int, int], tuple[int, int]]
"""Line and column, counted from 0, of where a text begins, and of where it has ended."""


@dataclass(frozen=True, slots=True)
class Allow:
    """The rules that are allowed at some place, and why."""

    place: Place
    """Where it says so."""
    rules: tuple[str, ...]
    reason: str
    line: int = 0
    """The line on which it allows findings, or 0."""
    at: tuple[Place, ...] = ()
    """The places at which it allows findings, where it names a value."""

    def covers(self, place: Place) -> bool:
        """Tell whether findings at a place are allowed."""
        return place.line == self.line or place in self.at


def allows_in(text: str, file: str, loader: Any) -> tuple[Allow, ...]:
    """Read the comments that allow something; what looks like one inside a value is none."""
    if "allow:" not in text:
        return ()
    lines = re.split(r"\r\n|\r|\n", text)
    found = [(number, match) for number, line in enumerate(lines) if (match := _COMMENT.search(line))]
    spans = tuple(_spans(text, loader)) if found else ()
    return tuple(
        Allow(Place(file, number + 1, match.start() + 1), _words(match["rules"]), (match["reason"] or "").strip(), line)
        for number, match in found
        if not any(start <= (number, match.start()) < end for start, end in spans)
        for line in [_line_meant(lines, number, match.start())]
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for each in text.split(",") if (word := each.strip()))


def _line_meant(lines: list[str], number: int, start: int) -> int:
    """Give the line of a comment, or the next one that is more than a comment where it stands alone."""
    if lines[number][:start].strip():
        return number + 1
    below = (at for at, line in enumerate(lines) if at > number and line.strip() and not line.lstrip().startswith("#"))
    return next(below, number) + 1


def _spans(text: str, loader: Any) -> Iterator[Span]:
    """Give what each value takes up; a comment may still stand behind the sign that opens a block."""
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.ScalarEvent):
            start, end = _position(event.start_mark), _position(event.end_mark)
            yield ((start[0] + 1, 0) if event.style in _BLOCK_STYLES else start), end


def _position(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column
