"""One difference as it is found, before it is put into words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from mediawright_generator.load import Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place
from mediawright_generator.spec import Operation, Vendor
from mediawright_runtime.shapes import is_list, is_object


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in the newer files, or would stand."""

    located: Located[Vendor] | Located[Operation]
    path: Path = ()

    @property
    def shared(self) -> bool:
        """Whether all operations of the vendor have it from vendor.yaml."""
        return isinstance(self.located.model, Vendor)

    @property
    def place(self) -> Place:
        """Find it, or the key of the nearest that holds it."""
        return self.located.place(*self.path) if self.path in self.located.places else self.holder

    @property
    def holder(self) -> Place:
        """Find the key of what is there, or of the nearest that held what is gone."""
        path = self.path
        while path not in self.located.places:
            path = path[:-1]
        return self.located.key_place(*path)

    def below(self, *path: str | int) -> "Spot":
        """Go down."""
        return Spot(self.located, (*self.path, *path))


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that applies: to which fact, what was, what is, and where to look."""

    rule: str
    pointer: tuple[str, ...]
    before: Any
    after: Any
    spot: Spot

    @property
    def place(self) -> Place:
        """Find what is, or what held that which is gone."""
        return self.spot.holder if self.after is None else self.spot.place


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it was and as it is; None where there is none."""

    pointer: tuple[str, ...]
    before: Any
    after: Any
    spot: Spot

    @property
    def differs(self) -> bool:
        """Whether it changed."""
        return not same(self.before, self.after)

    def found(self, rule: str) -> Found:
        """Say which rule its change is."""
        return Found(rule, self.pointer, plain(self.before), plain(self.after), self.spot)

    def at(self, *path: str | int) -> "Fact":
        """Look further down in the files."""
        return replace(self, spot=self.spot.below(*path))


def existence(fact: Fact, added: str, removed: str, changed: str) -> Iterator[Found]:
    """Tell a fact that is new, gone, or another."""
    if fact.differs:
        yield fact.found(added if fact.before is None else removed if fact.after is None else changed)


def flag(fact: Fact, on: str, off: str) -> Iterator[Found]:
    """Tell a truth that changed."""
    if fact.differs:
        yield fact.found(on if fact.after else off)


def changed(fact: Fact, rule: str) -> Iterator[Found]:
    """Tell a fact that is another, is new, or is gone, by one rule."""
    if fact.differs:
        yield fact.found(rule)


def same(one: Any, other: Any) -> bool:
    """Compare as JSON does: true is not 1, though 1.0 is."""
    return canonical(one) == canonical(other)


def canonical(value: Any) -> str:
    """Write a value in the one way that all equal values have."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def plain(value: Any) -> Any:
    """Turn models and tuples into JSON, with whole numbers as integers, and leave out what is absent."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True)
    if is_object(value):
        return {key: plain(each) for key, each in value.items() if each is not None}
    if is_list(value):
        return [plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
