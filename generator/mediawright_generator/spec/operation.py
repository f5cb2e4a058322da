"""One operation: a record in the vocabulary of the vendor's own API data file, with its prose made data."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mediawright_generator.spec.answer import Output
from mediawright_generator.spec.base import HttpMethod, IsoDate, MediaType, Scalar, Spec
from mediawright_generator.spec.naming import method_name
from mediawright_generator.spec.parameter import Parameter
from mediawright_generator.spec.reserved import ReservedParameter

ErrorKind = Literal["auth", "credits", "rate", "invalid", "policy", "not_found", "vendor"]


class Source(Spec):
    """Where facts were read."""

    document: str
    lines: str | None = None
    """`first-last` or one number, counted from 1."""
    read_on: IsoDate
    verified_live: bool
    """Whether a live service was seen to agree."""


class Reading(Spec):
    """One of several published versions of a fact."""

    value: str
    document: str
    lines: str | None = None


class Dispute(Spec):
    """A fact on which publications disagree, and what this spec takes."""

    fact: str
    readings: Annotated[tuple[Reading, ...], Field(min_length=1)]
    taken: str
    reason: str


class Review(Spec):
    """A fact that was inferred, or left unknown, and that a person must look at."""

    fact: Annotated[str, Field(min_length=1)]
    """Where it stands, as `task` or `api_body.image`."""
    note: Annotated[str, Field(min_length=1)]
    """What was inferred from what, or what is unknown."""


class Header(Spec):
    """One request header; `{name}` in the value stands for a credential."""

    name: str
    value: str


class Constraint(Spec):
    """What a rule demands of a parameter beside a list of values."""

    present: bool | None = None
    """Whether the parameter must be given (true) or must be left out (false)."""
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None


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
    then: Annotated[dict[str, Condition], Field(min_length=1)]
    describe: str = ""


class ResponseDemo(Spec):
    """A documented answer, exactly as it goes over the wire."""

    status: int = 200
    """The HTTP status."""
    describe: str = ""
    body: Any


class RequestDemo(Spec):
    """A documented request, exactly as it goes over the wire, and its documented answers."""

    title: str = ""
    path: dict[str, Scalar] = Field(default_factory=dict)
    """Values of the placeholders in the endpoint."""
    query: dict[str, Scalar | tuple[Scalar, ...]] = Field(default_factory=dict)
    header: dict[str, str] = Field(default_factory=dict)
    body: Any = None
    response: tuple[ResponseDemo, ...] = ()


class ResponseField(Spec):
    """One field of an answer; dots step into objects, `[]` into the items of a list."""

    name: Annotated[str, Field(min_length=1)]
    type: Literal["string", "integer", "number", "boolean", "array", "object", "any"]
    nullable: bool = False
    """Whether null is documented in its place."""
    describe: str = ""
    keywords: tuple[Scalar, ...] = ()
    """Documented values; others are accepted."""


class ResponseCode(Spec):
    """One code that an answer may carry, what it means and what to do about it."""

    code: int | str | None = None
    """The envelope's code; none where the HTTP status alone tells."""
    http_status: int | None = None
    """The HTTP status that goes with it, where it is documented."""
    describe: str
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
    name: Annotated[str, Field(min_length=1)]
    on_repeat: Literal["replay", "reject", "unknown"] = "unknown"
    """What the vendor does with a second create of the same key: answer as it did the first time, or refuse it."""


class Operation(Spec):
    """One operation of a vendor."""

    id: int | str | None = None
    """The vendor's own number of the record."""
    name: Annotated[str, Field(min_length=1)]
    """The vendor's own name, unique among its operations."""
    model_code: str | None = None
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
    endpoint: Annotated[str, Field(pattern=r"^/")]
    """The path below the server's address; `{name}` is filled from a path parameter."""
    content_type: MediaType | None = None
    """What the body is where it is not JSON: `multipart/form-data`, `application/x-www-form-urlencoded`, or of raw."""
    answer_type: MediaType | None = None
    """What a successful answer is, where it is not JSON: the call gives its bytes."""
    deprecated: bool = False
    """Whether the vendor says to use something else."""
    title: str | None = None
    description: str = ""
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
    rules: tuple[Rule, ...] = ()
    api_request_demo: tuple[RequestDemo, ...] = ()
    api_response: tuple[ResponseField, ...] = ()
    """Fields beside those of `vendor.yaml`."""
    api_code_demo: tuple[ResponseCode, ...] = ()
    """Codes beside those of `vendor.yaml`."""
    reserved: tuple[ReservedParameter, ...] = ()
    """Parameters and values that were removed, and never come back with another meaning."""
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    review: tuple[Review, ...] = ()
    """What a person must look at before the record counts as reviewed."""
    created_at: IsoDate | None = None
    updated_at: IsoDate | None = None

    @property
    def python_method(self) -> str:
        """The name of the method in its category."""
        return self.python_name or method_name(self.name)

    @property
    def python_path(self) -> str:
        """The operation as a client offers it: `category.method`."""
        return f"{self.category}.{self.python_method}"
