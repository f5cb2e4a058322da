"""One call of one operation: what is sent, and what its flow must know of vendor and operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.request import Request
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.tokens import Access

R_co = TypeVar("R_co", bound="ResponseModel", covariant=True)


class Trace(NamedTuple):
    """By what a create can be recognized when its answer is lost."""

    since: float
    """When it was first sent, in seconds since 1970."""
    given: Mapping[str, object]
    """What it was given of that by which the vendor lists tasks, by the keywords of the listing."""


@dataclass(frozen=True, slots=True)
class Call(Generic[R_co]):
    """One call."""

    vendor: Vendor
    operation: Operation[R_co]
    request: Request
    timeout: Timeout
    redaction: Redaction
    access: Access | None = None
    """What is fetched before the call may be sent."""
    idempotency_key: str | None = None
    """The key that all its attempts carry."""
    trace: Trace | None = None
    """None where the vendor offers no way to find a task whose create was not answered."""
