"""A verdict as SARIF 2.1.0, for code scanning."""

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Final
from urllib.parse import quote

from mediawright_generator.problems import Problem
from mediawright_generator.verdict import Verdict

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def written(verdict: Verdict) -> str:
    """Write one run with every problem as a result, and its rule with why and how to fix it."""
    rules = sorted({problem.rule for problem in verdict.problems})
    driver = {
        "name": "mediawright-gen",
        "version": version("mediawright"),
        "rules": list(_described(rules)) if rules else [],
    }
    results = [
        _result(problem, fingerprint, rules.index(problem.rule))
        for problem, fingerprint in zip(verdict.problems, verdict.fingerprints(), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _described(rules: Iterable[str]) -> Iterable[Mapping[str, object]]:
    from mediawright_generator.explain.lesson import lessons  # noqa: PLC0415 (heavy, and needed for findings alone)

    known = lessons()
    for rule in rules:
        lesson = known[rule]
        yield {
            "id": rule,
            "shortDescription": {"text": lesson.purpose},
            "fullDescription": {"text": lesson.purpose},
            "help": {"text": f"{lesson.purpose} {lesson.fix}", "markdown": f"{lesson.purpose}\n\n{lesson.fix}"},
            "defaultConfiguration": {"level": lesson.severity},
        }


def _result(problem: Problem, fingerprint: str, rule: int) -> Mapping[str, object]:
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    location = {"artifactLocation": {"uri": quote(problem.place.file)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{problem.what}; {problem.remedy}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"mediawright/v1": fingerprint},
    }
