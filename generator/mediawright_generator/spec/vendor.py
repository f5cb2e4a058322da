"""What all operations of a vendor share."""

from typing import Annotated, Literal

from pydantic import Field

from mediawright_generator.spec.base import Scalar, Spec
from mediawright_generator.spec.operation import Dispute, Header, ResponseCode, ResponseField, Source

State = Literal["queued", "running", "succeeded", "failed", "cancelled", "expired"]
AnswerPath = Annotated[str, Field(pattern=r"^[^.\[\]]+(\[\])?(\.[^.\[\]]+(\[\])?)*$")]
"""A place in an answer: dots step into objects, `[]` into each item of a list, or into the object there."""


class Server(Spec):
    """One address under which the vendor serves its operations; the first listed is the default."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s?#]*[^\s?#/]$")]
    describe: str = ""


class Credential(Spec):
    """One secret that a caller holds."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The keyword of the client."""
    environment: str
    """The environment variable that is read when the keyword is not given."""
    required: bool = True
    describe: str = ""


class Wrapping(Spec):
    """How body parameters are put together."""

    key: str | None = None
    """The key under which they go; with no parameter to send the body is `{}`, without the key."""


class Envelope(Spec):
    """How an answer says whether it is a success, and where it says why not."""

    code: AnswerPath
    success: Annotated[tuple[Scalar, ...], Field(min_length=1)]
    """The values of `code` that mean success."""
    message: AnswerPath | None = None
    trace_id: AnswerPath | None = None


class Query(Spec):
    """The operation that tells how a task stands."""

    operation: str
    """The name of its record."""
    parameter: str
    """The parameter that takes the task's id."""


class Polling(Spec):
    """When to ask. A fact that is not documented is left out."""

    interval: float | int | None = None
    """Seconds between two queries."""
    initial_delay: float | int | None = None
    """Seconds before the first query."""


class Lifecycle(Spec):
    """How a task of this vendor is started, asked for, and ends."""

    id: AnswerPath
    """Where the create's answer has the task's id."""
    query: Query
    status: AnswerPath
    """Where the query's answer has the status."""
    states: Annotated[dict[str, State], Field(min_length=1)]
    """The vendor's word or number for each state, in the order a task passes them."""
    reason: AnswerPath | None = None
    """Where a failed task says why."""
    progress: AnswerPath | None = None
    """Where the answer has the progress in percent."""
    outputs: Annotated[tuple[AnswerPath, ...], Field(min_length=1)]
    """Where the answer has the addresses of the files."""
    polling: Polling = Polling()


class Category(Spec):
    """A group of operations, one attribute of a client."""

    describe: str = ""
    titles: tuple[str, ...] = ()
    """Titles in the vendor's own data that belong here, beside the one that the category is the slug of."""


class Vendor(Spec):
    """One vendor."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The module's name, and the folder's."""
    title: str
    client: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]*$")]
    """The name of the client class; its asynchronous twin has Async before it."""
    description: str = ""
    servers: Annotated[tuple[Server, ...], Field(min_length=1)]
    credentials: tuple[Credential, ...] = ()
    api_header: tuple[Header, ...] = ()
    body: Wrapping = Wrapping()
    envelope: Envelope
    api_response: tuple[ResponseField, ...] = ()
    """Fields that every answer has."""
    api_code_demo: tuple[ResponseCode, ...] = ()
    """Codes that every operation may answer."""
    categories: dict[str, Category] = Field(default_factory=dict)
    tasks: dict[str, Lifecycle] = Field(default_factory=dict)
    output_hosts: tuple[str, ...] = ()
    """Hosts of output files, exact or with a leading dot for all below; none means that the vendor publishes none."""
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
