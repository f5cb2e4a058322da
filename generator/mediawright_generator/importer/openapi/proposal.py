"""A specification as spec models that break no rule: what breaks one is left out, and named."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from mediawright_generator.check import check
from mediawright_generator.importer.leaves import is_row
from mediawright_generator.importer.openapi.losses import Loss
from mediawright_generator.importer.openapi.relief import as_record, relieved
from mediawright_generator.importer.openapi.specification import Specification
from mediawright_generator.importer.text import record_text, vendor_text
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.build import Built
from mediawright_generator.load.file import RECORD, VENDOR, parse
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import slug
from mediawright_runtime.shapes import is_list, is_object

_TASKS: Final = "tasks"
_GUESSED: Final = ("envelope", "callback")
"""Keys of a vendor that are inferred whole."""
_UNTOLD_CREATE: Final = "create-without-task"
_ROUNDS: Final = 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import would write into an empty folder."""

    vendor: Vendor
    records: tuple[Operation, ...]
    losses: tuple[Loss, ...]


_Parsed = tuple[Operation, Built[Operation]]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A vendor and its records by file, while rules are held against them."""

    vendor: Vendor
    records: Mapping[str, Operation]
    document: str
    """The first of the documents, by name."""
    _parsed: dict[str, _Parsed] = field(default_factory=dict[str, _Parsed])
    """What came of the text of each record."""

    def problems(self) -> "_Checked":
        """Load and check all of it."""
        vendor, found = parse(vendor_text(self.vendor).encode(), _VENDOR_FILE, VENDOR)
        parsed = {file: self._built(file, each) for file, each in self.records.items()}
        records = {file: located for file, (located, _) in parsed.items() if located}
        problems = [*found, *(problem for _, each in parsed.values() for problem in each)]
        if vendor:
            problems += check((LoadedVendor(vendor, tuple(records[file] for file in sorted(records))),))
        errors = {each for each in problems if each.severity == "error"}
        return _Checked(tuple(sorted(errors)), records, vendor)

    def _built(self, file: str, record: Operation) -> Built[Operation]:
        if file not in self._parsed or self._parsed[file][0] is not record:
            self._parsed[file] = record, parse(record_text(record).encode(), file, RECORD)
        return self._parsed[file][1]


_VENDOR_FILE: Final = "vendor.yaml"


@dataclass(frozen=True, slots=True)
class _Checked:
    """What rules say of a draft, and where its parts stand."""

    problems: tuple[Problem, ...]
    records: Mapping[str, Located[Operation]]
    vendor: Located[Vendor] | None


def propose(read: Specification) -> Proposal:
    """Make spec models of what was read."""
    vendor = Vendor.model_validate(_frozen(read.vendor))
    records, unsaid = _records(read)
    draft, losses = _Draft(vendor, records, read.vendor["sources"][0]["document"]), unsaid
    for _ in range(_ROUNDS):
        checked = draft.problems()
        if not checked.problems:
            break
        guessed = _guessed(draft, checked)
        draft, left_out = (
            _without_guesses(draft, guessed)
            if guessed
            else _without(draft, checked.problems, checked.records, read.stated)
        )
        losses += left_out
        if not left_out:
            break
    return Proposal(draft.vendor, tuple(draft.records.values()), tuple(losses))


def _records(read: Specification) -> tuple[dict[str, Operation], list[Loss]]:
    """Make the records; one that no record can be, as of a parameter without a name, is a loss."""
    records: dict[str, Operation] = {}
    losses: list[Loss] = []
    for each in read.records:
        record, unsaid = as_record(_frozen(each), *read.stated[each["name"]])
        losses += unsaid
        records |= {f"{slug(each['name'])}.yaml": record} if record else {}
    return records, losses


def _frozen(value: Any) -> Any:
    if is_object(value):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(map(_frozen, value)) if is_list(value) or is_row(value) else value


def _guessed(draft: _Draft, checked: _Checked) -> dict[str, Problem]:
    """Find what was inferred of a vendor and breaks a rule: lifecycles by name, envelope and callback."""
    found: dict[str, Problem] = {}
    for problem in checked.problems:
        if problem.rule == _UNTOLD_CREATE and problem.place.file != _VENDOR_FILE:
            found |= dict.fromkeys(
                (name for name in draft.vendor.tasks if f"`task: {name}`" in problem.remedy), problem
            )
        elif problem.place.file == _VENDOR_FILE and checked.vendor:
            path = max((place, path) for path, place in checked.vendor.places.items() if place <= problem.place)[1]
            found |= {str(path[1]): problem} if path[:1] == (_TASKS,) and len(path) > 1 else {}
            found |= {key: problem for key in _GUESSED if path[:1] == (key,)}
    return found


def _without_guesses(draft: _Draft, guessed: Mapping[str, Problem]) -> tuple[_Draft, list[Loss]]:
    """Leave out what was inferred and breaks a rule: every call is made without it, too."""
    losses = [
        Loss(
            Place(draft.document),
            "lifecycle",
            f"{name!r} is left out, for it breaks a rule: {each.rule}: {each.what}",
            "",
            True,
        )
        for name, each in guessed.items()
    ]
    stated = draft.vendor.model_dump(by_alias=True, exclude_unset=True)
    tasks = {name: each for name, each in stated.get(_TASKS, {}).items() if name not in guessed}
    kept = {key: each for key, each in stated.items() if key != _TASKS and not (key in _GUESSED and key in guessed)}
    kept["review"] = tuple(each for each in stated.get("review", ()) if _subject(each["fact"]) not in guessed)
    vendor = Vendor.model_validate({key: each for key, each in {**kept, _TASKS: tasks}.items() if each})
    records = {file: _unstarted(each) if each.task in guessed else each for file, each in draft.records.items()}
    return replace(draft, vendor=vendor, records=records), losses


def _subject(fact: str) -> str:
    return fact.removeprefix(f"{_TASKS}.").partition(".")[0]


def _unstarted(record: Operation) -> Operation:
    """Give a record without its task, and without what is said of that."""
    stated = record.model_dump(by_alias=True, exclude_unset=True, exclude={"task"})
    review = tuple(each for each in stated.get("review", ()) if each["fact"] != "task")
    kept = {key: each for key, each in stated.items() if key != "review"}
    return Operation.model_validate(kept | ({"review": review} if review else {}))


def _without(
    draft: _Draft,
    problems: Sequence[Problem],
    located: Mapping[str, Located[Operation]],
    stated: Mapping[str, tuple[str, Place]],
) -> tuple[_Draft, list[Loss]]:
    """Leave out of each record what breaks a rule."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.file].append(problem)
    losses: list[Loss] = []
    records: dict[str, Operation] = {}
    for file, record in draft.records.items():
        kept, told = (
            relieved(record, by_file[file], located.get(file), *stated[record.name]) if by_file[file] else (record, [])
        )
        losses += told
        records |= {file: kept} if kept else {}
    return replace(draft, records=records), losses
