"""What follows from another finding is not told besides: a mistake is one finding, at its root."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, Literal

from mediawright_generator.problems import Problem

_QUOTED: Final = re.compile(r"'([^']+)'")
"""Names and values stand in quotes in what a finding says."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """A rule that finds again what another one told."""

    rule: str
    causes: frozenset[str]
    within: Literal["place", "file", "vendor"]
    """How near the cause must be."""
    is_named: bool = True
    """Whether both must speak of one name or value."""


def _after(rule: str, *causes: str, within: Literal["place", "file", "vendor"], is_named: bool = True) -> Consequence:
    return Consequence(rule, frozenset(causes), within, is_named)


_OF_ANSWERS: Final = (
    "answer-of-another-type",
    "misspelled-answer-field",
    "misspelled-place",
    "undocumented-place",
)
_OF_RULES: Final = (
    "minimum-above-maximum",
    "rule-without-way-out",
    "contradicting-rule",
    "rule-always-fires",
    "rule-never-fires",
    "unknown-value-in-rule",
    "value-outside-range-in-rule",
    "empty-condition",
)
_OF_PARAMETERS: Final = (
    "reserved-parameter-name",
    "same-python-name",
    "confusable-parameter",
    "path-parameter-without-placeholder",
    "body-parameter-in-get",
    "array-without-items",
    "items-without-array",
    "default-outside-enum",
    "default-outside-range",
    "default-of-another-type",
    "blank-keyword",
)
CONSEQUENCES: Final = (
    _after("example-breaks-record", *_OF_PARAMETERS, within="file"),
    _after("example-breaks-record", "placeholder-without-parameter", within="file", is_named=False),
    _after("example-breaks-record", "body-unlike-examples", within="vendor", is_named=False),
    _after("example-breaks-record", *_OF_RULES, within="file", is_named=False),
    _after("example-breaks-record", "raw-beside-body", "malformed-endpoint", within="file", is_named=False),
    _after("example-breaks-record", "demanding-task-query", within="file"),
    _after("undescribed-category", "reserved-method-name", within="place"),
    _after("unused-category", "reserved-method-name", "undescribed-category", within="vendor", is_named=False),
    _after("contradicting-answer", "answer-of-another-type", within="place", is_named=False),
    _after("undocumented-server", "malformed-server", "server-without-https", within="place", is_named=False),
    _after("success-without-output", *_OF_ANSWERS, within="vendor", is_named=False),
    _after("unused-schema", "unknown-schema", within="vendor", is_named=False),
    _after("demanding-task-query", "placeholder-without-parameter", within="file", is_named=False),
    _after("unused-task", "create-without-task", within="vendor", is_named=False),
    _after("state-after-end", "unmapped-status", within="file"),
    _after("contradicting-answer", "unexplained-success", within="vendor", is_named=False),
    _after("contradicting-answer", "success-of-another-type", within="vendor", is_named=False),
    _after("unknown-label", "default-outside-enum", within="file"),
    _after("unknown-value-in-rule", "default-outside-enum", "blank-keyword", within="file"),
    _after("default-outside-enum", "blank-keyword", within="file"),
    _after("missing-task-query", "example-breaks-record", "confusable-parameter", within="vendor"),
    _after("unknown-task-operation", "example-breaks-record", "confusable-parameter", within="vendor"),
    _after("search-without-id", "missing-task-query", within="file"),
    _after("unused-credential", "secret-in-spec", "secret-looking-value", within="file", is_named=False),
    _after("secret-in-spec", "malformed-server", within="place", is_named=False),
    _after("personal-data", "malformed-server", "secret-in-spec", within="place", is_named=False),
    _after("undocumented-code-in-answer", "contradicting-answer", within="place", is_named=False),
    _after("repeated-output-host", "wide-output-host", within="file"),
    _after("unknown-status-in-answer", "answer-of-another-type", within="place", is_named=False),
)
"""What is not told where its cause is; a cause that a file allows does not count."""


def roots(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out what follows from another problem."""
    problems = tuple(problems)
    by_rule: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_rule[problem.rule].append(problem)
    for problem in problems:
        if not any(_follows(problem, each, by_rule) for each in CONSEQUENCES if each.rule == problem.rule):
            yield problem


def _follows(problem: Problem, consequence: Consequence, by_rule: dict[str, list[Problem]]) -> bool:
    causes = (cause for rule in consequence.causes for cause in by_rule.get(rule, ()))
    near = (cause for cause in causes if _is_near(problem, cause, consequence.within))
    return any(not consequence.is_named or _names(problem) & _names(cause) for cause in near)


def _is_near(problem: Problem, cause: Problem, within: Literal["place", "file", "vendor"]) -> bool:
    if within == "place":
        return problem.place == cause.place
    return _vendor(problem) == _vendor(cause) and (within == "vendor" or problem.place.file == cause.place.file)


def _vendor(problem: Problem) -> str:
    """Give the folder of a vendor: records stand in `apis` below it."""
    folder = PurePosixPath(problem.place.file).parent
    return str(folder.parent if folder.name == "apis" else folder)


def _names(problem: Problem) -> set[str]:
    return {each.strip("{}") for each in _QUOTED.findall(problem.what)}
