"""The forms in which `check` tells what it came to: one module a form, one line in the table."""

from collections.abc import Callable, Mapping
from typing import Final

from mediawright_generator.report import annotations, data, plain, sarif
from mediawright_generator.verdict import Verdict

FORMATS: Final[Mapping[str, Callable[[Verdict], str]]] = {
    "text": plain.written,
    "json": data.written,
    "sarif": sarif.written,
    "github": annotations.written,
}
"""A form by its name on the command line -> the whole text of a verdict in it."""
