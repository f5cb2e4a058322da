"""What may stand in a message: one short line, without secrets and without the queries of addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{0,20}://)(?:[^\s/?#@'\"]*@)?([^\s?#'\"]*)\?[^\s'\"]*", re.IGNORECASE)
_USER = re.compile(r"\b([a-z][a-z0-9+.-]{0,20}://)[^\s/?#@'\"]+@", re.IGNORECASE)
_MESSAGE = 300
_VALUE = 80
_SHORTEST_SECRET = 4
_PLAIN = (bool, bytes, float, int, str)


def one_line(text: str, limit: int = _MESSAGE) -> str:
    """Bring a text into one line of at most `limit` characters, and cut the queries off its addresses."""
    head = " ".join(text[: 8 * limit].split())
    return _capped(_USER.sub(r"\1", _ADDRESS.sub(r"\1\2?...", head)), limit)


def shown(value: object) -> str:
    """Show a value as Python would write it, in one short line."""
    if isinstance(value, (str, bytes)):
        value = value[: 8 * _VALUE]
    try:
        return one_line(repr(value), _VALUE)
    except RecursionError:
        return f"a {type(value).__name__} that is nested too deep to show"


def plain(value: object) -> object:
    """Keep what is plain data; anything else becomes its short text, so that errors pickle."""
    try:
        return _plain(value)
    except RecursionError:
        return shown(value)


def _plain(value: object) -> object:
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if is_list(value):
        return [_plain(item) for item in value]
    if is_object(value):
        return {str(key): _plain(item) for key, item in value.items()}
    return shown(value)


class Redaction:
    """Takes the secrets of one client out of texts that come from elsewhere."""

    __slots__ = ("_secrets",)

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets: tuple[str, ...] = ()
        self.learn(*secrets)

    def learn(self, *secrets: str) -> None:
        """Take more secrets out from now on, the longest first: one may be a part of another."""
        spelled = (each for secret in secrets for each in _spellings(secret))
        known = {secret for secret in (*self._secrets, *spelled) if len(secret) >= _SHORTEST_SECRET}
        self._secrets = tuple(sorted(known, key=len, reverse=True))

    def line(self, text: str, limit: int = _MESSAGE) -> str:
        """Bring a text into one line without secrets."""
        return one_line(self.text(text, 8 * limit), limit)

    def text(self, text: str, limit: int) -> str:
        """Cap a text and take the secrets out."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return _capped(text, limit)


def _capped(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 3]}..."


def _spellings(secret: str) -> tuple[str, ...]:
    """Spell a secret as it is, as JSON may have it, and as an address has it."""
    return secret, secret.replace("/", "\\/"), quote(secret, safe="")
