"""Each mutation of hand-written code makes just the change that it says, and leaves alone what decides nothing."""

import ast

import pytest
from mutating.logic import logic_changes


def mutated(source):
    """Give every change of a source: its kind, and the source that it makes."""
    count = len(list(logic_changes(ast.parse(source))))
    for number in range(count):
        tree = ast.parse(source)
        change = list(logic_changes(tree))[number]
        change.apply()
        yield change.kind, ast.unparse(ast.fix_missing_locations(tree))


CASES = [
    ("comparison", "a < b", "a <= b"),
    ("comparison", "a < b", "a >= b"),
    ("comparison", "a is None", "a is not None"),
    ("comparison", "a in b", "a not in b"),
    ("arithmetic", "a + b", "a - b"),
    ("arithmetic", "a += b", "a -= b"),
    ("connective", "a and b", "a or b"),
    ("side left out", "a and b", "b"),
    ("not dropped", "not a", "a"),
    ("condition forced", "if a:\n    b()", "if True:\n    b()"),
    ("condition forced", "while a:\n    b()", "while False:\n    b()"),
    ("boolean flipped", "x = True", "x = False"),
    ("number shifted", "x = 60", "x = 61"),
    ("text changed", "x = 'data'", "x = 'datax'"),
    ("statement removed", "f(a)", "pass"),
    ("statement removed", "raise E('no')", "pass"),
    ("returns nothing", "def f():\n    return a", "def f():\n    return None"),
    ("branches swapped", "a if b else c", "c if b else a"),
    ("jump", "while a:\n    break", "while a:\n    continue"),
    ("exception not caught", "try:\n    a()\nexcept E:\n    b()", "try:\n    a()\nexcept MemoryError:\n    b()"),
    ("exception changed", "raise E('no')", "raise RuntimeError()"),
    ("opposite called", "min(a, b)", "max(a, b)"),
    ("opposite called", "a.startswith(b)", "a.endswith(b)"),
    ("keyword dropped", "f(a, key=b)", "f(a)"),
    ("item dropped", "x = [a, b]", "x = [b]"),
    ("item dropped", "f((a, b))", "f((b,))"),
    ("arguments swapped", "f(a, b)", "f(b, a)"),
]


@pytest.mark.parametrize(("kind", "source", "expected"), CASES)
def test_each_kind_of_change_is_made(kind, source, expected):
    assert (kind, ast.unparse(ast.parse(expected))) in list(mutated(source))


@pytest.mark.parametrize(
    "source",
    [
        *('"""A docstring."""', "import a", "if TYPE_CHECKING:\n    x = 1", "x: int", "x = 'a sentence'"),
        *("f'{a}: told'", "T = TypeVar('T', 'A', 'B')"),
    ],
)
def test_what_decides_nothing_is_left_alone(source):
    assert [change for change in mutated(source) if change[0] != "statement removed"] == []


def test_the_order_of_what_is_the_least_or_the_most_is_left_alone():
    """It makes no difference, so nobody can notice it."""
    assert [change for change in mutated("min(a, max(b, c))") if change[0] == "arguments swapped"] == []


def test_an_endless_loop_is_not_made_by_a_condition():
    """It would show, but only after seconds."""
    assert ("condition forced", "while True:\n    b()") not in list(mutated("while a:\n    b()"))
