"""A scenario: how a vendor behaves, said for groups of its operations."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mediawright_mock.faults import End, Form
    from mediawright_mock.formats import Name
    from mediawright_mock.plan import Planned


class Rate(NamedTuple):
    """How many creates are taken in a time; one too many is answered with HTTP 429."""

    creates: int
    seconds: float = 1.0
    retry_after: float | None = None
    """Seconds after which to come again, as the answer says; None: when the next create is taken."""
    form: Form = "seconds"


class Behaviour(NamedTuple):
    """How the operations that a pattern fits behave; what is None is left to the next that fits, or is as usual."""

    operation: str = "*"
    """`category.method`, or a pattern of such names."""
    polls: int | None = None
    """The query at which a task is done, whatever the clock says."""
    duration: tuple[float, float] | None = None
    """Seconds that a task takes, from and to, by the clock."""
    ends: End | None = None
    reason: str | None = None
    """Why tasks fail."""
    code: int | str | None = None
    """The vendor's code of why tasks fail."""
    outputs: int | None = None
    """How many files a task makes, where the vendor answers with a list."""
    format: Name | None = None
    size: int | None = None
    """Bytes of a file, at least."""
    expires_after: float | None = None
    """Seconds after which the address of a file is no longer served; a new query gives a new one."""
    expired_status: int | None = None
    """The HTTP status of such an address."""
    rate: Rate | None = None
    concurrency: int | None = None
    """How many tasks may be open at a time."""


class Scenario(NamedTuple):
    """How a vendor behaves."""

    behaviours: tuple[Behaviour, ...] = ()
    """The first that fits an operation goes first."""
    faults: tuple[Planned, ...] = ()
    polls: int | None = None
    """The query at which a task is done; where neither this nor a speed is given, the third."""
    speed: float | None = None
    """How many times as fast as documented tasks are done by the clock; None lets queries decide."""
    seed: int | str | None = None
    """Makes ids, durations and files the same each time."""
    credentials: tuple[tuple[str, str], ...] = ()
    """The only accepted value of a credential, by its name."""

    def behaviour(self, operation: str) -> Behaviour:
        """Collect how one operation behaves."""
        fitting = [each for each in self.behaviours if fnmatchcase(operation, each.operation)]
        return reduce(_completed, fitting, Behaviour(operation))


def _completed(behaviour: Behaviour, other: Behaviour) -> Behaviour:
    """Take what one does not say from another."""
    lacking = {name: getattr(other, name) for name, value in behaviour._asdict().items() if value is None}
    return behaviour._replace(**lacking)
