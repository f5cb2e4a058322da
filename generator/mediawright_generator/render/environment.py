"""The Jinja environment: strict about names, quiet about whitespace, and with one filter of its own."""

import re
from base64 import b64decode, b64encode
from importlib.resources import files

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket

from mediawright_generator.cache import Shelf


def environment(compiled: Shelf) -> Environment:
    """Make the environment that reads the shipped templates; `compiled` keeps them as Python runs them."""
    made = Environment(
        autoescape=False,  # noqa: S701  Python source is emitted, no HTML
        bytecode_cache=_OnShelf(compiled),
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


class _OnShelf(BytecodeCache):
    """Keeps compiled templates on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._shelf.get(f"{bucket.key}{bucket.checksum}")
        if kept is not None:
            bucket.bytecode_from_string(b64decode(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._shelf.put(f"{bucket.key}{bucket.checksum}", b64encode(bucket.bytecode_to_string()).decode())
