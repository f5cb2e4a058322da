"""Faults on demand: what goes wrong with a call, as a value that a header, a file or a test can name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from mediawright_runtime.words import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEADER = "x-mock-fault"
"""The header that asks for a fault: `name[;parameter=value]`."""

AnswerName = Literal[
    "late",
    "hang",
    "reset",
    "cut",
    "slow_headers",
    "rate_limited",
    "error_500",
    "bad_gateway_html",
    "unavailable",
    "html_page",
    "truncated_json",
    "wrong_content_type",
    "not_found",
    "error_code",
]
"""What goes wrong with one answer."""
EndName = Literal["task_ends", "task_never_ends"]
"""What becomes of a task: asked for with its create."""
TellingName = Literal["unknown_status", "missing_field"]
"""How a task is told: asked for with its create, or with one query; a field may be missing of any other answer, too."""
FileName = Literal["output_expires", "output_cut", "output_slow", "output_mistyped"]
"""What goes wrong with files: asked for with what makes them."""
Form = Literal["seconds", "date", "ms"]
"""How a vendor says when to come again: `Retry-After` in seconds or as a date, or `retry-after-ms`."""

Name = AnswerName | EndName | TellingName | FileName
_OF_TASKS: tuple[Name, ...] = get_args(EndName) + get_args(TellingName) + get_args(FileName)
NAMES: tuple[Name, ...] = get_args(AnswerName) + _OF_TASKS
End = Literal["succeeded", "failed", "cancelled", "expired"]
"""How a task can end."""

_AFTER_THE_WORK: tuple[Name, ...] = (
    "late",
    "hang",
    "cut",
    "slow_headers",
    "html_page",
    "truncated_json",
    "wrong_content_type",
)
_PAUSE = 5.0
_LONGEST = 1_000_000_000
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


class FaultError(ValueError):
    """What was asked for is no fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and its parameters; those that do not concern it are not looked at.

    Raises:
        FaultError: there is no such fault, or a parameter cannot be used.
    """

    name: Name
    accepted: bool | None = None
    """Whether the call is served before it goes wrong: a task then exists, and is counted. None: as is usual for it."""
    seconds: float | None = None
    """Of silence, 5 by default: before a late answer, or between the first line of a slow one and the rest; or for how
    many an address is good that expires, none by default."""
    retry_after: float | None = None
    """Seconds after which a caller who was too quick may come again; None says nothing of it."""
    form: Form = "seconds"
    kept: float = 0.5
    """The share of the body that goes out of an answer that is cut or truncated."""
    code: int | str | None = None
    """The code of an error inside HTTP 200, or of why a task failed; None is the first that the operation documents."""
    state: End = "failed"
    """How a task ends."""
    reason: str | None = None
    """Why it failed; None is what the vendor documents."""
    word: str = "mediawright-unheard-of"
    """The status word that nobody documents."""
    field: str | None = None
    """The place that is missing, in the answer to the call and in all that is told of its task; None is its status."""
    times: int | None = None
    """How many downloads of an output it hits, or how many of its addresses expire; None is as usual for it: the first
    is cut or expires, all are slow or mistyped."""

    def __post_init__(self) -> None:
        """Refuse what cannot be played."""
        if self.name not in NAMES:
            raise FaultError(f"{self.name!r} is no fault; ask for {one_of(NAMES)}")
        if self.form not in get_args(Form):
            raise FaultError(f"form={self.form!r} is not known; give {one_of(get_args(Form))}")
        if self.state not in get_args(End):
            raise FaultError(f"state={self.state!r} is no end; give {one_of(get_args(End))}")
        for name, seconds in (("seconds", self.seconds), ("retry_after", self.retry_after)):
            if seconds is not None and not 0 <= seconds <= _LONGEST:
                raise FaultError(f"{name}={seconds!r} cannot pass; give 0 to {_LONGEST} seconds")
        if not 0 <= self.kept < 1:
            raise FaultError(f"kept={self.kept!r} is no part of an answer; give 0 or more, below 1")
        if self.times is not None and self.times < 1:
            raise FaultError(f"times={self.times!r} hits nothing; give 1 or more")

    @property
    def of_task(self) -> bool:
        """Whether it hits what a call makes or tells, rather than how it is answered."""
        return self.name in _OF_TASKS

    @property
    def pause(self) -> float:
        """Seconds of silence."""
        return _PAUSE if self.seconds is None else self.seconds

    @property
    def follows_work(self) -> bool:
        """Whether the call is served before it goes wrong."""
        return self.name in _AFTER_THE_WORK if self.accepted is None else self.accepted


def read_fault(text: str) -> Fault:
    """Read a fault as a header asks for it: `rate_limited;retry_after=7;form=date`.

    Raises:
        FaultError: it is none.
    """
    name, *pairs = (part.strip() for part in text.split(";"))
    parameters: dict[str, Any] = dict(_parameter(pair) for pair in pairs if pair)
    return Fault(name, **parameters)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] (checked there)


def _parameter(pair: str) -> tuple[str, object]:
    name, separator, value = (part.strip() for part in pair.partition("="))
    if not separator or name not in _READERS:
        raise FaultError(f"{pair!r} is no parameter of a fault; give {one_of(_READERS)}, each with =value")
    try:
        return name, _READERS[name](value)
    except ValueError as error:
        raise FaultError(f"{name}={value!r} cannot be read; give {_WANTED[name]}") from error


def _truth(text: str) -> bool:
    if text.lower() not in _YES + _NO:
        raise ValueError(text)
    return text.lower() in _YES


_READERS: Mapping[str, Callable[[str], object]] = {
    "accepted": _truth,
    "seconds": float,
    "retry_after": float,
    "form": str,
    "kept": float,
    "code": lambda text: int(text) if text.removeprefix("-").isdecimal() else text,
    "state": str,
    "reason": str,
    "word": str,
    "field": str,
    "times": int,
}
_WANTED = {
    "accepted": "yes or no",
    "seconds": "a number",
    "retry_after": "a number",
    "kept": "a number",
    "times": "a whole number",
}
