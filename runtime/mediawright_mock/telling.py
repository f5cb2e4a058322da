"""How a vendor tells of the end of a task by itself, as its contract has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from mediawright_runtime.declarations import Callback, OutputPlace, Seal

Record = Mapping[str, Any]


class Telling(NamedTuple):
    """What is told, and what a create says about it."""

    callback: Callback
    parameter: str
    """The wire name of the parameter that takes the address."""
    returns: tuple[tuple[str, str], ...]
    """Places in what is sent, and the wire names of the parameters whose values come back there."""
    repeated_until: int | None
    """The HTTP status without which it is sent again; None where that is not documented."""
    example: Record
    """What the documents show of it; empty where they show nothing."""


def read_telling(operation: Record) -> Telling | None:
    """Read how tasks of a create are told of; None where it takes no address."""
    record: Record = operation.get("callback", {})
    wire: dict[str, str] = {each["name"]: each["wire_name"] for each in operation.get("api_body", ())}
    if record.get("parameter") not in wire:
        return None
    return Telling(
        callback=_callback(record),
        parameter=wire[record["parameter"]],
        returns=tuple((place, wire[name]) for place, name in record.get("returns", {}).items() if name in wire),
        repeated_until=record.get("repeated_until"),
        example=record.get("example", {}),
    )


def _callback(record: Record) -> Callback:
    return Callback(
        task=record["task"],
        id=record["id"],
        status=record["status"],
        outputs=tuple(OutputPlace(each["path"], each.get("kind")) for each in record["outputs"]),
        reason=record.get("reason"),
        seal=_seal(record["seal"]) if "seal" in record else None,
    )


def _seal(record: Record) -> Seal:
    return Seal(
        payload=record["payload"],
        key=record["key"],
        iv=record["iv"],
        signature=record["signature"],
        digest=record["digest"],
        signed=tuple(record["signed"]),
        timestamp=record.get("timestamp"),
    )
