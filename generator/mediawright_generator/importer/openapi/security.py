"""How a document says who calls: its security schemes, and keys that it only knows as header parameters."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from mediawright_generator.importer.openapi.losses import Ledger
from mediawright_generator.importer.openapi.reference import Node
from mediawright_generator.spec.naming import snake_case
from mediawright_runtime.shapes import is_object

_KEY_HEADER: Final = re.compile(
    r"authorization|(?:[a-z]{1,12}-){0,2}(?:api[-_]?key|api[-_]?token|auth[-_]?token|access[-_]?token|subscription-key)",
    re.IGNORECASE,
)
_CREDENTIAL: Final = re.compile(r"[a-z][a-z0-9_]*")
_WORD_BEFORE: Final = re.compile(
    r"\b(Bearer|Token|Key|Basic|Api-Key|ApiKey)\s+(?=[<{$\[`\"']|[A-Z_]{4,}|your\b|sk[-_]|\w{8,})"
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Where one credential goes: a header or a key of the query, and the text that stands there."""

    location: str
    name: str
    value: str
    credentials: tuple[str, ...]

    @property
    def place(self) -> tuple[str, str]:
        """What two carriers cannot share."""
        return self.location, self.name.lower()


@dataclass(frozen=True, slots=True)
class Means:
    """One way to say who calls: all of its carriers together."""

    carriers: tuple[Carrier, ...]

    @property
    def credentials(self) -> tuple[str, ...]:
        """The credentials that it needs."""
        return tuple(dict.fromkeys(name for each in self.carriers for name in each.credentials))


@dataclass(frozen=True, slots=True)
class Access:
    """How all operations of a vendor say who calls."""

    means: tuple[Means, ...] = ()
    """The ways that go side by side, the preferred first."""
    reviews: tuple[tuple[str, str], ...] = ()
    """What was inferred: the fact, and from what."""
    inferred: frozenset[str] = field(default_factory=frozenset[str])

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """All carriers, each place once."""
        return tuple({each.place: each for means in reversed(self.means) for each in means.carriers}.values())[::-1]

    def vendor_keys(self, prefix: str) -> dict[str, Any]:
        """Write what `vendor.yaml` says of it; `prefix` begins the names of environment variables."""
        names = list(dict.fromkeys(name for each in self.means for name in each.credentials))
        if not names:
            return {}
        sets = [list(each.credentials) for each in self.means]
        shared = {name for name in names if all(name in each for each in sets)}
        credentials = [
            {"name": name, "environment": f"{prefix}_{name.upper()}"} | ({} if name in shared else {"required": False})
            for name in names
        ]
        keys: dict[str, Any] = {"credentials": credentials}
        if len(sets) > 1:
            keys["credential_sets"] = sets
        for location, key in (("header", "api_header"), ("query", "api_query")):
            if rows := [{"name": c.name, "value": c.value} for c in self.carriers if c.location == location]:
                keys[key] = rows
        return keys


def is_key_header(name: str) -> bool:
    """Tell whether a header parameter is a credential."""
    return _KEY_HEADER.fullmatch(name) is not None


def header_means(name: str, said: str) -> Means:
    """Make a credential of a header parameter; `said` is whatever the document says about it."""
    if name.lower() != "authorization":
        return Means((Carrier("header", name, "{api_key}", ("api_key",)),))
    found = _WORD_BEFORE.search(said)
    word = found[1] if found else "Bearer"
    return Means((Carrier("header", "Authorization", f"{word} {{api_key}}", ("api_key",)),))


