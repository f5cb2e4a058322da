"""Checks of callbacks: what a client makes of a body that is sealed here, by the record alone."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from mediawright_runtime.comparing import outcome, same
from mediawright_runtime.played import play

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.played import ClientClass, Subject

_BLOCK = 16
_WHEN = 1_700_000_000_000
"""A time in milliseconds; no check minds that it is past."""
_EVER = float("inf")


def check_callback(
    client_class: ClientClass,
    subject: Subject,
    payload: Mapping[str, object],
    expect: Mapping[str, Any],
    seal: Mapping[str, Any] | None = None,
) -> None:
    """Check how a callback says that a task stands, and that its outputs are the result without a request.

    `expect` has the `id` of the task, its `state`, `raw`, the vendor's word, and perhaps `outputs` and their `kinds`.
    """
    outer = by_hand(payload, seal, subject.credentials) if seal else payload
    body = json.dumps(outer)
    task = outcome(play(client_class, subject, (), lambda client: client.parse_webhook({}, body, tolerance=_EVER)))
    for fact, found in (("id", task.id), ("state", task.reported.state), ("raw", task.reported.raw)):
        same(fact, found, expect[fact])
    if "outputs" in expect:
        told = play(client_class, subject, (), lambda client: client.parse_webhook({}, body, tolerance=_EVER).result())
        files = outcome(told).outputs
        for fact, found in (("outputs", [each.url for each in files]), ("kinds", [each.kind for each in files])):
            same(fact, found, expect[fact])


def by_hand(payload: Mapping[str, object], seal: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, object]:
    """Seal a payload as the record says, by none of the code that opens it: fields beside each other, AES in CBC."""
    body: dict[str, object] = {
        seal["payload"]: _encrypted(json.dumps(payload), secrets[seal["key"]], secrets[seal["iv"]])
    }
    if "timestamp" in seal:
        body[seal["timestamp"]] = _WHEN
    for part in seal["signed"]:
        if not part.startswith("{"):
            body.setdefault(part, f"any {part}")
    signed = (secrets[part.strip("{}")] if part.startswith("{") else str(body[part]) for part in seal["signed"])
    body[seal["signature"]] = hashlib.new(seal["digest"], "".join(sorted(signed)).encode()).hexdigest()
    return body


def _encrypted(text: str, key: str, vector: str) -> str:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415 (an extra)

    plain = text.encode()
    missing = _BLOCK - len(plain) % _BLOCK
    mode = modes.CBC(vector.encode()[:_BLOCK].ljust(_BLOCK, b"\0"))
    encryptor = Cipher(algorithms.AES(key.encode()), mode).encryptor()
    return b64encode(encryptor.update(plain + bytes([missing]) * missing) + encryptor.finalize()).decode()
