"""The words in which changes are told, the same in every form of a report."""

import json
import shlex
from collections.abc import Mapping
from typing import Any, Final

from mediawright_generator.diff import Effect
from mediawright_generator.review.comparison import SEVERITIES, Comparison, Judged
from mediawright_generator.spec.changelog import Approval

EFFECTS: Final[Mapping[Effect, str]] = {
    "wire": "a call that worked is now refused or misread",
    "source": "Python that imported and type-checked no longer does",
    "cost": "the same call may have another price, result or duration",
}
"""What each effect means for someone who uses the client."""

_LONGEST: Final = 300


def value_text(value: Any) -> str:
    """Write a JSON value on one line, shortened where it is long; what is not there is an empty text."""
    if value is None:
        return ""
    text = visible(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def visible(text: str) -> str:
    """Write a text on one line, with what nobody sees as its code."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def totals_text(comparison: Comparison) -> str:
    """Say how many changes there are of each severity."""
    return (
        ", ".join(f"{comparison.totals[each]} {each}" for each in SEVERITIES if comparison.totals[each]) or "no changes"
    )


def open_text(comparison: Comparison) -> str:
    """Say how many changes still need a reason."""
    count = len(comparison.open)
    return f"{count} of them still need{'s' if count == 1 else ''} a reason"


def version_text(comparison: Comparison) -> str:
    """Say which version should follow; empty where nobody knows the version."""
    version = comparison.version
    if not version.proposed or version.bump == "none":
        return ""
    return f"{version.current} -> {version.proposed} ({version.why})"


def approval_text(approval: Approval) -> str:
    """Say who agreed to a change, and where that was read."""
    place = f"{approval.document}:{approval.lines}" if approval.lines else approval.document
    described = f": {approval.describe}" if approval.describe else ""
    return f"{approval.reason}, {place}, read on {approval.read_on}{described}"


def command_text(comparison: Comparison, each: Judged) -> str:
    """Write the command that gives a change its reason."""
    asked = f"{again_text(comparison)} --acknowledge {each.change.fingerprint}"
    return f"{asked} --reason REASON --document DOCUMENT"


def again_text(comparison: Comparison) -> str:
    """Write the command that compares with the same base."""
    return shlex.join(["mediawright-gen", "diff", *comparison.arguments])
