"""What emitted code declares about a vendor and its operations: facts as frozen values, no procedure.

What few vendors have is a named tuple: to define one takes a fifth of the time of a dataclass, at every import.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.media import Media
    from mediawright_runtime.models import RequestModel, ResponseModel
    from mediawright_runtime.reserved import Reserved

State = Literal["queued", "running", "succeeded", "failed", "cancelled", "expired", "unknown"]
Location = Literal["body", "path", "query", "header", "cookie", "raw", "json"]
"""`raw` is the whole body as bytes, `json` the whole body as one JSON value."""
ErrorKind = Literal["auth", "credits", "rate", "invalid", "policy", "not_found", "vendor"]
Scalar = str | int | float | bool
R_co = TypeVar("R_co", bound="ResponseModel", covariant=True)


@dataclass(frozen=True, slots=True)
class Credential:
    """One secret that a caller holds: the client's keyword and the environment variable read in its place."""

    name: str
    environment: str
    required: bool = True


class Token(NamedTuple):
    """A credential that is fetched with others, used as `{name}` in headers, fetched anew on a code in `expired`."""

    name: str
    operation: str
    """The operation that fetches it, as `category.method`."""
    parameters: tuple[tuple[str, str], ...]
    """Keywords of that operation, and the credentials that go into them."""
    answer: str
    expired: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where an answer says whether it is a success (`code` is one of `success`), and why not.

    Without `code` the HTTP status alone says it; where the code is not `required`, so it does in answers that lack one.
    """

    code: str | None = None
    success: tuple[Scalar, ...] = ()
    required: bool = True
    message: str | None = None
    trace_id: str | None = None


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """A documented error: its code (or, without one, its HTTP status), its sort, what it means, what to do about it."""

    kind: ErrorKind
    describe: str
    code: int | str | None = None
    http_status: int | None = None
    action: str | None = None
    retries: int = 0
    """How often the vendor says to send the same call again."""
    refused: bool = False
    """Whether the vendor refuses such a call before any work, so that it may be sent again."""


class Idempotency(NamedTuple):
    """Where a create carries the caller's key; `replays` tells that a repeat is answered as the first one was."""

    location: Location
    name: str
    replays: bool = False


class Cancel(NamedTuple):
    """The operation that ends a task before its time, and its keywords that take the task's ids, in their order."""

    operation: str
    keywords: tuple[str, ...]


class Search(NamedTuple):
    """The operation that lists tasks, and what tells one of them: paths into a listed task."""

    operation: str
    tasks: str
    ids: tuple[tuple[str, str], ...]
    """Keywords of the query that take the task's ids, and where a listed task has each."""
    created: str | None = None
    total: str | None = None
    """Where the answer says how many tasks there are."""
    by: tuple[tuple[str, str], ...] = ()
    """Keywords of the listing, and the wire names of the create's parameters whose values they take."""


class OutputPlace(NamedTuple):
    """Where an answer has addresses of files, and what they are where it is not what the operation makes."""

    path: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """How a task is asked for and ends: paths into answers, the vendor's status words, and timing in seconds."""

    name: str
    ids: tuple[tuple[str, str], ...]
    """Keywords of the query that take the task's ids, and where the create's answer has each."""
    query: str
    """The operation that tells how a task stands, as `category.method`."""
    status: str
    states: Mapping[str, State]
    outputs: tuple[OutputPlace, ...]
    many: bool = False
    """Whether the query takes a list of ids."""
    otherwise: State | None = None
    """The state of every other status word, where the vendor documents one."""
    reason: str | None = None
    progress: str | None = None
    tolerates: str | None = None
    """What an answer with an error code must have to be read all the same."""
    interval: float | None = None
    initial_delay: float | None = None
    expected: tuple[float, float] | None = None
    kept_days: int | None = None
    """Days for which the vendor keeps results, counted from the time at `kept_since`."""
    kept_since: str | None = None
    cancel: Cancel | None = None
    search: Search | None = None


class Seal(NamedTuple):
    """How a callback is signed and encrypted."""

    payload: str
    key: str
    iv: str
    signature: str
    digest: Literal["sha1", "sha256"]
    signed: tuple[str, ...]
    timestamp: str | None = None


