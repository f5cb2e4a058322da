"""The seal of a callback: an encrypted payload, and a signature over what goes with it."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets as random
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime import header, paths
from mediawright_runtime.errors import ConfigurationError, WebhookError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.modes import CBC
    from cryptography.hazmat.primitives.padding import PKCS7

    from mediawright_runtime.declarations import Seal

_BLOCK = 16
_KEYS = (16, 24, 32)


class Window(NamedTuple):
    """When a callback must have been sent, in seconds."""

    now: float
    tolerance: float


def unsealed(seal: Seal, body: object, secrets: Mapping[str, str], window: Window) -> bytes:
    """Verify a sealed body and decrypt its payload.

    Raises:
        WebhookError: It is not the vendor's, not of this time, or not for this key.
        ConfigurationError: A credential or the package that decrypts is missing.
    """
    _demand(seal, secrets)
    expected = _signature(seal, body, secrets)
    if not hmac.compare_digest(_text(body, seal.signature).lower().encode(), expected.encode()):
        raise WebhookError("bad signature", f"{seal.signature!r} is not what the vendor's credentials make of the body")
    if seal.timestamp is not None:
        _refuse_other_times(_text(body, seal.timestamp), seal.timestamp, window)
    return _decrypted(seal, _text(body, seal.payload), secrets)


def sealed(seal: Seal, payload: bytes, secrets: Mapping[str, str], now: float) -> dict[str, object]:
    """Encrypt and sign a payload as the vendor does."""
    _demand(seal, secrets)
    body: dict[str, object] = {}
    paths.put(body, seal.payload, b64encode(_encrypted(seal, payload, secrets)).decode())
    if seal.timestamp is not None:
        paths.put(body, seal.timestamp, int(now * 1000))
    for part in seal.signed:
        if not header.names(part) and paths.first(body, part) is None:
            paths.put(body, part, random.token_hex(8))
    paths.put(body, seal.signature, _signature(seal, body, secrets))
    return body


def _demand(seal: Seal, secrets: Mapping[str, str]) -> None:
    needed = {seal.key, seal.iv}.union(*map(header.names, seal.signed))
    if missing := sorted(needed - secrets.keys()):
        raise ConfigurationError(f"callbacks are sealed with {', '.join(missing)}; give the client what it lacks")


def _signature(seal: Seal, body: object, secrets: Mapping[str, str]) -> str:
    parts = (header.fill(part, secrets) if header.names(part) else _text(body, part) for part in seal.signed)
    return hashlib.new(seal.digest, "".join(sorted(parts)).encode()).hexdigest()


def _refuse_other_times(text: str, place: str, window: Window) -> None:
    try:
        ago = window.now - float(text) / 1000
    except ValueError:
        raise WebhookError("missing field", f"{place!r} is not a time in milliseconds") from None
    if not abs(ago) <= window.tolerance:
        when = f"{ago:.0f} s ago" if ago > 0 else f"{-ago:.0f} s from now"
        raise WebhookError("old timestamp", f"it was sent {when}; at most {window.tolerance:g} s are allowed")


def _encrypted(seal: Seal, payload: bytes, secrets: Mapping[str, str]) -> bytes:
    cipher, padding = _cipher(seal, secrets)
    padder, encryptor = padding.padder(), cipher.encryptor()
    padded = padder.update(payload) + padder.finalize()
    return encryptor.update(padded) + encryptor.finalize()


def _decrypted(seal: Seal, text: str, secrets: Mapping[str, str]) -> bytes:
    cipher, padding = _cipher(seal, secrets)
    unpadder, decryptor = padding.unpadder(), cipher.decryptor()
    padded = decryptor.update(_blocks(seal, text)) + decryptor.finalize()
    try:
        return unpadder.update(padded) + unpadder.finalize()
    except ValueError:
        raise WebhookError("wrong key", f"{seal.key} does not decrypt {seal.payload!r}") from None


def _blocks(seal: Seal, text: str) -> bytes:
    try:
        encrypted = b64decode(text, validate=True)
    except ValueError:
        encrypted = b""
    if not encrypted or len(encrypted) % _BLOCK:
        raise WebhookError("truncated body", f"{seal.payload!r} is not whole blocks in base64")
    return encrypted


def _cipher(seal: Seal, secrets: Mapping[str, str]) -> tuple[Cipher[CBC], PKCS7]:
    try:
        from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415 (an extra)
        from cryptography.hazmat.primitives.ciphers.algorithms import AES  # noqa: PLC0415 (an extra)
        from cryptography.hazmat.primitives.ciphers.modes import CBC  # noqa: PLC0415 (an extra)
        from cryptography.hazmat.primitives.padding import PKCS7  # noqa: PLC0415 (an extra)
    except ImportError as missing:
        how = "pip install 'mediawright[webhooks]'"
        raise ConfigurationError(f"sealed callbacks need the package cryptography; install it with: {how}") from missing
    key = secrets[seal.key].encode()
    if len(key) not in _KEYS:
        raise ConfigurationError(f"{seal.key} has {len(key)} bytes; as a key it must have 16, 24 or 32")
    iv = secrets[seal.iv].encode()[:_BLOCK].ljust(_BLOCK, b"\0")
    return Cipher(AES(key), CBC(iv)), PKCS7(8 * _BLOCK)


def _text(body: object, place: str) -> str:
    """Read what goes into a signature, numbers as JSON writes them."""
    value = paths.first(body, place)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise WebhookError("missing field", f"the body has no {place!r}")
    return value if isinstance(value, str) else json.dumps(value)
