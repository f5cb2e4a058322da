"""Lists for people: the vendors, a vendor's operations, an operation's parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.columns import aligned
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mediawright_runtime.contracts import Record

_SAID = frozenset({"name", "python_name", "wire_name", "in", "type", "required", "describe", "means", "items"})
"""What stands elsewhere in a parameter's lines, or says nothing to callers."""


def vendor_lines(vendors: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """List vendors, what they do, and the environment variables of their credentials."""
    yield from aligned([[name, _count(records), ", ".join(_variables(records))] for name, records in vendors.items()])


def operation_lines(records: Iterable[Record]) -> Iterator[str]:
    """List operations: each by every name that it is called by."""
    yield from aligned([[each["python"], each["name"], each.get("model_code", ""), _form(each)] for each in records])


def parameter_lines(record: Record) -> Iterator[str]:
    """List what an operation does and takes."""
    yield f"{record['python']}: {record['description'] or record['name']}"
    yield from (f"note: {note}" for note in _notes(record))
    offered = [each for each in record.get("api_body", ()) if "const" not in each]
    for each in sorted(offered, key=lambda each: not each["required"]):
        needed = "required" if each["required"] else "optional"
        yield f"  {each['python_name']}  {_type(each)}, {needed}"
        yield from (f"      {line}" for line in _described(each))


def _count(records: Sequence[Record]) -> str:
    return f"{len(records)} operations"


def _variables(records: Iterable[Record]) -> Iterator[str]:
    names = (each["environment"] for record in records for each in record.get("credentials", ()))
    yield from dict.fromkeys(names)


def _form(record: Record) -> str:
    return f"another form of {record['alternative_of']}" if "alternative_of" in record else ""


def _notes(record: Record) -> Iterator[str]:
    yield from record.get("notes", ())
    yield from (each["describe"] for each in record.get("rules", ()) if each.get("describe"))
    if "expected_seconds" in record:
        shortest, longest = record["expected_seconds"]
        yield f"it usually takes {shortest} to {longest} seconds"


def _type(parameter: Record) -> str:
    if parameter["in"] == "raw":
        return "bytes of a file"
    return f"array of {parameter['items']['type']}" if parameter["type"] == "array" else str(parameter["type"])


def _described(parameter: Record) -> Iterator[str]:
    """Say what a parameter is, and its limits in the words of the record."""
    if parameter.get("describe"):
        yield parameter["describe"]
    limits = [*_facts(parameter), *_facts(parameter.get("items", {}))]
    if limits:
        yield "; ".join(limits)


def _facts(record: Record) -> Iterator[str]:
    for key, fact in record.items():
        if key not in _SAID:
            yield f"{key.replace('_', ' ')} {_text(fact)}"


def _text(fact: object, between: str = ", ") -> str:
    if is_object(fact):
        return ", ".join(f"{key.replace('_', ' ')} {_text(each, ' or ')}" for key, each in fact.items())
    return between.join(map(str, fact)) if is_list(fact) else str(fact)
