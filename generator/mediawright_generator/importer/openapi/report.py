"""What an import says of itself: how many operations are whole, and each thing that has no place in specs."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mediawright_generator.importer.openapi.losses import Loss, kinds

_KINDS_OF_NONE: Final = frozenset({"record-refused", "repeated-operation", "method", "no-operation"})
"""Losses that leave no record of an operation."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of an import."""

    operations: int
    """How many operations the documents have."""
    losses: tuple[Loss, ...]

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What calls or answers lack."""
        return tuple(each for each in self.losses if not each.harmless)

    @property
    def incomplete(self) -> frozenset[str]:
        """The operations of which something is lost."""
        return frozenset(each.operation for each in self.lost if each.operation)

    @property
    def missing(self) -> frozenset[str]:
        """The operations that have no record."""
        return frozenset(each.operation for each in self.lost if each.kind in _KINDS_OF_NONE and each.operation)

    @property
    def summary(self) -> str:
        """Say in one line how much of the documents is carried over."""
        whole, some = self.operations - len(self.incomplete), len(self.incomplete - self.missing)
        counts = kinds({(each.operation, each.kind): each for each in self.lost if each.operation}.values())
        told = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
        parts = [f"{whole} of {self.operations} completely"]
        parts += [f"{some} with losses"] if some else []
        parts += [f"{len(self.missing)} not at all"] if self.missing else []
        return f"operations: {', '.join(parts)}{f' ({told})' if told else ''}"


def as_markdown(report: Report, documents: Iterable[str]) -> str:
    """Write the outcome for people."""
    apart = [each for each in report.losses if each.harmless]
    lines = [
        f"# Import of {', '.join(documents)}",
        "",
        f"{report.summary}.",
        "",
        "The vendor's own sentences are not carried over; descriptions here are made of names alone. What was inferred",
        "stands under `review` in the specs, and `check` names each.",
        *_section("Lost: a call or an answer lacks it", report.lost),
        *_section("Left aside: no call needs it", apart),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, losses: Sequence[Loss]) -> list[str]:
    if not losses:
        return []
    by_kind: dict[str, list[Loss]] = defaultdict(list)
    for each in losses:
        by_kind[each.kind].append(each)
    lines = ["", f"## {title}"]
    for kind, found in sorted(by_kind.items()):
        lines += ["", f"### {kind} ({len(found)})", ""]
        lines += [
            f"* `{each.place}`{f' {each.operation}' if each.operation else ''}: {_escaped(each.what)}" for each in found
        ]
    return lines


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;")


def as_json(report: Report, documents: Iterable[str]) -> str:
    """Write the outcome for programs."""
    counts: Mapping[str, Any] = {
        "documents": list(documents),
        "operations": report.operations,
        "complete": report.operations - len(report.incomplete),
        "with_losses": len(report.incomplete - report.missing),
        "missing": len(report.missing),
        "losses": [_row(each) for each in report.losses],
    }
    return json.dumps(counts, ensure_ascii=False, indent=1) + "\n"


def _row(loss: Loss) -> dict[str, Any]:
    return {
        "file": loss.place.file,
        "line": loss.place.line,
        "column": loss.place.column,
        "kind": loss.kind,
        "operation": loss.operation or None,
        "harmless": loss.harmless,
        "what": loss.what,
    }
