"""Formatting prunes imports and leaves other files alone."""

import pytest

from mediawright_generator.formatting import FormattingError, format_all


def test_unused_imports_go_and_other_files_stay():
    formatted = format_all({"a/b.py": "import os\nx   =  'y'\n", "a/c.json": '{"x":   1}'})

    assert formatted == {"a/b.py": 'x = "y"\n', "a/c.json": '{"x":   1}'}


def test_code_that_cannot_be_read_names_its_file():
    with pytest.raises(FormattingError, match=r"broken\.py"):
        format_all({"broken.py": "def :\n"})
