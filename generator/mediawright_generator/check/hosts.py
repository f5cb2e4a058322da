"""Rules on addresses of servers and files: whom a client trusts with keys, and from whom it takes files."""

import ipaddress
import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from mediawright_generator.check.rule import Finding, each_file
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import Place

_HOST: Final = re.compile(r"\.?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_PLACEHOLDERS: Final = ("example.com", "example.org", "example.net")
"""Hosts that RFC 2606 keeps for texts, so that nobody answers there."""
_SECOND_LEVELS: Final = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "ltd", "mil", "ne", "net", "nom", "or", "org", "plc", "sch"}
)
"""Labels under which countries let anybody register, as `co.uk` and `com.cn`."""
_COUNTRY: Final = 2
_OF_EVERYBODY: Final = frozenset(
    {
        "akamaihd.net",
        "akamaized.net",
        "amazonaws.com",
        "appspot.com",
        "azureedge.net",
        "azurewebsites.net",
        "b-cdn.net",
        "backblazeb2.com",
        "bcebos.com",
        "blob.core.windows.net",
        "cloudflarestorage.com",
        "cloudfront.net",
        "core.windows.net",
        "digitaloceanspaces.com",
        "fastly.net",
        "firebasestorage.app",
        "github.io",
        "githubusercontent.com",
        "googleapis.com",
        "googleusercontent.com",
        "herokuapp.com",
        "myqcloud.com",
        "myhuaweicloud.com",
        "netlify.app",
        "ngrok.io",
        "ngrok-free.app",
        "pages.dev",
        "r2.dev",
        "storage.googleapis.com",
        "vercel.app",
        "volces.com",
        "wasabisys.com",
        "windows.net",
        "workers.dev",
        "s3.amazonaws.com",
        "web.app",
        "fly.dev",
        "onrender.com",
        "supabase.co",
    }
)
"""Hosts below which anybody may rent a name and put files, but for one that a vendor itself publishes whole."""


class ServerAt(NamedTuple):
    """A server of a vendor or of one operation, and where it stands."""

    url: str
    place: Place


def servers(loaded: LoadedVendor) -> Iterator[ServerAt]:
    """Give every server to which keys may go."""
    for located in each_file(loaded):
        for index, server in enumerate(located.model.servers):
            yield ServerAt(server.url, located.place("servers", index, "url"))


def server_without_https(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find servers that get keys in the clear; a service on the caller's own machine may."""
    for server in servers(loaded):
        if is_clear(server.url):
            yield Finding(server.place, f"server {server.url!r} would get credentials in the clear", "write https")


def malformed_server(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find servers whose address has no name of a host, or more than one needs."""
    for server in servers(loaded):
        if what := server_mistake(server.url):
            remedy = "write the address that the vendor documents"
            yield Finding(server.place, f"server {server.url!r} {what}", remedy)


def repeated_server(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find servers that are listed twice, and operations of whose servers the first is that of all others."""
    seen: set[tuple[str, str]] = set()
    for server in servers(loaded):
        address = server.place.file, server.url.lower()
        if address in seen:
            yield Finding(server.place, f"server {server.url!r} stands here again", "keep one of them")
        seen.add(address)
    shared = loaded.vendor.model.servers[0].url
    for located in loaded.operations:
        if located.model.servers[:1] and located.model.servers[0].url == shared:
            what = f"server {shared!r} is that of all other operations, too"
            yield Finding(located.place("servers", 0, "url"), what, "remove `servers` from this record")


def malformed_output_host(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find output hosts that are no names of hosts, so that no file is at any."""
    for index, host in enumerate(loaded.vendor.model.output_hosts):
        if not _HOST.fullmatch(host) or _is_ip(host):
            what = f"output host {host!r} is no name of a host"
            remedy = "write the name alone, in lower case, with a leading dot for all below it"
            yield Finding(loaded.vendor.place("output_hosts", index), what, remedy)


def wide_output_host(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find output hosts below which anybody may put files."""
    for index, host in enumerate(loaded.vendor.model.output_hosts):
        if _HOST.fullmatch(host) and is_wide(host):
            what = f"output host {host!r} lets anybody's files pass for the vendor's"
            yield Finding(loaded.vendor.place("output_hosts", index), what, "name the vendor's own host below it")


def repeated_output_host(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find output hosts that another one admits already."""
    hosts = loaded.vendor.model.output_hosts
    for index, host in enumerate(hosts):
        others = (*hosts[:index], *(each for each in hosts[index + 1 :] if each != host))
        admits = next((each for each in others if each == host or (each[:1] == "." and host.endswith(each))), None)
        if admits is not None:
            what = f"output host {host!r} is admitted by {admits!r} already"
            yield Finding(loaded.vendor.place("output_hosts", index), what, "remove it")


def is_wide(host: str) -> bool:
    """Tell whether a host, or what is below it, belongs to more than one owner."""
    name = host.removeprefix(".")
    labels = name.split(".")
    is_suffix = len(labels) == 2 and labels[0] in _SECOND_LEVELS and len(labels[1]) == _COUNTRY  # noqa: PLR2004 (as co.uk)
    return len(labels) == 1 or is_suffix or (host.startswith(".") and name in _OF_EVERYBODY)


def is_clear(url: str) -> bool:
    """Tell whether an address gets keys in the clear."""
    parts = _split(url)
    return parts is not None and parts.scheme != "https" and parts.hostname not in _LOCAL


def is_local(url: str) -> bool:
    """Tell whether a service is on the caller's own machine."""
    parts = _split(url)
    return parts is not None and parts.hostname in _LOCAL


def server_mistake(url: str) -> str:
    """Say what makes an address none of a server; empty where nothing does."""
    parts = _split(url)
    if parts is None or not parts.hostname:
        return "cannot be read as an address"
    if "@" in parts.netloc:
        return "has a user name in it"
    if parts.hostname in _LOCAL:
        return ""
    if _is_ip(parts.hostname):
        return "is at a number, for which nobody shows a certificate" if parts.scheme == "https" else ""
    if parts.hostname.removeprefix("www.").removeprefix("api.") in _PLACEHOLDERS:
        return "is a placeholder at which nobody answers"
    return "" if "." in parts.hostname else "is at no public host"


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # is read when asked for, and may be none
    except ValueError:
        return None
    return parts
