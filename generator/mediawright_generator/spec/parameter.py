"""One parameter of an operation: its place on the wire and what the vendor accepts."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mediawright_generator.spec.base import Scalar, Spec
from mediawright_generator.spec.naming import snake_case

ScalarType = Literal["string", "integer", "number", "boolean", "object", "any"]
ParameterType = Literal["string", "integer", "number", "boolean", "array", "object", "any"]
Location = Literal["body", "path", "query", "header", "cookie", "raw"]
Quantity = Literal[
    "prompt", "duration", "resolution", "aspect_ratio", "width", "height", "audio", "count", "seed", "language", "voice"
]
PixelSize = Annotated[str, Field(pattern=r"^[1-9]\d*x[1-9]\d*$")]
Ratio = Annotated[str, Field(pattern=r"^\d+(\.\d+)?:\d+(\.\d+)?$")]


class Media(Spec):
    """What an input file must be like. Limits are inclusive but for those that say exclusive."""

    kind: Literal["image", "video", "audio", "document"]
    """What the file is."""
    formats: tuple[str, ...] = ()
    """File name extensions without the dot, in lower case."""
    min_megabytes: float | int | None = None
    """Smallest file in megabytes."""
    max_megabytes: float | int | None = None
    """Largest file in megabytes."""
    min_size: PixelSize | None = None
    """Smallest picture, width x height in pixels."""
    max_size: PixelSize | None = None
    """Largest picture, width x height in pixels."""
    min_ratio: Ratio | None = None
    """Narrowest picture, width:height."""
    max_ratio: Ratio | None = None
    """Widest picture, width:height."""
    exclusive_max_megabytes: float | int | None = None
    """The file must be smaller than this, in megabytes."""
    exclusive_min_size: PixelSize | None = None
    """The picture must be larger than this, width x height in pixels."""
    exclusive_max_size: PixelSize | None = None
    """The picture must be smaller than this, width x height in pixels."""
    exclusive_max_ratio: Ratio | None = None
    """The picture must be less wide than this, width:height."""
    min_fps: float | int | None = None
    """Lowest frame rate in frames per second."""
    max_fps: float | int | None = None
    """Highest frame rate in frames per second."""
    min_seconds: float | int | None = None
    """Shortest length in seconds."""
    max_seconds: float | int | None = None
    """Longest length in seconds."""


class Means(Spec):
    """What a parameter is about, so that alike parameters of different vendors compare."""

    quantity: Quantity
    """What it is about."""
    unit: Literal["seconds", "pixels", "items"] | None = None
    """The unit of its numbers."""


class Items(Spec):
    """What each item of an array must be."""

    type: ScalarType
    """The type of each item."""
    nullable: bool = False
    """Whether null may stand in the place of an item."""
    format: str | None = None
    """What the text is, as `uri`; `binary` is a file."""
    keywords: tuple[Scalar, ...] = ()
    """The values that the vendor accepts."""
    minimum: int | float | None = None
    """Smallest value, itself allowed."""
    maximum: int | float | None = None
    """Largest value, itself allowed."""
    exclusive_minimum: int | float | None = None
    """The value must be above this one."""
    exclusive_maximum: int | float | None = None
    """The value must be below this one."""
    multiple_of: Annotated[int | float, Field(gt=0)] | None = None
    """The value must be a whole multiple of this one."""
    min_length: Annotated[int, Field(ge=0)] | None = None
    """Fewest characters."""
    max_length: Annotated[int, Field(ge=0)] | None = None
    """Most characters."""
    pattern: str | None = None
    """A regular expression that is found in the text."""


def _spelled_out(key: str, written: Any) -> BeforeValidator:
    """Read the short form `key_of_model: value` of a mapping with one leading key."""

    def expand(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(expand, json_schema_input_type=written)


class Parameter(Spec):
    """One parameter, in the words of the vendor's record (`name type describe required keywords`) and ours."""

    name: Annotated[str, Field(min_length=1)]
    """The documented name; the Python keyword is its snake_case form."""
    wire_name: str | None = None
    """The name on the wire, where it is not `name`."""
    python_name: str | None = None
    """The Python keyword, where the snake_case form of `name` will not do."""
    location: Location = Field(default="body", alias="in")
    """Where it goes; the body when not given."""
    type: ParameterType
    """The type of its values."""
    nullable: bool = False
    """Whether the vendor takes null in place of a value."""
    format: str | None = None
    """What the text is, as `uri` or `date-time`; `binary` is a file, given as bytes or by its path."""
    items: Annotated[Items, _spelled_out("type", ScalarType | Items)] | None = None
    """What each item of an array must be: a type, or a type with limits."""
    fragment: dict[str, Any] | None = Field(default=None, alias="schema")
    """JSON Schema (2020-12) of what the other keys cannot say; `$ref: "#/schemas/Name"` leads into `vendor.yaml`."""
    separator: Annotated[str, Field(min_length=1)] | None = None
    """What joins the items of an array in a query; without it the key is repeated."""
    required: bool = False
    """Whether a call must have it."""
    describe: str = ""
    """What it says, in your own words."""
    keywords: tuple[Scalar, ...] = ()
    """The values that the vendor accepts; of each item, where the parameter is an array."""
    open: bool = False
    """`keywords` are examples: the vendor accepts other values too."""
    labels: dict[str, str] = Field(default_factory=dict)
    """Documented names of values, by value."""
    default: Scalar | tuple[Any, ...] | dict[str, Any] | None = None
    """What the vendor assumes when the parameter is not sent."""
    send_default: bool = False
    """Send `default` when the caller gives nothing."""
    credential: str | None = None
    """The credential of the client that is sent when the caller gives nothing."""
    const: Scalar | None = None
    """A value that is always sent; the parameter is not offered to callers."""
    minimum: int | float | None = None
    """Smallest value, itself allowed."""
    maximum: int | float | None = None
    """Largest value, itself allowed."""
    exclusive_minimum: int | float | None = None
    """The value must be above this one."""
    exclusive_maximum: int | float | None = None
    """The value must be below this one."""
    multiple_of: Annotated[int | float, Field(gt=0)] | None = None
    """The value must be a whole multiple of this one."""
    min_length: Annotated[int, Field(ge=0)] | None = None
    """Fewest characters."""
    max_length: Annotated[int, Field(ge=0)] | None = None
    """Most characters."""
    pattern: str | None = None
    """A regular expression that is found in the text, as JSON Schema reads it: `^` and `$` tie it to the ends."""
    min_items: Annotated[int, Field(ge=0)] | None = None
    """Fewest items."""
    max_items: Annotated[int, Field(ge=0)] | None = None
    """Most items."""
    unique_items: bool = False
    """Whether no two items are alike."""
    max_tokens: Annotated[int, Field(ge=1)] | None = None
    """Most tokens that the vendor reads; what follows is cut off there, so nothing is refused here."""
    media: Media | None = None
    """What the file behind this address must be like; of each item, where the parameter is an array."""
    means: Annotated[Means, _spelled_out("quantity", Quantity | Means)] | None = None
    """What it is about, so that alike parameters of different vendors compare: `duration`, or with a unit."""
    affects: tuple[Literal["price"], ...] = ()
    """What depends on the value, beside the result; `price` also where `means` does not say so."""

    @property
    def wire(self) -> str:
        """The name on the wire."""
        return self.wire_name or self.name

    @property
    def python_keyword(self) -> str:
        """The keyword of the method's argument."""
        return self.python_name or snake_case(self.name)
