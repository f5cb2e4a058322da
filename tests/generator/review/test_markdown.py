"""A comment that people read who do not know the tool."""

import pytest

from mediawright_generator.diff import Change
from mediawright_generator.problems import Place, Problem
from mediawright_generator.review.comparison import Comparison, Judged
from mediawright_generator.review.markdown import COMMENT, MARKER, SUMMARY, as_markdown, code, escaped
from mediawright_generator.review.version import propose
from mediawright_generator.spec.changelog import Approval

RULES = {"breaking": "param-removed", "dangerous": "default-changed", "safe": "param-added-optional"}


def change(severity="breaking", *, number=0, vendor="acme", what="parameter is gone", values=("a", None)):
    place = Place(f"specs/{vendor}/apis/boat.yaml", 7, 3)
    pointer = f"api_body/p{number}"
    return Judged(Change(vendor, "7", "video.boat", RULES[severity], pointer, *values, place, what, "Move."))


def comparison(*changes, **facts):
    totals = dict.fromkeys(RULES, 0)
    return Comparison("main", "HEAD", changes, propose("0.1.0", totals), arguments=("main",), **facts)


def test_the_worst_comes_first_and_what_is_safe_is_folded():
    text = as_markdown(
        comparison(change("safe", vendor="aaa"), *(change(each) for each in RULES), change("dangerous", vendor="zzz"))
    )
    order = [
        "#### acme",
        "**Breaking**",
        "**Dangerous**",
        "<details>",
        "</details>",
        "#### zzz",
        "#### aaa",
        "<details>",
    ]
    at = [text.index(each) for each in order[:-1]]
    assert at == sorted(at)
    assert text.index("<details>", at[-1]) > at[-1]
    assert text.startswith(f"{MARKER}\n### Changes of the generated clients: 1 breaking, 2 dangerous, 2 safe\n")


def test_a_change_says_what_was_what_is_what_follows_and_what_to_do():
    text = as_markdown(comparison(change(values=(["5s", "8s"], ["5s"]))))
    for each in (
        "- `video.boat`: parameter is gone",
        '  - `["5s", "8s"]` → `["5s"]`',
        "  - **wire**: a call that worked is now refused or misread",
        "  - **source**: Python that imported and type-checked no longer does",
        "  - To do: Move.",
        "  - `specs/acme/apis/boat.yaml:7`, rule `param-removed`",
        "  - **Needs a reason**: `mediawright-gen diff main --acknowledge ",
    ):
        assert each in text


def test_an_approval_is_shown_with_its_source():
    entry = {"change": "0" * 12, "rule": "param-removed", "reason": "vendor-changed", "document": "https://a.example/n"}
    approval = Approval.model_validate({**entry, "read_on": "2026-11-20", "describe": "It is *gone*."})
    text = as_markdown(comparison(Judged(change().change, approval)))
    assert r"Acknowledged: vendor-changed, https://a.example/n, read on 2026-11-20: It is \*gone\*." in text
    assert "eeds a reason" not in text


def test_nothing_to_say_is_one_line():
    """An empty block that always stands there trains readers to skip the comment."""
    assert as_markdown(comparison()).count("\n") == 2


@pytest.mark.parametrize("severity", RULES)
def test_parts_without_changes_are_left_out(severity):
    text = as_markdown(comparison(change(severity)))
    titles = {"breaking": "**Breaking**", "dangerous": "**Dangerous**", "safe": "<details>"}
    assert [name for name, title in titles.items() if title in text] == [severity]


def test_mistakes_in_specs_are_told_first():
    problem = Problem(Place("specs/a.yaml", 3, 1), "some-rule", "x is |y|", "write z")
    text = as_markdown(comparison(problems=(problem,) * 40))
    assert "- `specs/a.yaml:3:1` some-rule: x is \\|y\\|; write z" in text
    assert "10 more: run `mediawright-gen check`" in text


@pytest.mark.parametrize("sheet", [COMMENT, SUMMARY])
def test_a_report_fits_where_it_is_shown_and_counts_everything(sheet):
    """GitHub refuses a comment of more than 65,536 characters; what is left out is counted, and mild before bad."""
    many = [change(s, number=n, vendor=v, what="文字 " * 50) for v in ("a", "b") for s in RULES for n in range(1500)]
    text = as_markdown(comparison(*many), sheet)
    assert sheet.size(text) <= {COMMENT: 65_536, SUMMARY: 1_048_576}[sheet]
    assert "3000 breaking, 3000 dangerous, 3000 safe" in text
    shown = text.count("rule `param-removed`")
    assert f"**{3000 - shown} breaking, 3000 dangerous, 3000 safe more**: see the summary of the job" in text
    assert shown > 50
    assert "**Dangerous**" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("<img src=x>", r"\<img src=x\>"),
        ("`code`", r"\`code\`"),
        ("see @someone", "see @<!-- -->someone"),
        ("me@example.com", "me@example.com"),
        ("fixes #12", r"fixes \#<!-- -->12"),
        ("[a](b)", r"\[a\](b)"),
        ("snake_case _em_", r"snake_case \_em\_"),
        ("&amp; & more", r"\&amp; & more"),
        ("- list", r"\- list"),
        ("提示词 改了", "提示词 改了"),
        ("two\nlines\u202e", r"two\\nlines\\u202e"),
    ],
)
def test_texts_are_shown_as_they_stand(text, expected):
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", "nothing"), (" a", "`  a `")]
)
def test_code_may_hold_any_quotes(text, expected):
    assert code(text) == expected
