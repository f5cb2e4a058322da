"""Handles of tasks, and the tokens by which they are kept: small, versioned, without secrets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediawright_runtime.errors import InvalidRequestError

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
    match _parsed(token):
        case {"v": version, "vendor": str()} if version != _VERSION:
            reason = f"is of version {version!r}, and this release reads version {_VERSION}"
        case {"v": _, "vendor": str(name)} if name != vendor.name:
            reason = f"is a task of vendor {name!r}, and this client speaks to {vendor.name!r}"
        case {"v": _, "vendor": str(), "operation": str(operation), "id": (str() | int()) as id_}:
            return operation, id_
        case _:
            reason = "is not a token"
    raise InvalidRequestError("token", token, f"the token of a task of vendor {vendor.name!r}", reason=reason)


def _parsed(token: str) -> object:
    try:
        return json.loads(token)
    except (TypeError, ValueError):
        return None
