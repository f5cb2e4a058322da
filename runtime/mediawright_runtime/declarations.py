"""What emitted code declares about a vendor and its operations: facts as frozen values, no procedure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.models import RequestModel, ResponseModel

State = Literal["queued", "running", "succeeded", "failed", "cancelled", "expired", "unknown"]
Location = Literal["body", "path", "query", "header", "raw"]
ErrorKind = Literal["auth", "credits", "rate", "invalid", "policy", "not_found", "vendor"]
Scalar = str | int | float | bool
R_co = TypeVar("R_co", bound="ResponseModel", covariant=True)


@dataclass(frozen=True, slots=True)
class Credential:
    """One secret that a caller holds: the client's keyword and the environment variable read in its place."""

    name: str
    environment: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where an answer says whether it is a success (`code` is one of `success`), and why not."""

    code: str
    success: tuple[Scalar, ...]
    message: str | None = None
    trace_id: str | None = None


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """A documented error code: what sort it is, what it means, what the vendor says to do."""

    code: int | str
    kind: ErrorKind
    describe: str
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """How a task is asked for and ends: paths into answers, the vendor's status words, and timing in seconds."""

    name: str
    id: str
    query: str
    """The operation that tells how a task stands, as `category.method`."""
    parameter: str
    """The keyword of that operation that takes the task's id."""
    status: str
    states: Mapping[str, State]
    outputs: tuple[str, ...]
    reason: str | None = None
    progress: str | None = None
    interval: float | None = None
    initial_delay: float | None = None


@dataclass(frozen=True, slots=True)
class Vendor:
    """One vendor: addresses, credentials, headers (with `{credential}` placeholders), envelope, task lifecycles."""

    name: str
    title: str
    package: str
    """The emitted package, as `mediawright.<name>`."""
    servers: tuple[str, ...]
    credentials: tuple[Credential, ...]
    headers: tuple[tuple[str, str], ...]
    envelope: Envelope
    errors: tuple[ErrorCode, ...] = ()
    tasks: Mapping[str, Lifecycle] = field(default_factory=dict[str, Lifecycle])
    output_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its keyword, its place on the wire, its documented default, and what is allowed, in words."""

    name: str
    wire_name: str
    location: Location = "body"
    default: object = None
    send_default: bool = False
    allowed: str = ""
    """For people: `one of '5s', '10s'` or `a string of at most 1200 characters`."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a rule demands of one parameter; of an array, of each item, while `min_items` and `max_items` count them."""

    values: tuple[Scalar, ...] | None = None
    present: bool | None = None
    """Whether the parameter is sent; a default that the vendor only assumes is not."""
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    allowed: str = ""
    """For people, as in `Parameter`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When every constraint of `when` holds, every one of `then` must; keyed by keyword."""

    when: Mapping[str, Constraint]
    then: Mapping[str, Constraint]
    describe: str = ""


@dataclass(frozen=True, slots=True)
class Operation(Generic[R_co]):
    """One operation: its address, its parameters and rules, and the models of its request and answer."""

    path: str
    """`category.method`, as a client offers it."""
    name: str
    """The vendor's own name."""
    method: str
    endpoint: str
    """The path below the server's address, with `{wire_name}` placeholders."""
    parameters: tuple[Parameter, ...]
    request: type[RequestModel]
    response: type[R_co]
    wrap: str | None = None
    """The key under which body parameters go; without any the body is `{}`."""
    constants: tuple[tuple[Location, str, Scalar], ...] = ()
    """What is always sent: location, wire name, value."""
    rules: tuple[Rule, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    errors: tuple[ErrorCode, ...] = ()
    """Codes that this operation documents beside the vendor's."""
    task: str | None = None
    """The lifecycle that this create starts."""
    output_kind: str = "file"
    """What the outputs are: image, video, audio or file."""
    source: str = ""
    """Where the facts were read: `document:lines`."""

    @property
    def creates(self) -> bool:
        """Whether a call makes something that the vendor may bill: it starts a task, or answers with the work itself.

        Such a call is never sent twice once it may have arrived.
        """
        return self.task is not None or "_to_" in self.path.partition(".")[0]
