"""Rules on patterns: they can be read, they end in time, and they say how much of the text they speak of."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, ParameterAt
from mediawright_generator.load.nodes import Path

_NESTED: Final = re.compile(r"\((?:\?:|\?<?\w*>?)?(?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)")
"""A repeated group in which something is repeated without an end."""


def malformed_pattern(at: ParameterAt) -> Iterator[Finding]:
    """Find patterns that are no regular expressions."""
    for path, pattern in _patterns(at):
        if error := _mistake(pattern):
            what = f"pattern {pattern!r} is no regular expression: {error}"
            yield Finding(at.place(*path), what, "correct it, or leave it out")


def slow_pattern(at: ParameterAt) -> Iterator[Finding]:
    """Find patterns for which some text takes for ever."""
    for path, pattern in _patterns(at):
        if _NESTED.search(pattern) and not _mistake(pattern):
            what = f"pattern {pattern!r} repeats what is repeated in it, so that some texts take for ever"
            yield Finding(at.place(*path), what, "write it with one repetition")


def unanchored_pattern(at: ParameterAt) -> Iterator[Finding]:
    """Find patterns that hold for any text with a fitting part."""
    for path, pattern in _patterns(at):
        is_tied = pattern.startswith(("^", r"\A", "(?", "(^")) or pattern.endswith(("$", r"\Z", r"\z", "$)"))
        if not is_tied and not _mistake(pattern):
            what = f"pattern {pattern!r} holds for any text that has a fitting part"
            yield Finding(at.place(*path), what, "begin it with ^ and end it with $")


def _patterns(at: ParameterAt) -> Iterator[tuple[Path, str]]:
    if at.parameter.pattern is not None:
        yield ("pattern",), at.parameter.pattern
    if at.parameter.items and at.parameter.items.pattern is not None:
        yield ("items", "pattern"), at.parameter.items.pattern


def _mistake(pattern: str) -> str:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return ""
