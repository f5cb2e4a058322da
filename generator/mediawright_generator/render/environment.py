"""The Jinja environment: strict about names, quiet about whitespace, and with one filter of its own."""

import re
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined


def environment() -> Environment:
    """Make the environment that reads the shipped templates."""
    made = Environment(
        autoescape=False,  # noqa: S701  Python source is emitted, no HTML
        keep_trailing_newline=True,
        loader=FunctionLoader(_source),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["docstring"] = docstring
    return made


def _source(name: str) -> str:
    return files("mediawright_templates").joinpath(name).read_text(encoding="utf-8")


def docstring(text: str) -> str:
    r"""Make text safe between triple quotes: backslashes stay backslashes, quotes end nothing."""
    return re.sub(r'"(?="|\Z)', r"\"", text.replace("\\", "\\\\"))
