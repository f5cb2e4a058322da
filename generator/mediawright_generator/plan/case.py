"""One contract case as data: what is given, what is sent, what is answered and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mediawright_generator.plan.sampler import Given
from mediawright_generator.plan.samples import Record


@dataclass(frozen=True, slots=True)
class Case:
    """One case; each kind of test uses some of the fields."""

    name: str
    given: Given = field(default_factory=dict[str, Any])
    """Parameters by the record's names."""
    request: Record | None = None
    """What goes over the wire, in full."""
    refused: str = ""
    """The keyword of the parameter for which the call is refused."""
    answer: Any = None
    expect: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What a client must make of it."""
    token: Record | None = None
    """The task that is asked for."""
    group: str = ""
    """What many cases are one test for: the values of a long list, or those near what a parameter takes."""


@dataclass(frozen=True, slots=True)
class Cases:
    """All cases of one operation."""

    base: Given
    """The fewest parameters that are accepted."""
    request: Record
    """What is sent for them."""
    answer: Any
    """An answer that means success."""
    documented: tuple[Case, ...]
    """Documented answers, by HTTP status in `expect`."""
    tasks: tuple[Case, ...]
    models: tuple[Case, ...] = ()
    """What is read of an answer by attributes."""
    wire: tuple[Case, ...] = ()
    accepted: tuple[Case, ...] = ()
    refused: tuple[Case, ...] = ()
    near: tuple[Case, ...] = ()
    """Refused values near accepted ones."""
    missing: tuple[Case, ...] = ()
    answers: tuple[Case, ...] = ()
    codes: tuple[Case, ...] = ()
    beside: tuple[Case, ...] = ()
    """Answers with codes near those that mean success."""

    @property
    def sent(self) -> tuple[Case, ...]:
        """The cases that compare a whole request."""
        return (*self.wire, *self.accepted)
