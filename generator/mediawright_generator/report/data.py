"""A verdict as JSON for programs."""

import json
from typing import Final

from mediawright_generator.verdict import Verdict

_FORMAT: Final = 1


def written(verdict: Verdict) -> str:
    """Write one object with totals and all problems; lines and columns count from 1."""
    findings = [
        {
            "file": each.place.file,
            "line": each.place.line,
            "column": each.place.column,
            "rule": each.rule,
            "severity": each.severity,
            "what": each.what,
            "remedy": each.remedy,
            "fingerprint": fingerprint,
        }
        for each, fingerprint in zip(verdict.problems, verdict.fingerprints(), strict=True)
    ]
    told = {
        "format": _FORMAT,
        "vendors": list(verdict.vendors),
        "operations": verdict.operations,
        "errors": verdict.count("error"),
        "warnings": verdict.count("warning"),
        "findings": findings,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