class Callback(NamedTuple):
    """What the vendor sends when a task ends: the lifecycle that it tells about, and paths into the opened body."""

    task: str
    id: str
    status: str
    outputs: tuple[OutputPlace, ...]
    reason: str | None = None
    seal: Seal | None = None


class Limits(NamedTuple):
    """How much a vendor takes at once. What nobody says has no limit."""

    concurrent_requests: int | None = None
    concurrent_tasks: int | None = None
    """Tasks between their create and their end, of one batch."""
    rate: tuple[int, float] | None = None
    """So many requests in any span of so many seconds."""


@dataclass(frozen=True, slots=True)
class Vendor:
    """One vendor: addresses, credentials, headers (with `{credential}` placeholders), envelope, task lifecycles."""

    name: str
    title: str
    package: str
    """The emitted package, as `mediawright.<name>`."""
    servers: tuple[str, ...]
    credentials: tuple[Credential, ...] = ()
    credential_sets: tuple[tuple[str, ...], ...] = ()
    """Sets of credentials of which one must be complete, the preferred first; none means all that are required."""
    tokens: tuple[Token, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """A header whose credentials are not at hand is left out; `{base64:a:b}` is the base64 of a, a colon and b."""
    query: tuple[tuple[str, str], ...] = ()
    """Keys of every query that carry credentials, as headers do."""
    envelope: Envelope = Envelope()
    errors: tuple[ErrorCode, ...] = ()
    tasks: Mapping[str, Lifecycle] = field(default_factory=dict[str, Lifecycle])
    callback: Callback | None = None
    output_hosts: tuple[str, ...] = ()
    limits: Limits | None = None
    reserved: tuple[Reserved, ...] = ()
    """Operations that were removed."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its keyword, its place on the wire, its documented default, and what is allowed, in words."""

    name: str
    wire_name: str
    location: Location = "body"
    default: object = None
    send_default: bool = False
    credential: str | None = None
    """The credential of the client that is sent when the caller gives nothing."""
    single: bool = False
    """Whether one value is taken for a list of one."""
    labels: tuple[tuple[Scalar, str], ...] = ()
    """Documented names of values; an integer parameter may be given by a name that stands for one value only."""
    allowed: str = ""
    """For people: `one of '5s', '10s'` or `a string of at most 1200 characters`."""
    media: Media | None = None
    schema: Mapping[str, object] | None = None
    """JSON Schema of what the request model leaves open."""
    file: bool = False
    """Whether it is a file of a form, or a list of files: bytes, paths, or files opened in binary mode."""
    separator: str | None = None
    """What joins the items of a list in a query."""


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
    outputs: tuple[OutputPlace, ...] = ()
    """Where the answer itself has addresses of files: the call gives a result at once."""
    authenticated: bool = True
    """Whether credentials go along."""
    output_kind: str = "file"
    """What the outputs are: image, video, audio or file."""
    expected: tuple[float, float] | None = None
    """Seconds that its tasks usually take, from and to, where it is not what the lifecycle says."""
    idempotency: Idempotency | None = None
    reserved: tuple[Reserved, ...] = ()
    """Parameters and values that were removed."""
    schemas: Mapping[str, object] = field(default_factory=dict[str, object])
    """The named JSON Schemas to which those of parameters refer."""
    content_type: str | None = None
    """What the body is, where it is not JSON or bytes of whatever kind."""
    answer_type: str | None = None
    """What a successful answer is, where it is not JSON: the call gives its bytes."""
    server: str | None = None
    """Where it is served, if elsewhere than the vendor's other operations."""
    source: str = ""
    """Where the facts were read: `document:lines`."""

    @property
    def creates(self) -> bool:
        """Whether a call makes something that the vendor may bill: it starts a task, or answers with the work itself.

        Such a call is never sent twice once it may have arrived.
        """
        is_work = bool(self.outputs) or (self.answer_type is not None and self.method == "POST")
        return self.task is not None or is_work or "_to_" in self.path.partition(".")[0]
