"""Templates fail on what a view lacks, and text cannot leave its docstring."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from mediawright_generator.cache import Shelf
from mediawright_generator.render.environment import docstring, environment


def test_a_missing_field_is_an_error(tmp_path):
    with pytest.raises(UndefinedError):
        environment(Shelf(tmp_path / "templates", "this test")).from_string("{{ view.missing }}").render(view=object())


@given(st.text(alphabet=st.sampled_from("\"\\'a \n{}é中")))
def test_any_text_comes_back_from_its_docstring(text):
    source = f'"""{docstring(text)}"""'

    assert ast.literal_eval(source) == text


def test_a_template_is_compiled_once(tmp_path):
    first, name = Shelf(tmp_path / "templates", "this test"), "mediawright/vendor/package.py.jinja"
    rendered = environment(first).get_template(name).render(view={"docstring": "said"})
    first.save()
    second = environment(Shelf(tmp_path / "templates", "this test"))
    second.compile = None  # whoever compiles now, fails

    assert second.get_template(name).render(view={"docstring": "said"}) == rendered
