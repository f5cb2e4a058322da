"""What a live run says, line by line: what it would call, and what it was answered."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mediawright_generator.live.plan import Planned
from mediawright_generator.live.record import Told
from mediawright_generator.live.run import Heard
from mediawright_runtime.columns import aligned


def intended(planned: Iterable[Planned]) -> Iterator[str]:
    """Say what is called, and what is not, and why."""
    return aligned([(each.python, _price(each), _intention(each)) for each in planned])


def left_out(planned: Iterable[Planned]) -> Iterator[str]:
    """Say what was not called, and why."""
    return intended([each for each in planned if each.left_out])


def answered(heard: Heard, found: Sequence[Told], written: Iterable[Path]) -> Iterator[str]:
    """Say what came of one call."""
    yield f"{heard.planned.python} ({_price(heard.planned)}): {heard.said}"
    for each in found:
        statuses = ", ".join(f"HTTP {answer['status']}" for answer in each.answers.values())
        yield f"  {each.record['python']}: {statuses}; {_count(each)}"
        yield from (f"    {difference}" for difference in each.differences)
    yield from (f"  kept: {path}" for path in written)


def is_wrong(heard: Heard, found: Iterable[Told]) -> bool:
    """Tell whether a call had no answer, or one that contradicts the documents."""
    return not heard.answers or any(difference.contradicts for each in found for difference in each.differences)


def _intention(planned: Planned) -> str:
    given = " ".join(f"{name}={value!r}" for name, value in planned.params.items())
    return f"left out: {planned.left_out}" if planned.left_out else f"called {given and f'with {given}'}"


def _price(planned: Planned) -> str:
    return "paid" if planned.paid else "free"


def _count(told: Told) -> str:
    return "as documented" if not told.differences else f"{len(told.differences)} otherwise than documented"
