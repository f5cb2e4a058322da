"""One operation: a record in the vocabulary of the vendor's own API data file, with its prose made data."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from mediawright_generator.spec.answer import Output
from mediawright_generator.spec.base import HttpMethod, IsoDate, MediaType, Scalar, Spec
from mediawright_generator.spec.naming import method_name
from mediawright_generator.spec.parameter import Parameter
from mediawright_generator.spec.reserved import ReservedParameter

ErrorKind = Literal["auth", "credits", "rate", "invalid", "policy", "not_found", "vendor"]


Text = Annotated[str, Field(min_length=1)]
"""A text that says something."""


class Source(Spec):
    """Where facts were read."""

    document: Text
    """The document: a file among the sources, or an address."""
    lines: str | None = None
    """`first-last` or one number, counted from 1."""
    read_on: IsoDate
    """The day on which it was read."""
    verified_live: bool
    """Whether a live service was seen to agree."""


class Reading(Spec):
    """One of several published versions of a fact."""

    value: Text
    """What this publication says."""
    document: str
    """The publication: a file among the sources, or an address."""
    lines: str | None = None
    """`first-last` or one number, counted from 1."""


class Dispute(Spec):
    """A fact on which publications disagree, and what this spec takes."""

    fact: Text
    """The fact, as `api_body.duration.keywords`."""
    readings: Annotated[tuple[Reading, ...], Field(min_length=1)]
    """Each published version."""
    taken: Text
    """What this spec takes."""
    reason: Text
    """Why that one."""


class Review(Spec):
    """A fact that was inferred, or left unknown, and that a person must look at."""

    fact: Text
    """Where it stands, as `task` or `api_body.image`."""
    note: Text
    """What was inferred from what, or what is unknown."""


class Server(Spec):
    """One address under which the vendor serves its operations; the first listed is the default."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s?#]*[^\s?#/]$")]
    """The address, without a slash at its end."""
    describe: str = ""
    """When it is used."""


class Header(Spec):
    """One request header; `{name}` in the value stands for a credential."""

    name: str
    """The header's name."""
    value: str
    """What it carries: text, with `{name}` for a credential and `{base64:one:other}` for two in base64."""


class Constraint(Spec):
    """What a rule demands of a parameter beside a list of values."""

    present: bool | None = None
    """Whether the parameter must be given (true) or must be left out (false)."""
    minimum: int | float | None = None
    """Smallest value, itself allowed."""
    maximum: int | float | None = None
    """Largest value, itself allowed."""
    exclusive_minimum: int | float | None = None
    """The value must be above this one."""
    exclusive_maximum: int | float | None = None
    """The value must be below this one."""
    min_length: int | None = None
    """Fewest characters."""
    max_length: int | None = None
    """Most characters."""
    min_items: int | None = None
    """Fewest items."""
    max_items: int | None = None
    """Most items."""


def _as_values(value: Any) -> Any:
    return (value,) if value is None or isinstance(value, Scalar) else value


Condition = Annotated[
    tuple[Scalar, ...] | Constraint,
    BeforeValidator(_as_values, json_schema_input_type=Scalar | tuple[Scalar, ...] | Constraint),
]
"""One value, a list of values, or a constraint."""


class Rule(Spec):
    """A rule across parameters: when all of `when` hold, all of `then` must. What is omitted counts as its default."""

    when: Annotated[dict[str, Condition], Field(min_length=1)]
    """What must hold for the rule to count: conditions by parameter."""
    then: Annotated[dict[str, Condition], Field(min_length=1)]
    """What must hold then: conditions by parameter."""
    describe: str = ""
    """The rule in words; callers read it in the error."""


class ResponseDemo(Spec):
    """A documented answer, exactly as it goes over the wire."""

    status: int = 200
    """The HTTP status."""
    describe: str = ""
    """What the answer shows."""
    body: Any
    """The body, exactly as it goes over the wire."""


HeaderText = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""The text that stands there; editors read `5` as a number."""


class RequestDemo(Spec):
    """A documented request, exactly as it goes over the wire, and its documented answers."""

    title: str = ""
    """What the request shows."""
    path: dict[str, Scalar] = Field(default_factory=dict)
    """Values of the placeholders in the endpoint."""
    query: dict[str, Scalar | tuple[Scalar, ...]] = Field(default_factory=dict)
    """Values of the query."""
    header: dict[str, HeaderText] = Field(default_factory=dict)
    """Headers beside those of every request."""
    body: Any = None
    """The body, exactly as it goes over the wire."""
    response: tuple[ResponseDemo, ...] = ()
    """The documented answers to it."""


class ResponseField(Spec):
    """One field of an answer; dots step into objects, `[]` into the items of a list."""

    name: Annotated[str, Field(min_length=1)]
    """Where it stands: `data.videos[].url`."""
    type: Literal["string", "integer", "number", "boolean", "array", "object", "any"]
    """The type of its values."""
    nullable: bool = False
    """Whether null is documented in its place."""
    describe: str = ""
    """What it says, in your own words."""
    keywords: tuple[Scalar, ...] = ()
    """Documented values; others are accepted."""


class ResponseCode(Spec):
    """One code that an answer may carry, what it means and what to do about it."""

    code: int | str | None = None
    """The envelope's code; none where the HTTP status alone tells."""
    http_status: int | None = None
    """The HTTP status that goes with it, where it is documented."""
    describe: str
    """What it means, in your own words."""
    kind: ErrorKind | None = None
    """What sort of error it is; none for a code that means success."""
    action: str | None = None
    """What the vendor tells callers to do."""
    retries: Annotated[int, Field(ge=0)] = 0
    """How often the vendor says to send the same call again."""
    refused: bool = False
    """Whether the vendor documents that such a call is refused before any work, so that it may be sent again."""


