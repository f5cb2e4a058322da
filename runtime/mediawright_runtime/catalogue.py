"""The catalogue: every operation of every vendor, and which of them can do what is asked; read from contracts alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict

from mediawright_runtime import contracts
from mediawright_runtime.choice import choose
from mediawright_runtime.entry import Entry, read_entry
from mediawright_runtime.possibility import is_possible
from mediawright_runtime.quantities import QUANTITIES, asked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable
    from typing import Unpack

_KEYWORDS = ("vendor", "capability", *QUANTITIES, "alternatives")


class Facts(TypedDict, total=False):
    """What can be asked for; None asks for nothing."""

    duration: float | str | None
    """Seconds: 10, "10" or "10s"."""
    resolution: str | int | None
    """A name as "1080p" or "4K", a height as 1080, or a size as "1024x1024"."""
    aspect_ratio: str | None
    width: int | None
    """Pixels."""
    height: int | None
    """Pixels."""
    audio: bool | None
    """Whether the output has sound."""
    count: int | None
    """How many outputs one call makes."""
    seed: int | None
    language: str | None
    voice: str | None


def catalogue(
    vendor: str | None = None, capability: str | None = None, *, alternatives: bool = False, **facts: Unpack[Facts]
) -> tuple[Entry, ...]:
    """List the operations of this installation that can do all of what is asked, in one call.

    Raises:
        InvalidRequestError: There is no such vendor, capability or fact, or a value says nothing about its fact.
    """
    return select(_installed(), facts, vendor=vendor, capability=capability, alternatives=alternatives)


@lru_cache(maxsize=1)
def _installed() -> tuple[Entry, ...]:
    return read(contracts.installed())


def read(root: Traversable) -> tuple[Entry, ...]:
    """Read the entries of every contract below a folder."""
    vendors = contracts.vendors(root)
    return tuple(read_entry(vendor, record) for vendor in vendors for record in contracts.operations(root, vendor))


def select(
    entries: Sequence[Entry],
    facts: Mapping[str, object],
    *,
    vendor: str | None = None,
    capability: str | None = None,
    alternatives: bool = False,
) -> tuple[Entry, ...]:
    """Choose the entries that can do all of what is asked; what is not documented is no match.

    Raises:
        InvalidRequestError: There is no such vendor, capability or fact, or a value says nothing about its fact.
    """
    for field, word in (("vendor", vendor), ("capability", capability)):
        if word is not None:
            choose(field, word, sorted({getattr(each, field) for each in entries}))
    known = {choose("fact", name, QUANTITIES, _KEYWORDS): value for name, value in facts.items()}
    wanted = {name: asked(name, value) for name, value in known.items() if value is not None}
    return tuple(
        each
        for each in entries
        if vendor in {None, each.vendor}
        and capability in {None, each.capability}
        and (alternatives or each.alternative_of is None)
        and is_possible(each, wanted)
    )
