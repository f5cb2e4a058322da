"""Vendors' contracts: which are installed, and the operations that each describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mediawright_runtime.reserved import Reserved

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Record = Mapping[str, Any]
"""An operation as its contract has it, or a part of it."""

PACKAGE = "mediawright"
"""The emitted package; each vendor is a package in it, with its contract beside its code."""
_FILE = "contract.json"


def installed() -> Traversable:
    """Say where the contracts of this installation are; no vendor's module is imported."""
    return files(PACKAGE)


def vendors(root: Traversable) -> tuple[str, ...]:
    """Name every vendor with a contract below a folder."""
    return tuple(sorted(each.name for each in root.iterdir() if each.is_dir() and (each / _FILE).is_file()))


def operations(root: Traversable, vendor: str) -> tuple[Record, ...]:
    """Read the operations of one vendor, in the order of their contract."""
    return tuple(_contract(root, vendor)["operations"])


def removed(root: Traversable, vendor: str) -> tuple[Reserved, ...]:
    """Read which operations of one vendor were removed."""
    return tuple(_removed(each) for each in _contract(root, vendor).get("reserved", ()))


def _contract(root: Traversable, vendor: str) -> Record:
    contract: Record = json.loads((root / vendor / _FILE).read_text(encoding="utf-8"))
    return contract


def _removed(entry: Record) -> Reserved:
    names = tuple(entry.get("names", ()))
    return Reserved(entry["operation"], entry["since"], entry["reason"], entry.get("instead"), names)