@dataclass(frozen=True, slots=True)
class Schemes:
    """The security schemes of a document."""

    root: Node

    def of(self, requirements: Node, ledger: Ledger) -> tuple[Means, ...]:
        """Read a list of requirements: of each that is supported, the way to meet it."""
        read = tuple(self._readable(requirements))
        if not read:
            for each in requirements.each():
                for name in each.value if is_object(each.value) else ():
                    self._list(each, name, ledger)
        return read

    def _list(self, requirement: Node, name: str, ledger: Ledger) -> None:
        if self.root.get("components", "securitySchemes", name).value is None:
            what = f"security scheme {name!r} is declared nowhere; the vendor's own way is taken"
            ledger.leave(requirement, "undeclared-security", what)
        else:
            ledger.lose(requirement, "security", f"security scheme {name!r} is none that specs can say")

    def named(self, name: str) -> Means | None:
        """Read one scheme, whatever demands it."""
        return self._means(name)

    def _readable(self, requirements: Node) -> Iterator[Means]:
        for each in requirements.each():
            if not is_object(each.value) or not each.value:
                continue
            means = [self._means(name) for name in each.value]
            if all(one is not None for one in means):
                yield Means(tuple(carrier for one in means if one for carrier in one.carriers))

    def _means(self, name: str) -> Means | None:
        scheme = self.root.get("components", "securitySchemes", name).followed()
        return _scheme_means(scheme, name) if is_object(scheme.value) else None


def _scheme_means(scheme: Node, name: str) -> Means | None:
    kind, where = scheme.text("type").lower(), scheme.text("scheme").lower()
    credential = _credential(name)
    if kind == "http" and where == "basic":
        return _header("Authorization", "Basic {base64:username:password}", "username", "password")
    if kind == "http" and where in ("bearer", ""):
        return _header("Authorization", f"Bearer {{{credential}}}", credential)
    if kind == "http":
        return _header("Authorization", f"{scheme.text('scheme')} {{{credential}}}", credential)
    if kind in ("oauth2", "openidconnect"):
        return _header("Authorization", "Bearer {access_token}", "access_token")
    if kind == "apikey":
        return _api_key(scheme, credential)
    return None


def _api_key(scheme: Node, credential: str) -> Means | None:
    header, where = scheme.text("name"), scheme.text("in").lower()
    if not header:
        return None
    if where == "query":
        return Means((Carrier("query", header, f"{{{credential}}}", (credential,)),))
    if where == "cookie":
        return _header("Cookie", f"{header}={{{credential}}}", credential)
    if header.lower() != "authorization":
        return _header(header, f"{{{credential}}}", credential)
    found = _WORD_BEFORE.search(f"{scheme.text('description')} {scheme.text('x-prefix')}")
    return _header(header, f"{found[1]} {{{credential}}}" if found else f"{{{credential}}}", credential)


def _header(name: str, value: str, *credentials: str) -> Means:
    return Means((Carrier("header", name, value, credentials),))


def _credential(name: str) -> str:
    """Name the credential of a scheme: the only one is mostly `api_key`, whatever the scheme is called."""
    spelt = snake_case(name)
    is_telling = "admin" in spelt or "user" in spelt or "partner" in spelt
    return spelt if is_telling and _CREDENTIAL.fullmatch(spelt) else "api_key"


def chosen(stated: Iterable[tuple[Means, ...]]) -> tuple[tuple[Means, ...], tuple[Means, ...]]:
    """Choose the ways of a vendor: those of most operations, as many as go side by side; and the others of these."""
    counted = Counter(each for each in stated if each)
    if not counted:
        return (), ()
    most = counted.most_common(1)[0][0]
    taken: list[Means] = []
    others: list[Means] = []
    for means in most:
        places = {carrier.place for each in taken for carrier in each.carriers}
        names = {name for each in taken for name in each.credentials}
        is_free = not any(carrier.place in places for carrier in means.carriers)
        if is_free:
            taken.append(_renamed(means, names))
        elif means not in taken:
            others.append(means)
    return tuple(taken), tuple(others)


def passed_over(others: Iterable[Means]) -> tuple[tuple[str, str], ...]:
    """Say which ways to call have no place beside those that are taken."""
    values = (f"{each.name}: {each.value}" for means in others for each in means.carriers)
    return tuple(
        ("credentials", f"the documents also offer {value!r}, in place of what stands here") for value in values
    )


def _renamed(means: Means, taken: set[str]) -> Means:
    """Give credentials of a second way names of their own."""
    names = {name: f"{name}_2" if name in taken else name for name in means.credentials}
    return Means(
        tuple(
            Carrier(
                each.location,
                each.name,
                re.sub(r"\{(\w+)\}", lambda found: f"{{{names.get(found[1], found[1])}}}", each.value),
                tuple(names[name] for name in each.credentials),
            )
            for each in means.carriers
        )
    )
