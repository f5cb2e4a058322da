"""A verdict as GitHub's workflow commands, which become annotations on the lines of a pull request."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mediawright_generator.problems import Problem, Severity
from mediawright_generator.report.plain import totals
from mediawright_generator.verdict import Verdict

MOST: Final = 10
"""Annotations of a kind that GitHub shows of one step; it drops the others without a word."""
_FILE: Final = re.compile(r"^::\w+ file=", re.MULTILINE)
_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning")


def written(verdict: Verdict) -> str:
    """Write at most ten annotations of a kind, of which the tenth says how many more there are, and the true totals."""
    if not verdict.problems:
        return ""
    lines = annotations(verdict.problems, "mediawright-gen check")
    return "".join(f"{line}\n" for line in (*lines, command("notice", totals(verdict), title="mediawright-gen check")))


def annotations(problems: Iterable[Problem], teller: str) -> Iterator[str]:
    """Write at most ten of a kind; `teller` is the command that tells those that are left out."""
    found = tuple(problems)
    for severity in _SEVERITIES:
        yield from _alike([each for each in found if each.severity == severity], severity, teller)


def below(folder: str, text: str) -> str:
    """Name files by their way from the workspace, which is what GitHub reads, in place of that from a folder in it."""
    prefix = f"{_property(folder)}/" if folder else ""
    return _FILE.sub(lambda found: found[0] + prefix, text)


def command(kind: str, message: str, **properties: object) -> str:
    """Write one command, its texts escaped as GitHub reads them."""
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{kind} {told}::{_message(message)}"


def _alike(found: Sequence[Problem], severity: Severity, teller: str) -> Iterator[str]:
    shown = found if len(found) <= MOST else found[: MOST - 1]
    yield from map(_annotation, shown)
    if len(shown) < len(found):
        first, more = found[len(shown)], len(found) - len(shown)
        message = f"{more} more, the first of them {first}; `{teller}` tells all"
        yield command(severity, message, title=f"{more} more {severity}s")


def _annotation(problem: Problem) -> str:
    place = problem.place
    message = f"{problem.what}; {problem.remedy}"
    return command(problem.severity, message, file=place.file, line=place.line, col=place.column, title=problem.rule)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
