"""Which entry of a document is which record: by id, model code and name, whatever of them has changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediawright_generator.spec.naming import slug

Keys = tuple[frozenset[str], frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Identity:
    """The ids, model codes and names that one operation has had."""

    ids: frozenset[str] = frozenset()
    model_codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: "Identity") -> "Identity":
        """Put together what is known of one operation from two places."""
        return Identity(self.ids | other.ids, self.model_codes | other.model_codes, self.names | other.names)

    @property
    def keys(self) -> Keys:
        """What is compared, the strongest first."""
        return self.ids, self.model_codes, self.names


def identity(stated: Mapping[str, Any]) -> Identity:
    """Read who an operation is off its keys; names that are spelt the same as a file are the same."""
    name = stated.get("name")
    spelt = slug(name) or name if isinstance(name, str) else None
    return Identity(_texts(stated.get("id")), _texts(stated.get("model_code")), _texts(spelt))


def pairs(ones: Sequence[Identity], others: Sequence[Identity]) -> dict[int, int]:
    """Pair what agrees in most keys, then in the strongest; what agrees in none stays alone."""
    found = sorted(_agreements(ones, others), reverse=True)
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in found:
        if -one not in paired and -other not in taken:
            paired[-one] = -other
            taken.add(-other)
    return paired


def _agreements(ones: Sequence[Identity], others: Sequence[Identity]) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Yield how well two agree, with their indexes negated so that the first comes first."""
    known: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, other in enumerate(others):
        for sort, keys in enumerate(other.keys):
            for key in keys:
                known[sort, key].append(index)
    for index, one in enumerate(ones):
        for at in {each for sort, keys in enumerate(one.keys) for key in keys for each in known[sort, key]}:
            agreeing = [bool(a & b) for a, b in zip(one.keys, others[at].keys, strict=True)]
            yield (sum(agreeing), *agreeing), -index, -at


def _texts(value: object) -> frozenset[str]:
    is_key = isinstance(value, (str, int)) and not isinstance(value, bool)
    return frozenset({str(value)}) if is_key and value != "" else frozenset()
