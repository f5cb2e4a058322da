# Emitted from specs by `make generate`. Edit the spec, not this file.

"""The exported document of each operation, by which every request and answer of the contract tests is judged."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mediawright_generator.export.openapi import openapi_document
from mediawright_runtime.oracle import Oracle

VENDORS = Path(__file__).parents[1] / "mediawright"


@cache
def contract(vendor: str) -> dict[str, Any]:
    """Read the contract of a vendor, which is data."""
    found: dict[str, Any] = json.loads((VENDORS / vendor / "contract.json").read_text(encoding="utf-8"))
    return found


@cache
def document(vendor: str, alternative: str | None) -> dict[str, Any]:
    """Export a vendor's operations, with an alternative in the place of its primary."""
    return openapi_document(contract(vendor), [alternative] if alternative else [])


@cache
def oracle(vendor: str, module: str) -> Oracle:
    """Make what judges the operation of one module of tests."""
    named = {f"test_{each['python'].replace('.', '_')}": each for each in contract(vendor)["operations"]}
    alternative = named[module]["name"] if "alternative_of" in named[module] else None
    return Oracle(document(vendor, alternative), named[module]["python"])


@pytest.fixture
def judge(request: pytest.FixtureRequest) -> Oracle:
    """Judge the operation of a test's module."""
    return oracle(request.path.parent.name, request.path.stem)
