"""An answer without secrets: what is kept is an allowlist, and it names what the documents name.

Kept are truth values and numbers of documented fields, the protocol's own words, documented values, and the hosts of
addresses. All other texts, ids, and whatever stands in a field that no document knows become a placeholder.
"""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from mediawright_generator.live.compare import kind
from mediawright_generator.live.known import Known, shown_name
from mediawright_runtime.paths import opened
from mediawright_runtime.shapes import is_list, is_object

_ITEMS = 2
"""So many of a list are kept: they show its form."""
_IDENTITY = re.compile(r"(^|_)(id|uid|user|owner|phone|mobile|key|token|secret)$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PRIVATE = re.compile(r"\S+@\S+|https?://\S+|(?=[\w+/=-]*\d)[\w+/=-]{16,}|[\w+/=-]{32,}|\d{5,}")
"""E-mail, addresses, keys and ids, as a message may hold them."""
_LONGEST = 200


def scrubbed(answer: object, known: Known, path: str = "") -> Any:
    """Make the form of an answer that may be kept and shown."""
    if is_object(answer):
        return dict(_member(str(name), value, known, path) for name, value in answer.items())
    if is_list(answer):
        return [scrubbed(each, known, path) for each in answer[:_ITEMS]]
    if isinstance(answer, str):
        return _text(answer, known, path)
    return 0 if _is_identity(path) and isinstance(answer, (int, float)) and not isinstance(answer, bool) else answer


def _member(name: str, value: object, known: Known, path: str) -> tuple[str, Any]:
    inner = f"{path}.{name}" if path else name
    if inner in known.places:
        return name, scrubbed(value, known, inner)
    return shown_name(name), f"<{kind(value)}>"


def _text(text: str, known: Known, path: str) -> str:
    if known.opens(path) and (inner := opened(text)) is not None:
        return json.dumps(scrubbed(inner, known, f"{path}@json"), ensure_ascii=False)
    if text in known.fields.get(path, {}).get("keywords", ()) or not text:
        return text
    if path in known.words:
        return _PRIVATE.sub("<...>", text)[:_LONGEST]
    if host := _host(text):
        return f"https://{host}/..."
    return f"<{path.rpartition('.')[2].removesuffix('@json') or 'string'}>"


def _host(text: str) -> str | None:
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None


def _is_identity(path: str) -> bool:
    return _IDENTITY.search(_CAMEL.sub("_", path.rpartition(".")[2])) is not None
