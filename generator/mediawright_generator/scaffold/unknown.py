"""What may stay unknown in a spec that was just started."""

from typing import Any


def source(document: str, today: str) -> list[dict[str, Any]]:
    """Name the document in which facts were read today; nothing where nobody named any."""
    return [{"document": document, "read_on": today, "verified_live": False}] if document else []


def listed_or_unknown(text: str) -> list[str]:
    """Read what stands between commas."""
    return [each.strip() for each in text.split(",") if each.strip()]
