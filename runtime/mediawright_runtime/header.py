"""Headers with placeholders: `{name}` for a credential or fetched token, `{base64:a:b}` for the base64 of `a:b`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_PLACEHOLDER = re.compile(r"\{(base64:)?(\w+(?::\w+)*)\}")


class Headers(NamedTuple):
    """The headers of an operation for one client."""

    ready: dict[str, str]
    late: tuple[tuple[str, str], ...]
    """Names and templates that wait for a fetched token."""


def names(template: str) -> set[str]:
    """Name what a template needs."""
    return {name for _, inner in _PLACEHOLDER.findall(template) for name in inner.split(":")}


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into a template."""
    return _PLACEHOLDER.sub(lambda found: _value(found, values), template)


def derived(templates: Iterable[str], values: Mapping[str, str]) -> Iterator[str]:
    """List what templates make of secrets: as secret as they are."""
    for template in templates:
        for found in _PLACEHOLDER.finditer(template):
            if found[1] and values.keys() >= set(found[2].split(":")):
                yield _value(found, values)


def fill_all(
    headers: Iterable[tuple[str, str]], values: Mapping[str, str], tokens: Collection[str], *, bare: bool
) -> Headers:
    """Fill headers of which later ones replace earlier ones alike; those for which something is missing are left out.

    Args:
        headers: Names and templates.
        values: The credentials at hand.
        tokens: What can be fetched.
        bare: Leave out whatever has a placeholder.
    """
    at_hand: set[str] = set() if bare else {*values, *tokens}
    kept = {name.lower(): (name, template) for name, template in headers if names(template) <= at_hand}
    late = {name: template for name, template in kept.values() if not names(template) <= values.keys()}
    ready = {name: fill(template, values) for name, template in kept.values() if name not in late}
    return Headers(ready, tuple(late.items()))


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    text = ":".join(values[name] for name in found[2].split(":"))
    if not found[1]:
        return text
    from base64 import b64encode  # noqa: PLC0415 (weight: few vendors need it)

    return b64encode(text.encode()).decode()
