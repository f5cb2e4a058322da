"""The catalogue: every operation of every vendor, and which of them can do what is asked; read from contracts alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict

from mediawright_runtime import contracts
from mediawright_runtime.entry import Entry, read_entry
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.possibility import is_possible
from mediawright_runtime.quantities import QUANTITIES, asked
from mediawright_runtime.redaction import shown
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from typing import Unpack


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
    _refuse_unknown("vendor", vendor, (each.vendor for each in entries))
    _refuse_unknown("capability", capability, (each.capability for each in entries))
    wanted = {name: asked(name, value) for name, value in map(_known, facts.items()) if value is not None}
    return tuple(
        each
        for each in entries
        if vendor in {None, each.vendor}
        and capability in {None, each.capability}
        and (alternatives or each.alternative_of is None)
        and is_possible(each, wanted)
    )


def _known(fact: tuple[str, object]) -> tuple[str, object]:
    if fact[0] in QUANTITIES:
        return fact
    raise _refusal(fact[0], None, ("vendor", "capability", *QUANTITIES, "alternatives"), "is nothing to ask for")


def _refuse_unknown(field: str, value: str | None, known: Iterable[str]) -> None:
    names = sorted(set(known))
    if value is not None and value not in names:
        raise _refusal(field, value, names, f"{shown(value)} is not known")


def _refusal(field: str, value: object, names: Sequence[str], reason: str) -> InvalidRequestError:
    near = closest(str(value or field), names)
    hint = f" (did you mean {near!r}?)" if near else ""
    return InvalidRequestError(field, value, one_of(names), reason=reason + hint)
