"""Which operations a live run calls, with what, and which it leaves out, and why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mediawright_generator.live.examples import Given, UnfilledError, cheapest, filled, parameters_of
from mediawright_runtime.contracts import Record

UNKNOWN_ID = "00000000-0000-0000-0000-000000000000"
"""The id of a task that nobody has."""
_UNKNOWN_NUMBER = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """One operation of a live run."""

    record: Record
    paid: bool
    params: dict[str, Any] = field(default_factory=dict[str, Any])
    left_out: str = ""
    """Why it is not called; empty where it is."""

    @property
    def python(self) -> str:
        """The operation as `category.method`."""
        return str(self.record["python"])


def plan(records: Sequence[Record], *, spend: bool, only: Collection[str], given: Given) -> tuple[Planned, ...]:
    """Plan a run: what is free first, then one create for each paid operation where spending is allowed.

    A create is paid, and everything else is free. Other published forms of a create are called only where `only` names
    them: a live service speaks one form, and each attempt may cost.
    """
    chosen = [each for each in records if not only or _names(each) & set(only)]
    planned = [_planned(each, records, spend=spend, named=bool(only), given=given) for each in chosen]
    return tuple(sorted(planned, key=lambda each: each.paid))


def is_paid(record: Record) -> bool:
    """Tell whether a call makes something: it starts a task, or answers with files."""
    return bool(record.get("task") or record.get("outputs"))


def unknown(names: Iterable[str], records: Iterable[Record]) -> list[str]:
    """List the names that no operation has."""
    known = {name for each in records for name in _names(each)}
    return [each for each in names if each not in known]


def _planned(record: Record, records: Sequence[Record], *, spend: bool, named: bool, given: Given) -> Planned:
    paid = is_paid(record)
    if paid and not spend:
        return Planned(record, paid, left_out="it is paid; --spend calls it once")
    if paid and "alternative_of" in record and not named:
        return Planned(
            record, paid, left_out=f"it is another form of {record['alternative_of']!r}; name it with --only"
        )
    try:
        return Planned(record, paid, _params(record, records, given))
    except UnfilledError as error:
        return Planned(record, paid, left_out=str(error))


def _params(record: Record, records: Sequence[Record], given: Given) -> dict[str, Any]:
    if record["python"] in _asking(records):
        return {each["python_name"]: _unknown_id(each) for each in record["api_body"] if each["required"]}
    own = {
        name
        for token in record.get("tokens", ())
        if token["python"] == record["python"]
        for name in token["parameters"]
    }
    needed = [
        each for each in record["api_body"] if each["required"] and each["name"] not in own and "const" not in each
    ]
    if not needed and not is_paid(record):
        return {}
    demo = cheapest(record)
    hints = {each["python_name"]: None for each in needed if "media" in each}
    params = filled(record, hints | (parameters_of(record, demo) if demo else {}), given)
    missing = [each["python_name"] for each in needed if each["python_name"] not in params]
    if missing:
        raise UnfilledError(f"no documented example gives {', '.join(missing)}")
    return params


def _asking(records: Iterable[Record]) -> set[str]:
    """Name the operations that are about a task: they ask how it stands, or cancel it."""
    tasks = [each["task"] for each in records if each.get("task")]
    return {task[key]["python"] for task in tasks for key in ("query", "cancel") if key in task}


def _unknown_id(parameter: Record) -> object:
    if parameter["type"] == "array":
        return [UNKNOWN_ID]
    return _UNKNOWN_NUMBER if parameter["type"] in {"integer", "number"} else UNKNOWN_ID


def _names(record: Record) -> set[str]:
    return {record[key] for key in ("python", "name", "model_code") if key in record}
