"""Formatting prunes imports and leaves other files alone."""

import pytest

from mediawright_generator.cache import Shelf
from mediawright_generator.formatting import FormattingError, format_all


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "formatted", "this test")


def test_unused_imports_go_and_other_files_stay(shelf):
    formatted = format_all({"a/b.py": "import os\nx   =  'y'\n", "a/c.json": '{"x":   1}'}, shelf)

    assert formatted == {"a/b.py": 'x = "y"\n', "a/c.json": '{"x":   1}'}


def test_code_that_cannot_be_read_names_its_file(shelf):
    with pytest.raises(FormattingError, match=r"broken\.py"):
        format_all({"broken.py": "def :\n"}, shelf)
