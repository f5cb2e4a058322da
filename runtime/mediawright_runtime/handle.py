"""Handles of tasks, and the tokens by which they are kept: small, versioned, without secrets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.redaction import shown
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from mediawright_runtime.declarations import Lifecycle, Operation, Vendor
    from mediawright_runtime.models import ResponseModel

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Handle:
    """What is needed to come back to a task."""

    vendor: Vendor
    operation: Operation[ResponseModel]
    """The create that started it."""
    id: str | int
    """As the vendor wrote it."""
    created: float | None = None
    """When, by the driver's clock; None for a task that comes from a token."""

    @property
    def token(self) -> str:
        """The handle as a text to keep."""
        facts = {"v": _VERSION, "vendor": self.vendor.name, "operation": self.operation.path, "id": self.id}
        return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))

    @property
    def lifecycle(self) -> Lifecycle:
        """How the task is asked for and ends."""
        return self.vendor.tasks[self.operation.task or ""]


def read_token(token: str, vendor: Vendor) -> tuple[str, str | int]:
    """Read the operation and the task's id from a token.

    Raises:
        InvalidRequestError: The token is not of this vendor or not of a known version.
    """
    facts = _parsed(token)
    operation, id_ = facts.get("operation"), facts.get("id")
    problem = _problem(facts, vendor)
    if problem is None and isinstance(operation, str) and isinstance(id_, (str, int)):
        return operation, id_
    allowed = f"the token of a task of vendor {vendor.name!r}"
    raise InvalidRequestError("token", token, allowed, reason=problem or "is not a token")


def _problem(facts: dict[str, object], vendor: Vendor) -> str | None:
    version, name = facts.get("v"), facts.get("vendor")
    if version is None or name is None:
        return "is not a token"
    if version != _VERSION:
        return f"is of version {shown(version)}, and this release reads version {_VERSION}"
    if name != vendor.name:
        return f"is a task of vendor {shown(name)}, and this client speaks to {vendor.name!r}"
    return None


def _parsed(token: str) -> dict[str, object]:
    try:
        facts = json.loads(token)
    except (TypeError, ValueError):
        return {}
    return facts if is_object(facts) else {}
