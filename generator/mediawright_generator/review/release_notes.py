"""The changes of the contract in the package's CHANGELOG.md, among what people wrote there."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from mediawright_generator.diff import Severity
from mediawright_generator.review.comparison import SEVERITIES, Judged
from mediawright_generator.review.markdown import escaped

FILE: Final = "CHANGELOG.md"
_UNRELEASED: Final = "## Unreleased"
_TITLES: Final[dict[Severity, str]] = {
    "breaking": "### Breaking",
    "dangerous": "### Changed",
    "safe": "### Compatible",
}
_NEW: Final = "# Changelog\n"
_WIDTH: Final = 120


def with_changes(text: str, changes: Iterable[Judged]) -> str:
    """Add a line for each change that has none yet; whatever stands there stays."""
    missing = [each for each in changes if _mark(each) not in text]
    lines = (text or _NEW).splitlines()
    for severity in reversed(SEVERITIES):
        items = [_item(each) for each in missing if each.change.severity == severity]
        if items:
            lines = _with_group(_with_section(lines), _TITLES[severity], items)
    return "\n".join(lines).rstrip("\n") + "\n" if missing else text


def _item(each: Judged) -> str:
    change = each.change
    subject = f"`{change.vendor}.{change.python}`" if change.python else f"`{change.vendor}`"
    said = escaped(each.approval.describe if each.approval and each.approval.describe else change.what)
    todo = f" {escaped(change.todo)}" if change.todo else ""
    text = f"* {subject}: {said.rstrip('.')}.{todo} {_mark(each)}"
    return textwrap.fill(text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _mark(each: Judged) -> str:
    """Name the change where no reader sees it, so that its line is known however people word it."""
    return f"<!--{each.change.fingerprint}-->"


def _with_section(lines: Sequence[str]) -> list[str]:
    """Make the section of what is not released yet, before all others, where it is missing."""
    if _UNRELEASED in lines:
        return list(lines)
    at = next((index for index, line in enumerate(lines) if line.startswith("## ")), len(lines))
    before = list(lines[:at]) if not at or not lines[at - 1] else [*lines[:at], ""]
    return [*before, _UNRELEASED, "", *lines[at:]]


def _with_group(lines: Sequence[str], title: str, items: Sequence[str]) -> list[str]:
    """Put items to the end of their group, and the group before all others where it is missing."""
    start = lines.index(_UNRELEASED) + 1
    end = next((index for index in range(start, len(lines)) if lines[index].startswith("## ")), len(lines))
    if title not in lines[start:end]:
        rest = lines[start:] if start < len(lines) and not lines[start] else ["", *lines[start:]]
        return [*lines[:start], "", title, "", *items, *rest]
    heading = lines.index(title, start, end) + 1
    last = next((index for index in range(heading, end) if lines[index].startswith("##")), end)
    while not lines[last - 1]:
        last -= 1
    return [*lines[:last], *([""] if last == heading else []), *items, *lines[last:]]
