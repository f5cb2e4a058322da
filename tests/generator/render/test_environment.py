"""Templates fail on what a view lacks, and text cannot leave its docstring."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from mediawright_generator.render.environment import docstring, environment


def test_a_missing_field_is_an_error():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ view.missing }}").render(view=object())


@given(st.text(alphabet=st.sampled_from("\"\\'a \n{}é中")))
def test_any_text_comes_back_from_its_docstring(text):
    source = f'"""{docstring(text)}"""'

    assert ast.literal_eval(source) == text
