"""Following an address to where its answers point: a few steps, each judged by whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mediawright_runtime.redaction import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.steps import Steps

_MOST = 5
_STATUSES = frozenset({301, 302, 303, 307, 308})


class StrayedError(Exception):
    """Where an address leads cannot be followed; the message says why."""


def location(status: int, headers: Mapping[str, str]) -> str | None:
    """Say where an answer points on to; None if it stands for itself."""
    return (headers.get("location") or None) if status in _STATUSES else None


def followed(url: str, ask: Callable[[str], Steps[str | None]]) -> Steps[str]:
    """Ask an address, then the one that its answer points to, and so on; give the last one.

    Args:
        url: The first one.
        ask: Asks one, and says where the answer points on to.

    Raises:
        StrayedError: There are too many, or one points to what is no address.
    """
    for _ in range(_MOST + 1):
        onward = yield from ask(url)
        if onward is None:
            return url
        url = _joined(url, onward)
    raise StrayedError(f"is behind more than {_MOST} redirects")


def _joined(url: str, onward: str) -> str:
    try:
        return urljoin(url, onward)
    except ValueError as error:
        raise StrayedError(f"leads on to {shown(onward)}, which is no address") from error
