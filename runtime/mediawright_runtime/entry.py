"""What a catalogue lists: one operation of one vendor, as frozen values under the words of its record."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from mediawright_runtime.declarations import Constraint, Location, Scalar
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from mediawright_runtime.contracts import Record

    T = TypeVar("T", bound=DataclassInstance)


@dataclass(frozen=True, slots=True)
class Means:
    """What a parameter is about, and the unit of its figures."""

    quantity: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """What an input file must be like; sizes are width x height in pixels, ratios width:height."""

    kind: str
    formats: tuple[str, ...] = ()
    min_megabytes: float | None = None
    max_megabytes: float | None = None
    exclusive_max_megabytes: float | None = None
    min_size: str | None = None
    max_size: str | None = None
    exclusive_min_size: str | None = None
    exclusive_max_size: str | None = None
    min_ratio: str | None = None
    max_ratio: str | None = None
    exclusive_max_ratio: str | None = None
    min_fps: float | None = None
    max_fps: float | None = None
    min_seconds: float | None = None
    max_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """What each item of an array must be."""

    type: str
    keywords: tuple[Scalar, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class EntryParameter:
    """One parameter and its documented limits; what nobody documents is None or empty."""

    name: str
    """The documented name, by which rules speak of it."""
    python_name: str
    """The keyword of the client's method."""
    wire_name: str
    location: Location
    type: str
    required: bool = False
    describe: str = ""
    keywords: tuple[Scalar, ...] = ()
    open: bool = False
    """`keywords` are examples: the vendor accepts other values too."""
    labels: tuple[tuple[str, str], ...] = ()
    """Documented names of values: value, name."""
    default: Scalar | tuple[Scalar, ...] | None = None
    """What the vendor assumes when the parameter is not sent."""
    send_default: bool = False
    const: Scalar | None = None
    """A value that is always sent; callers are not asked for it."""
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    max_tokens: int | None = None
    items: Items | None = None
    media: Media | None = None
    means: Means | None = None


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A rule across parameters: when all of `when` hold, all of `then` must; pairs of a name and what it demands."""

    when: tuple[tuple[str, Constraint], ...]
    then: tuple[tuple[str, Constraint], ...]
    describe: str = ""


@dataclass(frozen=True, slots=True)
class EntrySource:
    """Where facts were read, on which day, and whether a live service was seen to agree."""

    document: str
    read_on: str
    verified_live: bool
    lines: str | None = None


@dataclass(frozen=True, slots=True)
class EntryReading:
    """One of several published versions of a fact."""

    value: str
    document: str
    lines: str | None = None


@dataclass(frozen=True, slots=True)
class EntryDispute:
    """A fact on which publications disagree, what is taken, and why."""

    fact: str
    readings: tuple[EntryReading, ...]
    taken: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation of one vendor."""

    vendor: str
    name: str
    """The vendor's own name."""
    python: str
    """`category.method`, as a client offers it."""
    capability: str
    """What it does: text_to_video, image_to_video, text_to_image, ...; the category under which a client offers it."""
    output_kind: str
    """What comes out: image, video, audio or file."""
    title: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()
    model_code: str | None = None
    parameters: tuple[EntryParameter, ...] = ()
    rules: tuple[EntryRule, ...] = ()
    starts_task: bool = False
    """Whether a call starts a task that is waited for; otherwise the answer is there at once."""
    expected_seconds: tuple[float, ...] | None = None
    """How long it usually takes, from and to, where that is documented."""
    alternative_of: str | None = None
    """The name of the operation whose other published form this is."""
    sources: tuple[EntrySource, ...] = ()
    disputes: tuple[EntryDispute, ...] = ()


def read_entry(vendor: str, record: Record) -> Entry:
    """Read an operation of a contract."""
    read: dict[str, object] = {
        "vendor": vendor,
        "capability": record["category"],
        "starts_task": "task" in record,
        "parameters": tuple(map(_parameter, record.get("api_body", ()))),
        "rules": tuple(map(_rule, record.get("rules", ()))),
        "sources": tuple(_made(EntrySource, each) for each in record.get("sources", ())),
        "disputes": tuple(map(_dispute, record.get("disputes", ()))),
    }
    return _made(Entry, {**record, **read})


def _parameter(record: Record) -> EntryParameter:
    parts = {"items": Items, "media": Media, "means": Means}
    read: dict[str, object] = {key: _made(part, record[key]) for key, part in parts.items() if key in record}
    labels = tuple(record.get("labels", {}).items())
    return _made(EntryParameter, {**record, **read, "location": record["in"], "labels": labels})


def _rule(record: Record) -> EntryRule:
    return EntryRule(_demands(record["when"]), _demands(record["then"]), record.get("describe", ""))


def _demands(conditions: Record) -> tuple[tuple[str, Constraint], ...]:
    return tuple((name, _constraint(condition)) for name, condition in conditions.items())


def _constraint(condition: object) -> Constraint:
    return _made(Constraint, condition if is_object(condition) else {"values": condition})


def _dispute(record: Record) -> EntryDispute:
    return _made(EntryDispute, {**record, "readings": tuple(_made(EntryReading, each) for each in record["readings"])})


def _made(kind: type[T], record: Record) -> T:
    """Make a value of what a record says of its fields; lists become tuples."""
    known = {each.name for each in fields(kind)}
    return kind(**{key: tuple(each) if is_list(each) else each for key, each in record.items() if key in known})
