"""Handles of tasks, and the tokens by which they are kept: small, versioned, without secrets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar

from mediawright_runtime import paths
from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.redaction import shown
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mediawright_runtime.declarations import Lifecycle, Operation, Vendor
    from mediawright_runtime.errors import MediawrightError
    from mediawright_runtime.models import ResponseModel

E = TypeVar("E", bound="MediawrightError")

_VERSIONS = (1, 2)
"""1: the one id of a task, and the create that started it. 2: several ids by keyword, or the lifecycle alone."""


@dataclass(frozen=True, slots=True)
class Handle:
    """What is needed to come back to a task."""

    vendor: Vendor
    operation: Operation[ResponseModel]
    """The create that started it; the query, as if it were one, where a callback told of the task."""
    ids: Mapping[str, str | int]
    """By keyword of the query, as the vendor wrote them."""
    created: float | None = None
    """When, by the driver's clock; None for a task that comes from a token."""
    idempotency_key: str | None = None
    """The key that its create carried, where the vendor takes one."""

    @property
    def id(self) -> str:
        """The ids as one text."""
        return "/".join(map(str, self.ids.values()))

    @property
    def token(self) -> str:
        """The handle as a text to keep."""
        of_create = self.operation.path != self.lifecycle.query
        named = {"operation": self.operation.path} if of_create else {"task": self.lifecycle.name}
        plain = of_create and len(self.ids) == 1
        ids: dict[str, object] = {"id": next(iter(self.ids.values()))} if plain else {"ids": dict(self.ids)}
        facts = {"v": 1 if plain else 2, "vendor": self.vendor.name, **named, **ids}
        return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))

    @property
    def lifecycle(self) -> Lifecycle:
        """How the task is asked for and ends."""
        return self.vendor.tasks[self.operation.task or ""]


class Kept(NamedTuple):
    """What a token says."""

    operation: str | None
    """The create that started the task."""
    task: str | None
    """The lifecycle, where no create is named."""
    ids: Mapping[str, str | int] | str | int
    """By keyword, or the only one."""

    def by_keyword(self, only: str) -> Mapping[str, str | int]:
        """Give the ids by keyword; `only` is that of the only one."""
        return {only: self.ids} if isinstance(self.ids, (str, int)) else self.ids


def is_id(value: object) -> TypeGuard[str | int]:
    """Whether a value can be the id of a task."""
    is_whole = isinstance(value, int) or (isinstance(value, str) and "\ufffd" not in value)
    return is_whole and not isinstance(value, bool) and value != ""


def found_ids(vendor: Vendor, operation: Operation[Any], answer: object) -> dict[str, str | int]:
    """Read the ids of the task that a create started; nothing where one is missing."""
    places = vendor.tasks[operation.task].ids if operation.task is not None else ()
    return read_ids(answer, places)


def read_ids(answer: object, places: Iterable[tuple[str, str]]) -> dict[str, str | int]:
    """Read the ids of a task, by keyword; nothing where one is missing."""
    ids: dict[str, str | int] = {}
    for keyword, place in places:
        id_ = paths.first(answer, place)
        if not is_id(id_):
            return {}
        ids[keyword] = id_
    return ids


def read_token(token: str, vendor: Vendor) -> Kept:
    """Read what a token says.

    Raises:
        InvalidRequestError: The token is not of this vendor or not of a known version.
    """
    facts = _parsed(token)
    problem = _problem(facts, vendor)
    kept = _kept(facts) if problem is None else None
    if kept is None:
        raise refused_token(token, vendor, problem or "is not a token")
    return kept


def refused_token(token: str, vendor: Vendor, reason: str) -> InvalidRequestError:
    """Say why a text is not taken for the token of a task."""
    return InvalidRequestError("token", token, f"the token of a task of vendor {vendor.name!r}", reason=reason)


def _problem(facts: dict[str, object], vendor: Vendor) -> str | None:
    version, name = facts.get("v"), facts.get("vendor")
    if version is None or name is None:
        return "is not a token"
    if version not in _VERSIONS:
        known = " and ".join(map(str, _VERSIONS))
        return f"is of version {shown(version)}, and this release reads versions {known}"
    if name != vendor.name:
        return f"is a task of vendor {shown(name)}, and this client speaks to {vendor.name!r}"
    return None


def _kept(facts: dict[str, object]) -> Kept | None:
    operation, task = facts.get("operation"), facts.get("task")
    ids = facts.get("ids") if facts["v"] != 1 else facts.get("id")
    if isinstance(operation, str) == isinstance(task, str) or not (_are_ids(ids) or is_id(ids)):
        return None
    return Kept(operation if isinstance(operation, str) else None, task if isinstance(task, str) else None, ids)


def _are_ids(value: object) -> TypeGuard[dict[str, str | int]]:
    return is_object(value) and bool(value) and all(map(is_id, value.values()))


def _parsed(token: str) -> dict[str, object]:
    try:
        facts = json.loads(token)
    except (TypeError, ValueError, RecursionError):
        return {}
    return facts if is_object(facts) else {}


def about(handle: Handle, error: E) -> E:
    """Add the task to an error."""
    error.about(handle.id, handle.token)
    return error
