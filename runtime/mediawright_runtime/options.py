"""What a caller may change from call to call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.request import is_header_value
from mediawright_runtime.timeout import Timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.observation import RawResponse
    from mediawright_runtime.validation import Validate


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may change from call to call."""

    timeout: Timeout = field(default_factory=Timeout)
    on_submitted: Callable[[str], object] | None = field(default=None, repr=False)
    """Receives a task's token before the create call returns."""
    on_response: Callable[[RawResponse], object] | None = field(default=None, repr=False)
    """Receives each answer as it came."""
    validate: Validate = "strict"
    extra: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    """Parameters newer than the spec, by their wire names."""
    idempotency_key: str | None = None
    """The key of a create, where the vendor takes one; without it each create gets a new one."""
    check_media: bool = False
    """Whether the first bytes of media are looked at before a call."""

    def __post_init__(self) -> None:
        """Refuse what cannot work."""
        if self.validate not in {"strict", "warn", "off"}:
            raise ConfigurationError(f"validate {self.validate!r} is not known; give 'strict', 'warn' or 'off'")
        if self.idempotency_key is not None and not is_header_value(self.idempotency_key):
            raise ConfigurationError("idempotency_key is not usable; give printable ASCII characters")
