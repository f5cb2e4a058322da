"""Where outputs may be fetched from, judged anew at each redirect.

The origin of the client's own address is always allowed, on loopback too. Beside it: the hosts that the vendor lists,
over https, or any public https host where it lists none. An address that is not public is refused, however it is
written and whatever name resolves to it.

A name is resolved here to be judged, and once more by whatever transport is injected to be connected to. A name server
that gives another answer the second time leads to that host; what it then can do is what a host can do that shows a
certificate for the name, because all but the client's own origin is https.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from mediawright_runtime.errors import HostRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]|^ ")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\]")


@dataclass(frozen=True, slots=True)
class Host:
    """A host to be resolved before anything is fetched from it."""

    name: str
    port: int


@dataclass(frozen=True, slots=True)
class HostRule:
    """The hosts that one client may fetch outputs from."""

    base_url: str
    listed: tuple[str, ...] = ()
    """The vendor's hosts, exact, or with a leading dot for all below."""

    def admit(self, url: str) -> Host | None:
        """Judge an address as it is written; what comes back must still pass `refuse_private`, None need not.

        Raises:
            HostRefusedError: Nothing may be fetched from there.
        """
        parts = _parsed(url)
        if parts is None:
            raise HostRefusedError(url, "it is not a plain http or https address")
        if _origin(parts) == _origin(urlsplit(self.base_url)):
            return None
        if parts.scheme != "https":
            raise HostRefusedError(url, "it is not an https address")
        host = _origin(parts)[1]
        if self.listed and not any(_matches(host, listed) for listed in self.listed):
            raise HostRefusedError(url, f"the vendor's files lie at {', '.join(self.listed)}")
        return Host(host, parts.port or _PORTS["https"])


def located(url: str) -> Host | None:
    """Read which host an address is at; None for what is not a plain http or https address."""
    parts = _parsed(url)
    return Host(_origin(parts)[1], parts.port or _PORTS[parts.scheme]) if parts else None


def refuse_private(url: str, addresses: Iterable[str]) -> None:
    """Refuse a host of which any address is not public.

    Raises:
        HostRefusedError: An address is private, loopback, link-local or otherwise not public.
    """
    for address in addresses:
        if not _is_public(address):
            raise HostRefusedError(url, f"its host is at {address}, which is not a public address")


def _parsed(url: str) -> SplitResult | None:
    if _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = parts.netloc.lower()
    if port is not None:
        host = host.rpartition(":")[0]
    return parts if parts.scheme in _PORTS and _HOST.fullmatch(host) else None


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    return parts.scheme, (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme)


def _matches(host: str, listed: str) -> bool:
    return host.endswith(listed.lower()) if listed.startswith(".") else host == listed.lower()


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour or _translated(ip)
        if within is not None:
            return _is_public(str(within))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Take the IPv4 address out of one that NAT64 translates."""
    nat64 = ipaddress.IPv6Network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in nat64 else None
