"""A vendor's contract as the mock sees it, and where contracts are found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mediawright_mock.telling import Telling, read_telling
from mediawright_runtime.declarations import (
    Cancel,
    Credential,
    Envelope,
    ErrorCode,
    Idempotency,
    Lifecycle,
    OutputPlace,
    Search,
    Token,
)
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Record = Mapping[str, Any]

FORMAT = 1
_PACKAGE = "mediawright"
_FILE = "contract.json"
_WANTED = "give a contract.json as the generator writes it"


class ContractError(Exception):
    """A contract is not there, or is not one that this version reads."""


@dataclass(frozen=True, eq=False)
class Operation:
    """One operation: what the mock needs of it, and the whole record. It is itself alone, so what follows is kept."""

    name: str
    python: str
    method: str
    endpoint: str
    output_kind: str
    credentials: tuple[Credential, ...]
    credential_sets: tuple[tuple[str, ...], ...]
    tokens: tuple[Token, ...]
    """Those of the vendor; their parameters are named as in the record."""
    authenticated: bool
    headers: tuple[tuple[str, str], ...]
    """Names and values, in which `{name}` stands for a credential."""
    query: tuple[tuple[str, str], ...]
    """Keys of every query, as the headers are."""
    envelope: Envelope
    errors: tuple[ErrorCode, ...]
    task: Lifecycle | None
    """The ids of its tasks stand by the wire names of the parameters that take them; others' parameters by name."""
    outputs: tuple[OutputPlace, ...]
    record: Record
    expected: tuple[float, float] | None = None
    """Seconds that its tasks usually take, from and to."""
    idempotency: Idempotency | None = None
    telling: Telling | None = None
    answer_type: str | None = None
    """What its answer is, where it is not JSON."""

    @cached_property
    def parameters(self) -> tuple[Record, ...]:
        """The records of the parameters."""
        return tuple(self.record.get("api_body", ()))

    @cached_property
    def raw(self) -> Record | None:
        """The record of the parameter that is the body, byte for byte."""
        return next((each for each in self.parameters if each["in"] == "raw"), None)

    @cached_property
    def lists(self) -> bool:
        """Whether its answer is a list."""
        return any(each["name"].startswith("[]") for each in self.record.get("api_response", ()))

    @cached_property
    def creates(self) -> bool:
        """Whether a call makes something that the vendor bills."""
        is_work = self.answer_type is not None and self.method == "POST"
        return self.task is not None or bool(self.outputs) or is_work

    @cached_property
    def issues(self) -> tuple[Token, ...]:
        """The tokens that it answers with."""
        return tuple(each for each in self.tokens if each.operation == self.python)

    def wire_name(self, name: str) -> str:
        """Find the wire name of a parameter."""
        return next((str(each["wire_name"]) for each in self.parameters if each["name"] == name), name)

    @cached_property
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
        if not is_object(contract):
            raise ContractError(f"{file}: is no contract: it is no object; {_WANTED}")
        return _contract(contract)
    except OSError as error:
        raise ContractError(f"{file}: cannot be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise ContractError(f"{file}:{error.lineno}:{error.colno}: is no JSON: {error.msg}; {_WANTED}") from error
    except KeyError as error:
        raise ContractError(f"{file}: is no contract: something in it lacks the key {error}; {_WANTED}") from error
    except (TypeError, AttributeError, ValueError) as error:
        raise ContractError(f"{file}: is no contract: {error}; {_WANTED}") from error


def _contract(contract: Record) -> Contract:
    if contract["format"] != FORMAT:
        raise ValueError(f"its format is {contract['format']!r}, not {FORMAT}")
    return Contract(contract["vendor"], tuple(_operation(each) for each in contract["operations"]))


def _operation(record: Record) -> Operation:
    return Operation(
        name=record["name"],
        python=record["python"],
        method=record["method"],
        endpoint=record["endpoint"],
        output_kind=record["output_kind"],
        credentials=tuple(_credential(each) for each in record.get("credentials", ())),
        credential_sets=tuple(tuple(each) for each in record.get("credential_sets", ())),
        tokens=tuple(_token(each) for each in record.get("tokens", ())),
        authenticated=record.get("authenticated", True),
        headers=tuple((each["name"], each["value"]) for each in record.get("api_header", ())),
        query=tuple((each["name"], each["value"]) for each in record.get("api_query", ())),
        envelope=_envelope(record["envelope"]),
        errors=tuple(_error(each) for each in record.get("api_code_demo", ()) if each.get("kind")),
        task=_lifecycle(record["task"]) if "task" in record else None,
        outputs=_outputs(record.get("outputs", ())),
        record=record,
        expected=_expected(record),
        idempotency=_idempotency(record["idempotency"]) if "idempotency" in record else None,
        telling=read_telling(record),
        answer_type=record.get("answer_type"),
    )


def _expected(record: Record) -> tuple[float, float] | None:
    least, most = record.get("expected_seconds", (None, None))
    return None if least is None else (least, most)


def _idempotency(record: Record) -> Idempotency:
    return Idempotency(record["in"], record["name"], record.get("on_repeat") == "replay")


def _credential(record: Record) -> Credential:
    return Credential(record["name"], record["environment"], record.get("required", True))


def _token(record: Record) -> Token:
    return Token(
        name=record["name"],
        operation=record["python"],
        parameters=tuple(record["parameters"].items()),
        answer=record["answer"],
        expired=tuple(record.get("expired", ())),
    )


def _envelope(record: Record) -> Envelope:
    return Envelope(
        code=record.get("code"),
        success=tuple(record.get("success", ())),
        required=record.get("required", True),
        message=record.get("message"),
        trace_id=record.get("trace_id"),
    )


def _error(record: Record) -> ErrorCode:
    return ErrorCode(
        kind=record["kind"],
        describe=record.get("describe", ""),
        code=record.get("code"),
        http_status=record.get("http_status"),
    )


def _outputs(records: Iterable[Record]) -> tuple[OutputPlace, ...]:
    return tuple(OutputPlace(each["path"], each.get("kind")) for each in records)


def _lifecycle(record: Record) -> Lifecycle:
    taken = record["query"]["takes"]
    return Lifecycle(
        name=record["name"],
        ids=tuple((each["wire_name"], each["id"]) for each in taken),
        query=record["query"]["python"],
        many=any(each["many"] for each in taken),
        status=record["status"],
        states=record["states"],
        otherwise=record.get("otherwise"),
        outputs=_outputs(record["outputs"]),
        reason=record.get("reason"),
        progress=record.get("progress"),
        kept_days=record.get("kept", {}).get("days"),
        kept_since=record.get("kept", {}).get("since"),
        cancel=_cancel(record) if "cancel" in record else None,
        search=_search(record) if "search" in record else None,
    )


def _cancel(lifecycle: Record) -> Cancel:
    cancel, id_ = lifecycle["cancel"], lifecycle["id"]
    return Cancel(cancel["python"], tuple(id_) if is_object(id_) else (cancel["parameter"],))


def _search(lifecycle: Record) -> Search:
    search, id_ = lifecycle["search"], lifecycle["search"]["id"]
    names: list[str] = [each["name"] for each in lifecycle["query"]["takes"]]
    ids = tuple((name, str(id_[name] if is_object(id_) else id_)) for name in names)
    by = tuple(search.get("by", {}).items())
    return Search(search["python"], search["tasks"], ids, search.get("created"), search.get("total"), by)


BARE = Operation("", "", "GET", "/", "file", (), (), (), False, (), (), Envelope(), (), None, (), {})
"""No operation of any vendor: what goes wrong with a download is told without an envelope."""
