"""What all operations of a vendor share."""

from typing import Annotated, Any, Literal

from pydantic import Field

from mediawright_generator.spec.answer import AnswerPath, Output
from mediawright_generator.spec.base import Scalar, Spec
from mediawright_generator.spec.operation import (
    Dispute,
    Header,
    Idempotency,
    ResponseCode,
    ResponseField,
    Review,
    Server,
    Source,
)
from mediawright_generator.spec.reserved import ReservedOperation

State = Literal["queued", "running", "succeeded", "failed", "cancelled", "expired"]


class Credential(Spec):
    """One secret that a caller holds."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The keyword of the client."""
    environment: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
    """The environment variable that is read when the keyword is not given."""
    required: bool = True
    """Whether a client cannot do without it."""
    describe: str = ""
    """What it is and where callers get it."""


class Token(Spec):
    """A credential that is fetched from the vendor with others, and used as `{name}` in headers."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """By which name headers take it, as `{token}`."""
    operation: str
    """The name of the record that fetches it; it is sent without credentials (`authenticated: false`)."""
    parameters: Annotated[dict[str, str], Field(min_length=1)]
    """Which credential goes into which of its parameters."""
    answer: AnswerPath
    """Where its answer has the token."""
    expired: tuple[int | str, ...] = ()
    """Codes that say that a token is no longer good; it is fetched anew then, once, and the call sent again."""


class QueryKey(Spec):
    """One key of the query of every call; `{name}` in the value stands for a credential."""

    name: Annotated[str, Field(min_length=1)]
    """The name of the key."""
    value: str
    """What it carries; `{name}` stands for a credential."""


class Wrapping(Spec):
    """How body parameters are put together."""

    key: str | None = None
    """The key under which they go; with no parameter to send the body is `{}`, without the key."""


class Envelope(Spec):
    """How an answer says whether it is a success, and where it says why not; without `code` the HTTP status says it."""

    code: AnswerPath | None = None
    """Where the code is."""
    success: tuple[Scalar, ...] = ()
    """The values of `code` that mean success."""
    required: bool = True
    """Whether an answer without `code` is no success."""
    message: AnswerPath | None = None
    """Where it says why it failed."""
    trace_id: AnswerPath | None = None
    """Where it has the vendor's identifier of the request."""


class Query(Spec):
    """An operation that is called with a task's id."""

    operation: str
    """The name of its record."""
    parameter: str | None = None
    """The parameter that takes the task's id, where there is one id; a list takes it as its only item."""


class Search(Spec):
    """The operation that lists tasks, by which one is found again when the answer of its create was lost."""

    operation: str
    """The name of its record."""
    tasks: AnswerPath
    """Where its answer has the tasks."""
    id: AnswerPath | dict[str, AnswerPath]
    """Where a listed task has its id; several ids stand by the query's parameter that takes each."""
    created: AnswerPath | None = None
    """Where a listed task has the time of its creation: (milli)seconds since 1970, or ISO 8601."""
    total: AnswerPath | None = None
    """Where its answer says how many tasks there are: a list that has fewer says of none that it is missing."""
    by: dict[str, str] = Field(default_factory=dict)
    """Parameters of the listing that take what the create was given, each by the create's parameter."""


class Polling(Spec):
    """When to ask. A fact that is not documented is left out."""

    interval: float | int | None = None
    """Seconds between two queries."""
    initial_delay: float | int | None = None
    """Seconds before the first query makes sense."""
    expected: Annotated[tuple[float | int, ...], Field(min_length=2, max_length=2)] | None = None
    """Seconds that a task usually takes, from and to."""


class Kept(Spec):
    """How long the vendor keeps results."""

    days: Annotated[int, Field(ge=1)]
    """For how many days."""
    since: AnswerPath | None = None
    """Where the query's answer has the time from which the days count: (milli)seconds since 1970, or ISO 8601."""


class Lifecycle(Spec):
    """How a task of this vendor is started, asked for, and ends."""

    id: AnswerPath | dict[str, AnswerPath]
    """Where the create's answer has the task's id; several ids stand by the query's parameter that takes each."""
    query: Query
    """The operation that tells how a task stands."""
    status: AnswerPath
    """Where the query's answer has the status."""
    states: Annotated[dict[str, State], Field(min_length=1)]
    """The vendor's word or number for each state, in the order a task passes them."""
    otherwise: State | None = None
    """The state that any other word or number means, where the vendor documents one."""
    reason: AnswerPath | None = None
    """Where a failed task says why."""
    progress: AnswerPath | None = None
    """Where the answer has the progress in percent."""
    outputs: Annotated[tuple[Output, ...], Field(min_length=1)]
    """Where the answer has the addresses of the files."""
    tolerates: AnswerPath | None = None
    """What an answer with an error code must have to be read all the same."""
    polling: Polling = Polling()
    """When to ask."""
    kept: Kept | None = None
    """How long results are kept."""
    cancel: Query | None = None
    """The operation that ends a task before its time, where the vendor offers one."""
    search: Search | None = None
    """How a task is found whose create was not answered, where the vendor offers a way."""


