"""Media types of bodies and answers: which one is taken, and what the others are."""

import re
from collections.abc import Iterable
from typing import Final

from mediawright_generator.importer.openapi.reference import Node

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
STREAM: Final = "text/event-stream"
BINARY: Final = "application/octet-stream"
_MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")


def bare(media_type: str) -> str:
    """Write a media type in lower case and without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON; `*/*` and nothing at all count as JSON."""
    said = bare(media_type)
    return said in (JSON, "*/*", "", "text/json") or said.endswith("+json") or said == "application/*"


def is_form(media_type: str) -> bool:
    """Tell whether a body of this type is a form."""
    return bare(media_type) in (FORM, MULTIPART)


def concrete(media_type: str) -> str:
    """Write a media type that names one: of a range any bytes."""
    said = bare(media_type)
    return said if _MEDIA_TYPE.fullmatch(said) else BINARY


def by_preference(content: Node) -> tuple[tuple[str, Node], ...]:
    """Order the content of a body: JSON first, then forms, then the others as they stand."""
    found = list(content.items())
    return tuple(sorted(found, key=lambda each: (not is_json(each[0]), not is_form(each[0]))))


def named(types: Iterable[str]) -> str:
    """Name media types in a message."""
    return ", ".join(repr(each) for each in types)
