"""What stays unknown in a spec that was just started, marked for the person who looks it up."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

_NOTES: Final = {
    "description": "Missing; say in one sentence of your own what it does.",
    "sources": "Nobody has said where the facts were read.",
}


def unknown(facts: Mapping[str, Any], keys: Iterable[str]) -> Iterator[dict[str, str]]:
    """Mark the keys that have no value."""
    yield from ({"fact": key, "note": _NOTES[key]} for key in keys if not facts.get(key))


def source(document: str, today: str) -> list[dict[str, Any]]:
    """Name the document in which facts were read today; nothing where nobody named any."""
    return [{"document": document, "read_on": today, "verified_live": False}] if document else []


def listed_or_unknown(text: str) -> list[str]:
    """Read what stands between commas."""
    return [each.strip() for each in text.split(",") if each.strip()]
