"""A client's credentials and address: given, or read from the environment when the client is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.redaction import shown
from mediawright_runtime.request import is_header_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Credential, Vendor


class Credentials(NamedTuple):
    """The credentials of one client, by name."""

    used: Mapping[str, str]
    """Those that go along with calls: of several sets one only."""
    held: Mapping[str, str]
    """All that were given."""

    def __repr__(self) -> str:
        """Name them, and show none."""
        return f"Credentials(used={sorted(self.used)}, held={sorted(self.held)})"


def resolve(vendor: Vendor, given: Mapping[str, str | None], environment: Mapping[str, str]) -> Credentials:
    """Find the value of each credential.

    Of several sets the first complete one is used: of those given to the client, else of those in the environment too.

    Raises:
        ConfigurationError: One is missing, or cannot stand in a header.
    """
    said = {each.name: value for each in vendor.credentials if (value := given.get(each.name))}
    read = {each.name: value for each in vendor.credentials if (value := environment.get(each.environment))}
    held = read | said
    unused = _unused(vendor, said, held)
    wanted = [each for each in vendor.credentials if each.name not in unused]
    checked = ((each, _checked(vendor, each, held.get(each.name))) for each in wanted)
    return Credentials({each.name: value for each, value in checked if value}, held)


def _unused(vendor: Vendor, said: Mapping[str, str], held: Mapping[str, str]) -> set[str]:
    """Name the credentials that do not count, as they are of other sets than the one that is used."""
    if not vendor.credential_sets:
        return set()
    complete = (each for source in (said, held) for each in vendor.credential_sets if source.keys() >= set(each))
    used = next(complete, None)
    if used is None:
        raise ConfigurationError(f"{vendor.name}: no set of credentials is complete; {_sets(vendor)}")
    return {name for each in vendor.credential_sets for name in each} - set(used)


def _sets(vendor: Vendor) -> str:
    """Say which sets there are."""
    variables = {each.name: each.environment for each in vendor.credentials}
    keywords = " or ".join(" and ".join(f"{name}=" for name in each) for each in vendor.credential_sets)
    environment = " or ".join(" and ".join(variables[name] for name in each) for each in vendor.credential_sets)
    return f"pass {keywords} to the client, or set the environment variables {environment}"


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


def _checked(vendor: Vendor, credential: Credential, value: str | None) -> str | None:
    where = f"pass {credential.name}= to the client, or set the environment variable {credential.environment}"
    if value is None and credential.required and not _is_in_a_set(vendor, credential):
        raise ConfigurationError(f"{vendor.name}: no {credential.name}; {where}")
    if value is not None and not is_header_value(value):
        what = "holds a space at its ends, a line break or another character that no header can carry"
        raise ConfigurationError(f"{vendor.name}: {credential.name} {what}; {where}")
    return value


def _is_in_a_set(vendor: Vendor, credential: Credential) -> bool:
    return any(credential.name in each for each in vendor.credential_sets)


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
