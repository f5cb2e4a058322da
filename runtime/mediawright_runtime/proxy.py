"""The proxy that a client of our own goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mediawright_runtime.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMES = frozenset({"http", "https", "socks5", "socks5h"})


def checked(proxy: str | None, *, injected: bool) -> str | None:
    """Take the address of a proxy.

    Raises:
        ConfigurationError: It is no such address, or an injected client has its own.
    """
    if proxy is None:
        return None
    if injected:
        raise ConfigurationError("proxy and http_client are both given; set the proxy on the client that is injected")
    if not _is_address(proxy):
        what = "an http, https, socks5 or socks5h address, as http://user:password@host:port"
        raise ConfigurationError(f"proxy is not usable as it is; give {what}")
    return proxy


def secrets(proxy: str | None) -> Iterator[str]:
    """Name what no text may show of an address, as it is written and as it is meant."""
    user, at, _ = urlsplit(proxy or "").netloc.rpartition("@")
    if at:
        name, _, password = user.partition(":")
        for each in (user, name, password):
            yield from (each, unquote(each))


def _is_address(proxy: str) -> bool:
    try:
        parts = urlsplit(proxy)
        well_formed = parts.port is None or parts.port > 0
    except ValueError:
        return False
    more = parts.path.strip("/") or parts.query or parts.fragment
    return well_formed and parts.scheme in _SCHEMES and bool(parts.hostname) and not more
