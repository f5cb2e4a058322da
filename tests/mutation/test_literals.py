"""Each mutation of emitted code makes just the change that it says, and leaves alone what decides nothing."""

import ast

import pytest
from mutating.literals import literal_changes, misspell


def mutated(source):
    """Give every change of a source: its kind, and the source that it makes."""
    count = len(list(literal_changes(ast.parse(source))))
    for number in range(count):
        tree = ast.parse(source)
        change = list(literal_changes(tree))[number]
        change.apply()
        yield change.kind, ast.unparse(ast.fix_missing_locations(tree))


CASES = [
    ("text misspelt", "E('api')", "E('aip')"),
    ("number shifted", "Field(le=46)", "Field(le=47)"),
    ("number shifted", "Field(le=46)", "Field(le=45)"),
    ("boolean flipped", "C(required=True)", "C(required=False)"),
    ("item dropped", "f(('a', 'b', 'c'))", "f(('b', 'c'))"),
    ("item dropped", "class M:\n    x: Literal['a', 'b']", "class M:\n    x: Literal['a',]"),
    ("value added", "class M:\n    x: Literal[1, 2]", "class M:\n    x: Literal[1, 2, 3]"),
    ("entry dropped", "L(states={'1': 'queued', '2': 'failed'})", "L(states={'2': 'failed'})"),
    ("keyword dropped", "P(wire_name='a', single=True)", "P(wire_name='a')"),
    ("keyword renamed", "start(prompt=prompt)", "start(prompt_=prompt)"),
    ("arguments swapped", "start(a=x, b=y)", "start(a=y, b=x)"),
    ("method renamed", "def credit(self):\n    pass", "def credti(self):\n    pass"),
    ("another method called", "self._start(x)", "self._call(x)"),
    ("type changed", "class M:\n    x: int", "class M:\n    x: str"),
    ("made optional", "class M:\n    x: int", "class M:\n    x: int | None = None"),
    ("made required", "class M:\n    x: int | None = None", "class M:\n    x: int | None"),
    ("field dropped", "class M:\n    x: int", "class M:\n    pass"),
]


@pytest.mark.parametrize(("kind", "source", "expected"), CASES)
def test_each_kind_of_change_is_made(kind, source, expected):
    assert (kind, ast.unparse(ast.parse(expected))) in list(mutated(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "from typing import Literal",
        "if TYPE_CHECKING:\n    x = 1",
        "E(describe='What it means.', action='What to do.')",
    ],
)
def test_what_decides_nothing_is_left_alone(source):
    assert list(mutated(source)) == []


def test_annotations_of_functions_are_for_checkers():
    assert [kind for kind, _ in mutated("def f(self, x: Literal['a', 'b']) -> str: ...")] == ["method renamed"]


@pytest.mark.parametrize("text", ["", "a", "aa", "ab", "5s", "16:9"])
def test_a_misspelt_text_is_another_text(text):
    assert misspell(text) != text
