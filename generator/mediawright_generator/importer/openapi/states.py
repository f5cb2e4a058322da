"""Vendors' words for the states of a task, and which of ours each means."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from mediawright_generator.spec.vendor import State

_WORDS: Final[Mapping[State, str]] = {
    "queued": "queued queue queueing inqueue pending waiting submitted created preparing scheduled accepted new init "
    "initialized initializing initialising notstarted starting received open requested throttled enqueued todo "
    "validating validatingfiles waitingforfile uploading draft creating",
    "running": "running processing inprogress progress started generating rendering dreaming working active executing "
    "transcribing training converting analyzing analysing encoding ongoing doing fetching saving indexing "
    "preprocessing postprocessing finalizing downloading cloning dubbing inprocess importing trainingstarted",
    "succeeded": "succeeded success successful successfully completed complete done finished finish ready ok "
    "generated rendered available ended indexed processed dubbed trained",
    "failed": "failed fail failure error errored rejected moderated requestmoderated contentmoderated "
    "banned invalid unprocessable blocked flagged dead crashed incomplete",
    "cancelled": "cancelled canceled cancelling canceling stopped aborted deleted terminated revoked",
    "expired": "expired timeout timedout archived",
}
_MEANT: Final[Mapping[str, State]] = {word: state for state, words in _WORDS.items() for word in words.split()}
_ORDER: Final[tuple[State, ...]] = ("queued", "running", "succeeded", "failed", "cancelled", "expired")
_QUOTED: Final = re.compile(r"[`\"'*]([A-Za-z][A-Za-z_ -]{1,24})[`\"'*]")
_ENUMERATED: Final = re.compile(r"\b(?:one of|either|can be|may be|values are)\b:?([^.;]*)", re.IGNORECASE)
_LISTED: Final = re.compile(r"[A-Za-z_-]{2,24}")


def meant(word: str) -> State | None:
    """Tell which state a word means; nothing where the word says nothing."""
    return _MEANT.get(re.sub(r"[^a-z]", "", word.lower()))


def states_of(words: Iterable[str]) -> dict[str, State]:
    """Map the words that say something, in the order a task passes them."""
    return in_order({word: state for word in words if (state := meant(word))})


def unclear(words: Iterable[str]) -> dict[str, State]:
    """Take the words that say nothing for a task that goes on: nothing tells that it has ended."""
    return {word: "running" for word in words if not meant(word)}


def in_order(states: Mapping[str, State]) -> dict[str, State]:
    """Put words in the order a task passes them."""
    return dict(sorted(states.items(), key=lambda each: _ORDER.index(each[1])))


def words_in(text: str) -> tuple[str, ...]:
    """Find the words for states in a description: those in quotes, else those in a list."""
    quoted = [each.strip() for each in _QUOTED.findall(text)]
    sentence = _ENUMERATED.search(text)
    behind = sentence[1] if sentence else text.partition(":")[2]
    listed = _LISTED.findall(behind) if "," in text or "|" in text else []
    return tuple(dict.fromkeys(each for each in (quoted or listed) if meant(each)))


def tells(states: Mapping[str, State]) -> bool:
    """Tell whether a task can be seen to succeed and to fail."""
    return {"succeeded", "failed"} <= {*states.values()}
