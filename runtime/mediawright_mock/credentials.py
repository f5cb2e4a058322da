"""Whether a request carries credentials as one of the vendor's ways of authentication asks for them."""

from __future__ import annotations

import re
from base64 import b64decode
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mediawright_mock.refusals import Refusal
from mediawright_runtime.header import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.issuer import Issuer
    from mediawright_mock.messages import Request

Carriers: TypeAlias = dict[str, tuple[str, str]]
"""Names and templates, by the header's name in lower case, or by the query's key behind a question mark."""

_PLACEHOLDER = re.compile(r"\\\{(base64:)?(\w+(?::\w+)*)\\\}")


class Way:
    """One way of authentication: the headers and keys of the query that must be there, and those that may."""

    def __init__(self, operation: Operation, used: Iterable[str]) -> None:
        """Take a set of credentials for the one in use."""
        at_hand = {*used, *_needed(operation)}
        at_hand |= {each.name for each in operation.tokens if at_hand >= {needed for _, needed in each.parameters}}
        optional = {each.name for each in operation.credentials if not each.required} - _in_sets(operation)
        headers = [(name.lower(), name, template) for name, template in operation.headers]
        query = [(f"?{name}", f"?{name}", template) for name, template in operation.query]
        templates = [each for each in (*headers, *query) if names(each[2])]
        self.demanded = _by_key(each for each in templates if names(each[2]) <= at_hand)
        self.allowed = _by_key(each for each in templates if names(each[2]) <= at_hand | optional)


class Credentials:
    """What one operation asks of the credentials in a request."""

    def __init__(self, operation: Operation, issuer: Issuer) -> None:
        """Prepare the ways that lead in."""
        sets = operation.credential_sets or ((),)
        self._ways = [Way(operation, each) for each in sets] if operation.authenticated else []
        self._tokens = {each.name: each for each in operation.tokens}
        self._issuer = issuer

    def refusal(self, request: Request) -> Refusal | None:
        """Find what is wrong with a request in the way that it comes nearest to."""
        found = [self._wrong(way, request) for way in self._ways]
        if None in found or not found:
            return None
        nearest = max(range(len(found)), key=lambda number: _present(self._ways[number], request))
        return found[nearest]

    def _wrong(self, way: Way, request: Request) -> Refusal | None:
        for key, (name, template) in way.allowed.items():
            text = _text(request, key)
            if text is None and key not in way.demanded:
                continue
            given = _read(template, text or "")
            needed = _reading(template).needed
            wrong = next((each for each in needed if not self._accepts(each, given.get(each, ""))), None)
            if wrong:
                token = self._tokens.get(wrong)
                code = next(iter(token.expired), None) if token else None
                message = f"{name}: it does not carry an accepted {wrong}; send `{name}: {template}`"
                return Refusal("auth", message, code, rule=f"credential {name}")
        return None

    def _accepts(self, name: str, value: str) -> bool:
        token = self._tokens.get(name)
        return value != "" and (self._issuer.knows(token, value) if token else self._issuer.accepts(name, value))


def _needed(operation: Operation) -> set[str]:
    """Name the credentials that every way asks for."""
    return {each.name for each in operation.credentials if each.required} - _in_sets(operation)


def _in_sets(operation: Operation) -> set[str]:
    return {name for each in operation.credential_sets for name in each}


def _by_key(carriers: Iterable[tuple[str, str, str]]) -> Carriers:
    return {key: (name, template) for key, name, template in carriers}


def _text(request: Request, key: str) -> str | None:
    """Find what stands under a key: of the query, where it begins with a question mark, or of the headers."""
    if not key.startswith("?"):
        return request.headers.get(key)
    return next((text for name, text in request.query if f"?{name}" == key), None)


def _present(way: Way, request: Request) -> int:
    return sum(_text(request, key) is not None for key in way.demanded)


class Reading(NamedTuple):
    """How the credentials are read out of a header."""

    pattern: re.Pattern[str]
    groups: tuple[tuple[bool, tuple[str, ...]], ...]
    """Of each placeholder, whether it is in base64, and what it names."""
    needed: tuple[str, ...]


@lru_cache(maxsize=1024)
def _reading(template: str) -> Reading:
    escaped = re.escape(template)
    groups = tuple((bool(encoded), tuple(inner.split(":"))) for encoded, inner in _PLACEHOLDER.findall(escaped))
    return Reading(re.compile(_PLACEHOLDER.sub("(.+)", escaped)), groups, tuple(sorted(names(template))))


def _read(template: str, text: str) -> Mapping[str, str]:
    """Read the credentials out of a header's value: `Bearer k1` by `Bearer {key}` gives `{"key": "k1"}`."""
    pattern, groups, _ = _reading(template)
    match = pattern.fullmatch(text)
    given: dict[str, str] = {}
    for (encoded, wanted), value in zip(groups, match.groups() if match else (), strict=False):
        parts = _decoded(value).split(":", len(wanted) - 1) if encoded else [value]
        given.update(zip(wanted, parts, strict=False))
    return given


def _decoded(text: str) -> str:
    try:
        return b64decode(text, validate=True).decode()
    except ValueError:
        return ""
