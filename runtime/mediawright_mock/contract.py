"""A vendor's contract as the mock sees it, and where contracts are found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mediawright_runtime.declarations import Credential, Envelope, ErrorCode, Lifecycle

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Record = Mapping[str, Any]

FORMAT = 1
_PACKAGE = "mediawright"
_FILE = "contract.json"


class ContractError(Exception):
    """A contract is not there, or is not one that this version reads."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: what the mock needs of it, and the whole record."""

    name: str
    python: str
    method: str
    endpoint: str
    output_kind: str
    credentials: tuple[Credential, ...]
    headers: tuple[tuple[str, str], ...]
    """Names and values, in which `{name}` stands for a credential."""
    envelope: Envelope
    errors: tuple[ErrorCode, ...]
    task: Lifecycle | None
    record: Record

    @property
    def parameters(self) -> tuple[Record, ...]:
        """The records of the parameters."""
        return tuple(self.record.get("api_body", ()))

    @property
    def wrap(self) -> str | None:
        """The key under which body parameters go."""
        key: str | None = self.record.get("body", {}).get("key")
        return key


@dataclass(frozen=True, slots=True)
class Contract:
    """One vendor's operations."""

    vendor: str
    operations: tuple[Operation, ...]


def known_vendors() -> tuple[str, ...]:
    """Name every vendor of the installed package."""
    return tuple(sorted(each.name for each in _vendor_folders() if (each / _FILE).is_file()))


def vendor_contract(vendor: str) -> Contract:
    """Read the contract of a vendor of the installed package.

    Raises:
        ContractError: there is no such vendor, or its contract cannot be read.
    """
    known = known_vendors()
    if vendor not in known:
        raise ContractError(f"no vendor is named {vendor!r}; known are: {', '.join(known) or 'none'}")
    return _read(files(_PACKAGE) / vendor / _FILE)


def file_contract(path: Path) -> Contract:
    """Read a contract from any file.

    Raises:
        ContractError: it cannot be read.
    """
    return _read(path)


def _vendor_folders() -> tuple[Traversable, ...]:
    try:
        return tuple(files(_PACKAGE).iterdir())
    except ModuleNotFoundError:
        return ()


def _read(file: Traversable) -> Contract:
    try:
        contract = json.loads(file.read_text(encoding="utf-8"))
        return _contract(contract)
    except OSError as error:
        raise ContractError(f"{file}: cannot be read: {error.strerror}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ContractError(f"{file}: is no contract: {error!r}") from error


def _contract(contract: Record) -> Contract:
    if contract["format"] != FORMAT:
        raise ValueError(f"format {contract['format']!r} is not {FORMAT}")
    return Contract(contract["vendor"], tuple(_operation(each) for each in contract["operations"]))


def _operation(record: Record) -> Operation:
    return Operation(
        name=record["name"],
        python=record["python"],
        method=record["method"],
        endpoint=record["endpoint"],
        output_kind=record["output_kind"],
        credentials=tuple(_credential(each) for each in record.get("credentials", ())),
        headers=tuple((each["name"], each["value"]) for each in record.get("api_header", ())),
        envelope=_envelope(record["envelope"]),
        errors=tuple(_error(each) for each in record.get("api_code_demo", ()) if each.get("kind")),
        task=_lifecycle(record["task"]) if "task" in record else None,
        record=record,
    )


def _credential(record: Record) -> Credential:
    return Credential(record["name"], record["environment"], record.get("required", True))


def _envelope(record: Record) -> Envelope:
    return Envelope(record["code"], tuple(record["success"]), record.get("message"), record.get("trace_id"))


def _error(record: Record) -> ErrorCode:
    return ErrorCode(record["code"], record["kind"], record.get("describe", ""), record.get("action"))


def _lifecycle(record: Record) -> Lifecycle:
    return Lifecycle(
        name=record["name"],
        id=record["id"],
        query=record["query"]["python"],
        parameter=record["query"]["parameter"],
        status=record["status"],
        states=record["states"],
        outputs=tuple(record["outputs"]),
        reason=record.get("reason"),
        progress=record.get("progress"),
    )