class Seal(Spec):
    """How a callback is signed and encrypted: AES-CBC with PKCS#7, and a hexadecimal digest of sorted, joined parts."""

    payload: AnswerPath
    """Where the body has the ciphertext in base64."""
    key: str
    """The credential whose bytes are the key."""
    iv: str
    """The credential whose first 16 bytes, filled up with NUL, are the initial vector."""
    signature: AnswerPath
    """Where the body has the signature."""
    digest: Literal["sha1", "sha256"]
    """How it is made."""
    signed: Annotated[tuple[str, ...], Field(min_length=1)]
    """What is sorted, joined and digested: `{credential}` or a place in the body."""
    timestamp: AnswerPath | None = None
    """Where the body has the time of sending, in milliseconds since 1970."""


class Callback(Spec):
    """What the vendor sends to a callback address when a task ends."""

    task: str
    """The lifecycle that it tells about; its states hold here too."""
    id: AnswerPath
    """Where the body has the task's id."""
    status: AnswerPath
    """Where it has the status."""
    reason: AnswerPath | None = None
    """Where it says why a task failed."""
    outputs: Annotated[tuple[Output, ...], Field(min_length=1)]
    """Where it has the addresses of the files."""
    seal: Seal | None = None
    """How it is signed and encrypted; none where the vendor documents neither."""
    example: dict[str, Any] | None = None
    """A documented body, opened where it is sealed."""
    parameter: str | None = None
    """The parameter of a create that takes the address to send to."""
    returns: dict[AnswerPath, str] = Field(default_factory=dict)
    """Places in the body, and the parameters of the create whose values come back there."""
    repeated_until: int | None = None
    """The HTTP status without which it is sent again; none where nobody documents that it is."""


class Rate(Spec):
    """So many requests in any span of so many seconds."""

    requests: Annotated[int, Field(ge=1)]
    """So many requests."""
    seconds: Annotated[float | int, Field(gt=0)]
    """In so many seconds."""


class Limits(Spec):
    """How much the vendor documents to take at once from one client; what is not documented is left out."""

    concurrent_requests: Annotated[int, Field(ge=1)] | None = None
    """Requests that are on their way."""
    concurrent_tasks: Annotated[int, Field(ge=1)] | None = None
    """Tasks between their create and their end."""
    rate: Rate | None = None
    """Requests in a span of time."""


class Category(Spec):
    """A group of operations, one attribute of a client."""

    describe: str = ""
    """What its operations do."""
    titles: tuple[str, ...] = ()
    """Titles in the vendor's own data that belong here, beside the one that the category is the slug of."""


class Vendor(Spec):
    """One vendor."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The module's name, and the folder's."""
    title: Annotated[str, Field(min_length=1)]
    """Its name as people write it."""
    client: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]*$")]
    """The name of the client class; its asynchronous twin has Async before it."""
    description: str = ""
    """What it offers, in one sentence of your own."""
    servers: Annotated[tuple[Server, ...], Field(min_length=1)]
    """The addresses under which it serves; the first is the default."""
    credentials: tuple[Credential, ...] = ()
    """The secrets that a caller holds."""
    credential_sets: tuple[tuple[str, ...], ...] = ()
    """Sets of credentials of which one must be complete, the preferred first; none means all that are required."""
    tokens: tuple[Token, ...] = ()
    """Credentials that are fetched with others."""
    api_header: tuple[Header, ...] = ()
    """Headers of every request; `{name}` stands for a credential."""
    api_query: tuple[QueryKey, ...] = ()
    """Credentials that the vendor takes in the query."""
    body: Wrapping = Wrapping()
    """How body parameters are put together."""
    envelope: Envelope = Envelope()
    """How an answer says whether it is a success."""
    api_response: tuple[ResponseField, ...] = ()
    """Fields that every answer has."""
    api_code_demo: tuple[ResponseCode, ...] = ()
    """Codes that every operation may answer."""
    categories: dict[str, Category] = Field(default_factory=dict)
    """The groups of operations."""
    idempotency: Idempotency | None = None
    """The key by which a create that is sent again is known to be the same one."""
    schemas: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """JSON Schemas (2020-12) that parameters refer to as `$ref: "#/schemas/Name"`."""
    tasks: dict[str, Lifecycle] = Field(default_factory=dict)
    """How tasks are started, asked for, and end; each under the name that records call it by."""
    callback: Callback | None = None
    """What it sends to a callback address."""
    output_hosts: tuple[str, ...] = ()
    """Hosts of output files, exact or with a leading dot for all below; none means that the vendor publishes none."""
    limits: Limits | None = None
    """How much it takes at once."""
    reserved: tuple[ReservedOperation, ...] = ()
    """Operations that were removed, and never come back with another meaning."""
    sources: tuple[Source, ...] = ()
    """Where the facts were read."""
    disputes: tuple[Dispute, ...] = ()
    """Facts on which publications disagree."""
    review: tuple[Review, ...] = ()
    """What a person must look at before the vendor counts as reviewed."""
