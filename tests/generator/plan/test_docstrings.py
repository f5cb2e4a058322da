"""Docstrings read as sentences, whatever the spec's texts look like."""

import pytest

from mediawright_generator.plan.docstrings import headline, method_docstring, readable


def operation(**facts):
    return {"name": "Boat 2.0", "description": "", "api_body": [], "rules": [], **facts}


def summary(**facts):
    return method_docstring(operation(**facts)).partition("\n\nReturns:")[0]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "Boat 2.0."),
        ({"description": "Makes a boat"}, "Boat 2.0: Makes a boat."),
        ({"description": "Makes a boat!"}, "Boat 2.0: Makes a boat!"),
        ({"description": "Makes\n  a boat.\n\nOf paper.\n"}, "Boat 2.0: Makes a boat.\n\nOf paper."),
        ({"description": "生成纸船。"}, "Boat 2.0.\n\n生成纸船。"),
        ({"name": "boat", "description": "Makes one."}, "Boat: Makes one."),
        ({"name": "soul_boat"}, "soul_boat."),
        ({"name": "Boat inc."}, "Boat inc."),
        ({"description": "boats " * 20}, f"Boat 2.0.\n\n{'boats ' * 16}".rstrip() + "\nboats boats boats boats."),
    ],
    ids=str,
)
def test_a_docstring_begins_with_one_line_that_ends(facts, told):
    assert summary(**facts) == told


def test_facts_about_an_argument_are_sentences():
    parameter = {"name": "a", "python_name": "a", "type": "string", "required": False, "describe": "What\nis seen"}

    assert "a: What is seen. A string." in method_docstring(operation(api_body=[parameter]))


def test_what_nobody_sees_is_left_out():
    assert readable("a\0b\u200bc\u202ed\x1be") == "abcde"
    assert readable("👩\u200d🎨 a b\tc\n") == "👩\u200d🎨 a b\tc\n"


@pytest.mark.parametrize(
    ("text", "line"), [("视频生成。", "视频生成."), ("videos from words", "Videos from words."), ("Why?", "Why?")]
)
def test_a_headline_ends_in_a_way_that_linters_know(text, line):
    assert headline(text) == line
