"""One call of one operation: what is sent, and what its flow must know of vendor and operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.request import Request
    from mediawright_runtime.tokens import Access

R_co = TypeVar("R_co", bound="ResponseModel", covariant=True)


@dataclass(frozen=True, slots=True)
class Call(Generic[R_co]):
    """One call."""

    vendor: Vendor
    operation: Operation[R_co]
    request: Request
    timeout: float
    """Seconds for each phase of an exchange."""
    redaction: Redaction
    access: Access | None = None
    """What is fetched before the call may be sent."""
