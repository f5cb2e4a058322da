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
def oracle(vendor: str, operation: str) -> Oracle:
    """Make what judges one operation."""
    record = next(each for each in contract(vendor)["operations"] if each["python"] == operation)
    alternative = record["name"] if "alternative_of" in record else None
    return Oracle(document(vendor, alternative), operation)


@pytest.fixture
def judge(request: pytest.FixtureRequest) -> Oracle:
    """Judge the operation of a test's module."""
    return oracle(request.path.parent.name, request.module.SUBJECT.operation)
