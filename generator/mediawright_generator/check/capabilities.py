"""The rule that a capability is one by which callers can find an operation."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.problems import closest

_INPUTS: Final = ("text", "image", "video", "audio", "music", "speech")
_OUTPUTS: Final = (*_INPUTS, "diagram")
_USUAL: Final = frozenset(f"{one}_to_{other}" for one, other in product(_INPUTS, _OUTPUTS))
_ALIKE: Final = 0.85
"""How alike two capabilities are of which one is a typing error."""


def misspelled_capability(record: Record) -> Iterator[Finding]:
    """Find capabilities that are nearly, and not quite, a usual one, or that stand there twice."""
    capabilities = record.operation.capabilities
    for index, each in enumerate(capabilities):
        meant = "" if each in _USUAL else closest(each, sorted(_USUAL), cutoff=_ALIKE)
        place = record.located.place("capabilities", index)
        if meant and each not in record.vendor.categories:
            yield Finding(place, f"nobody looks for the capability {each!r}", f"did you mean {meant!r}?")
        elif each in capabilities[:index]:
            yield Finding(place, f"capability {each!r} is listed twice", "keep one of them")