class Idempotency(Spec):
    """A key of the caller's by which the vendor knows that a create is one that it already has."""

    location: Annotated[Literal["header", "body", "query"], Field(alias="in")]
    """Where the key goes."""
    name: Annotated[str, Field(min_length=1)]
    """The name under which it goes."""
    on_repeat: Literal["replay", "reject", "unknown"] = "unknown"
    """What the vendor does with a second create of the same key: answer as it did the first time, or refuse it."""


class Operation(Spec):
    """One operation of a vendor."""

    id: int | str | None = None
    """The vendor's own number of the record."""
    name: Annotated[str, Field(min_length=1)]
    """The vendor's own name, unique among its operations."""
    model_code: str | None = None
    """The vendor's code of the model; `client.call()` takes it for a name, too."""
    category: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The group under which a client offers the operation."""
    capabilities: tuple[str, ...] = ()
    """What it can make of what, as `image_to_video`, where its category does not say so."""
    python_name: str | None = None
    """The method's name, where the slug of `name` will not do."""
    status: int | None = None
    """The vendor's own publication status."""
    alternative_of: str | None = None
    """The name of the operation whose other published form this is."""
    method: HttpMethod
    """The HTTP method."""
    endpoint: Annotated[str, Field(pattern=r"^/")]
    """The path below the server's address; `{name}` is filled from a path parameter."""
    servers: tuple[Server, ...] = ()
    """Where it is served, if elsewhere than all others of the vendor."""
    content_type: MediaType | None = None
    """What the body is where it is not JSON: `multipart/form-data`, `application/x-www-form-urlencoded`, or of raw."""
    answer_type: MediaType | None = None
    """What a successful answer is, where it is not JSON: the call gives its bytes."""
    deprecated: bool = False
    """Whether the vendor says to use something else."""
    title: str | None = None
    """The vendor's own title of the operation."""
    description: str = ""
    """What it does, in one sentence of your own."""
    notes: tuple[str, ...] = ()
    """What callers should know beside the facts."""
    task: str | None = None
    """The lifecycle of `vendor.yaml` that this create starts; none where the answer is the result."""
    outputs: tuple[Output, ...] = ()
    """Where the answer itself has addresses of files: the call gives a result at once."""
    authenticated: bool = True
    """Whether credentials go along."""
    idempotency: Idempotency | None = None
    """The key of this create, where it is not that of the vendor."""
    expected_seconds: Annotated[tuple[float | int, ...], Field(min_length=2, max_length=2)] | None = None
    """Seconds that it usually takes, from and to, where it is not what the lifecycle says."""
    api_header: tuple[Header, ...] = ()
    """Headers beside those of `vendor.yaml`."""
    api_body: tuple[Parameter, ...] = ()
    """Its parameters, wherever they go: body, path, query, header, cookie, or the raw body."""
    rules: tuple[Rule, ...] = ()
    """Rules across parameters."""
    api_request_demo: tuple[RequestDemo, ...] = ()
    """Documented requests with their answers."""
    api_response: tuple[ResponseField, ...] = ()
    """Fields beside those of `vendor.yaml`."""
    api_code_demo: tuple[ResponseCode, ...] = ()
    """Codes beside those of `vendor.yaml`."""
    reserved: tuple[ReservedParameter, ...] = ()
    """Parameters and values that were removed, and never come back with another meaning."""
    sources: tuple[Source, ...] = ()
    """Where the facts were read."""
    disputes: tuple[Dispute, ...] = ()
    """Facts on which publications disagree."""
    review: tuple[Review, ...] = ()
    """What a person must look at before the record counts as reviewed."""
    created_at: IsoDate | None = None
    """The vendor's own date of the record."""
    updated_at: IsoDate | None = None
    """The vendor's own date of its last change."""

    @property
    def python_method(self) -> str:
        """The name of the method in its category."""
        return self.python_name or method_name(self.name)

    @property
    def python_path(self) -> str:
        """The operation as a client offers it: `category.method`."""
        return f"{self.category}.{self.python_method}"
