"""A client's credentials and address: given, or read from the environment when the client is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.redaction import shown
from mediawright_runtime.request import is_header_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_runtime.declarations import Credential, Vendor

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def resolve(vendor: Vendor, given: Mapping[str, str | None], environment: Mapping[str, str]) -> dict[str, str]:
    """Find the value of each credential.

    Raises:
        ConfigurationError: One is missing, or cannot stand in a header.
    """
    found = ((each, given.get(each.name) or environment.get(each.environment)) for each in vendor.credentials)
    return {each.name: _checked(vendor, each, value) for each, value in found if value or each.required}


def fill(headers: tuple[tuple[str, str], ...], credentials: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Fill credentials into headers; a header whose credential was not given is left out."""
    for name, template in headers:
        if all(found in credentials for found in _PLACEHOLDER.findall(template)):
            yield name, _PLACEHOLDER.sub(lambda found: credentials[found[1]], template)


def address(vendor: Vendor, base_url: str | None) -> str:
    """Take the address that was given, or the vendor's own, without a slash at its end.

    Raises:
        ConfigurationError: It is not an http or https address.
    """
    url = vendor.servers[0] if base_url is None else base_url
    if not _is_address(url):
        why = "an http or https address with a host, without user name, query or fragment"
        raise ConfigurationError(f"{vendor.name}: base_url {shown(url)} is not usable; give {why}")
    return url.rstrip("/")


def _checked(vendor: Vendor, credential: Credential, value: str | None) -> str:
    where = f"pass {credential.name}= to the client, or set the environment variable {credential.environment}"
    if not value:
        raise ConfigurationError(f"{vendor.name}: no {credential.name}; {where}")
    if not is_header_value(value):
        what = "holds a space at its ends, a line break or another character that no header can carry"
        raise ConfigurationError(f"{vendor.name}: {credential.name} {what}; {where}")
    return value


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        well_formed = parts.port is None or parts.port >= 0
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and " " not in url
    return (
        plain
        and well_formed
        and parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and not _has_more(url, parts.netloc)
    )


def _has_more(url: str, netloc: str) -> bool:
    return "@" in netloc or "?" in url or "#" in url or "\\" in url
