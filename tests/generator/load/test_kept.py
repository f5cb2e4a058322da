"""Files read before are the same when they come from the shelf."""

from pathlib import Path

import pytest

from mediawright_generator.cache import Shelf
from mediawright_generator.load import load
from mediawright_generator.load.file import RECORD
from mediawright_generator.load.kept import parse_once

ROOT = Path(__file__).parents[3]


def test_every_committed_spec_comes_back_as_it_was(tmp_path):
    """A run with a shelf sees exactly what one without sees, places included."""
    shelf = Shelf(tmp_path / "parsed", "this test")
    fresh = load(ROOT / "specs", ROOT)
    load(ROOT / "specs", ROOT, shelf)
    shelf.save()

    kept = load(ROOT / "specs", ROOT, Shelf(tmp_path / "parsed", "this test"))

    assert kept == fresh
    assert [each.model.model_fields_set for each in kept[0][0].operations] == [
        each.model.model_fields_set for each in fresh[0][0].operations
    ]


@pytest.mark.parametrize("rule", ["{a: [x]}", "{a: x}", "{a: {present: true}}"])
def test_conditions_come_back(tmp_path, rule):
    content = f"name: A\ncategory: a\nmethod: POST\nendpoint: /a\nrules: [{{when: {rule}, then: {rule}}}]\n".encode()
    shelf = Shelf(tmp_path / "parsed", "this test")

    assert parse_once(content, "a.yaml", RECORD, shelf) == parse_once(content, "a.yaml", RECORD, shelf)


def test_a_file_with_problems_is_read_each_time(tmp_path):
    shelf = Shelf(tmp_path / "parsed", "this test")
    first = parse_once(b"nome: A\n", "a.yaml", RECORD, shelf)

    assert first[1]
    assert parse_once(b"nome: A\n", "a.yaml", RECORD, shelf) == first
