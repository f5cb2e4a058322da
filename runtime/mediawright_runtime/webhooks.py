"""Callbacks: what a vendor sends when a task ends, read as a look at the task, and written as the vendor does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mediawright_runtime import paths, seal
from mediawright_runtime.errors import WebhookError
from mediawright_runtime.handle import is_id
from mediawright_runtime.outputs import read_outputs
from mediawright_runtime.reading import Reading
from mediawright_runtime.shapes import is_object
from mediawright_runtime.status import read_reason, read_status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Callback, Vendor
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.seal import Window

_HEADERS = {"Content-Type": "application/json"}
_KIND = "file"
"""What an output is of which its place does not say it: a callback names no create."""


def documented(vendor: Vendor) -> Callback:
    """Take what the vendor documents of its callbacks.

    Raises:
        WebhookError: It documents none.
    """
    if vendor.callback is None:
        raise WebhookError("no callback", f"{vendor.name} documents no callbacks; ask for the task's status")
    return vendor.callback


def opened(callback: Callback, body: bytes | str, secrets: Mapping[str, str], window: Window) -> dict[str, object]:
    """Verify a callback where it is sealed, and open it.

    Raises:
        WebhookError: It is not the vendor's, or cannot be read.
        ConfigurationError: A credential or a package is missing that opens it.
    """
    outer = _parsed(body, "the body")
    if callback.seal is None:
        return outer
    payload = seal.unsealed(callback.seal, outer, secrets, window)
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        raise WebhookError("wrong key", f"{callback.seal.key} makes no text of {callback.seal.payload!r}") from None
    return _parsed(text, "the payload")


def written(
    callback: Callback, payload: Mapping[str, object], secrets: Mapping[str, str], now: float
) -> tuple[dict[str, str], bytes]:
    """Make headers and body of a callback."""
    content = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    if callback.seal is not None:
        content = json.dumps(seal.sealed(callback.seal, content, secrets, now), separators=(",", ":")).encode()
    return dict(_HEADERS), content


def told_id(callback: Callback, payload: object) -> str | int:
    """Read which task a callback is about.

    Raises:
        WebhookError: It does not say.
    """
    found = paths.first(payload, callback.id)
    if not is_id(found):
        raise WebhookError("missing field", f"the callback has no {callback.id!r}, which names the task")
    return found


def told(callback: Callback, vendor: Vendor, payload: dict[str, object], redaction: Redaction) -> Reading:
    """Read how the task of a callback stands.

    Raises:
        WebhookError: It does not say.
    """
    lifecycle = vendor.tasks[callback.task]
    status = read_status(payload, lifecycle, callback.status)
    if status.raw is None:
        raise WebhookError("missing field", f"the callback has no {callback.status!r}, which says how the task stands")
    outputs = read_outputs(payload, callback.outputs, _KIND) if status.state == "succeeded" else ()
    return Reading(status, payload, None, redaction.line(read_reason(payload, callback.reason)), outputs)


def _parsed(text: bytes | str, what: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _is_cut(text, error):
            raise WebhookError("truncated body", f"{what} ends early") from None
        raise WebhookError("not JSON", f"{what} is not JSON") from None
    if not is_object(found):
        raise WebhookError("not JSON", f"{what} is not a JSON object")
    return found


def _is_cut(text: bytes | str, error: Exception) -> bool:
    """Whether a text that is no JSON begins as an object and does not end as one."""
    whole = (text.decode(errors="replace") if isinstance(text, bytes) else text).strip()
    at_end = isinstance(error, json.JSONDecodeError) and error.pos >= len(whole)
    return not whole or (whole.startswith("{") and (at_end or not whole.endswith("}")))
