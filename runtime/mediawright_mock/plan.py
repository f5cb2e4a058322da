"""Which calls go wrong: those that ask for it by header, and those that were planned to."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from mediawright_mock.faults import HEADER, read_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mediawright_mock.faults import Fault
    from mediawright_mock.messages import Request


class Planned(NamedTuple):
    """A fault, and which calls it hits."""

    fault: Fault
    operation: str = "*"
    """`category.method`, or a pattern of such names; `/files/...`, or a pattern that begins so, of downloads."""
    first: int = 1
    """The first call that it hits, counted from 1 among those that the pattern fits and that it can hit."""
    times: int | None = 1
    """How many calls in a row it hits; None is all from the first on."""

    def hits(self, call: int) -> bool:
        """Whether it hits a call, by its number."""
        return self.first <= call and (self.times is None or call < self.first + self.times)


class Plan:
    """The faults of one mock, and how many calls each of them has seen."""

    def __init__(self, planned: Iterable[Planned] = ()) -> None:
        """Begin at the first call."""
        self._planned = list(planned)
        self._calls = Counter[int]()
        self._played = set[int]()

    def restart(self) -> None:
        """Begin at the first call again."""
        self._calls.clear()
        self._played.clear()

    def add(self, planned: Planned) -> None:
        """Plan one more; its calls are counted from now on."""
        self._planned.append(planned)

    @property
    def unplayed(self) -> tuple[Planned, ...]:
        """What was planned and has hit no call yet."""
        return tuple(each for number, each in enumerate(self._planned) if number not in self._played)

    def fault_of(self, request: Request, operation: str, can_hit: Callable[[Fault], bool]) -> Fault | None:
        """Say what goes wrong with a call of an operation, or of a file's path; the header goes before the plan.

        Args:
            request: The call.
            operation: What is called, as `category.method` or a path.
            can_hit: Tells whether a fault can hit it; calls that it cannot hit are not counted.

        Raises:
            FaultError: the header asks for what is no fault.
        """
        fitting = ((number, each) for number, each in enumerate(self._planned) if _concerns(each.operation, operation))
        concerned = [number for number, each in fitting if can_hit(each.fault)]
        self._calls.update(concerned)
        asked = request.headers.get(HEADER)
        if asked is not None:
            return read_fault(asked)
        hit = next((each for each in concerned if self._planned[each].hits(self._calls[each])), None)
        if hit is None:
            return None
        self._played.add(hit)
        return self._planned[hit].fault


def _concerns(pattern: str, operation: str) -> bool:
    """Whether a pattern fits; one of operations never fits a file's path."""
    return pattern.startswith("/") == operation.startswith("/") and fnmatchcase(operation, pattern)
