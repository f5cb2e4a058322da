"""Every text of a file that could hold an address, a secret or a person, with the way to it."""

from collections.abc import Iterator
from typing import Any, Final

from mediawright_generator.load.nodes import Path
from mediawright_generator.spec.base import Spec
from mediawright_runtime.shapes import is_list, is_object

_SHORTEST: Final = 8
"""Fewest characters of an address, a key or a name at a host."""


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text in a value, with the way to it; names of documents are many, and none of these."""
    if isinstance(value, str):
        if len(value) >= _SHORTEST:
            yield path, value
    elif isinstance(value, Spec):
        for key, each in value.__dict__.items():
            if each and key != "document":
                yield from texts(each, (*path, key))
    elif is_object(value):
        for key, each in value.items():
            yield from texts(each, (*path, key))
    elif is_list(value):
        for index, each in enumerate(value):
            yield from texts(each, (*path, index))
