"""What would be wrong with the specs of a vendor if some records had other texts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mediawright_generator.check import check
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.file import RECORD, parse
from mediawright_generator.problems import Problem
from mediawright_generator.spec import Operation


@dataclass(frozen=True, slots=True)
class Trial:
    """Records as they would be, and what would be wrong with them."""

    records: Mapping[str, Located[Operation]]
    problems: tuple[Problem, ...]

    def of(self, file: str) -> tuple[Problem, ...]:
        """Give the problems of one file."""
        return tuple(each for each in self.problems if each.place.file == file)


@dataclass(frozen=True, slots=True)
class Bench:
    """A vendor as it is."""

    loaded: LoadedVendor
    known: frozenset[Problem]
    """What is wrong with it already."""

    def attempt(self, texts: Mapping[str, str]) -> Trial:
        """Load and check the vendor with these texts in place of what their files say."""
        parsed = {file: parse(text.encode(), file, RECORD) for file, text in texts.items()}
        records = {each.file: each for each in self.loaded.operations}
        records |= {file: located for file, (located, _) in parsed.items() if located}
        loaded = replace(self.loaded, operations=tuple(records[file] for file in sorted(records)))
        problems = {problem for _, found in parsed.values() for problem in found}
        problems |= {each for each in check((loaded,)) if each.place.file in texts or each not in self.known}
        return Trial(records, tuple(sorted(each for each in problems if each.severity == "error")))


def bench(loaded: LoadedVendor) -> Bench:
    """Take a vendor whose files have been read without problems."""
    return Bench(loaded, frozenset(check((loaded,))))
