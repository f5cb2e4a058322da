"""Sample values of one parameter: those it accepts, and those one step beyond."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.fragments import conforms, has_fragment, shown
from mediawright_runtime.shapes import is_list

Record = Mapping[str, Any]
Condition = Sequence[Any] | Mapping[str, Any]
"""What a rule asks of a parameter: one of a list of values, or bounds."""

WITHIN: Mapping[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda value, bound: bool(value >= bound),
    "maximum": lambda value, bound: bool(value <= bound),
    "exclusive_minimum": lambda value, bound: bool(value > bound),
    "exclusive_maximum": lambda value, bound: bool(value < bound),
    "min_length": lambda value, bound: len(value) >= bound,
    "max_length": lambda value, bound: len(value) <= bound,
    "min_items": lambda value, bound: len(value) >= bound,
    "max_items": lambda value, bound: len(value) <= bound,
}
COUNTS = frozenset({"min_items", "max_items"})
"""Bounds on the number of an array's items; the others hold for each item."""
_ADDRESS = "https://example.com/in.{}"
_EXTENSIONS = {"image": "png", "video": "mp4", "audio": "wav", "document": "pdf"}
_TEXT = "a paper boat sails"
_LONG = "x" * 10_000
_FOREIGN = "no such value"
_OTHER_TYPE = "0.5 and more"


def item(parameter: Record) -> dict[str, Any]:
    """Describe the items of an array as a parameter of its own."""
    inherited = {key: parameter[key] for key in ("keywords", "open", "media", "file", "pattern") if key in parameter}
    return {"type": "string", **inherited, **parameter.get("items", {})}


def sample(parameter: Record) -> Any:
    """Pick a value that the parameter accepts."""
    if has_fragment(parameter):
        return shown(parameter)
    if parameter["type"] == "array":
        return filled(parameter, sample(item(parameter)))
    if parameter.get("in") == "raw" or parameter.get("file"):
        return _TEXT.encode()
    if parameter.get("keywords"):
        return parameter["keywords"][0]
    return _SAMPLES[parameter["type"]](parameter)


def filled(parameter: Record, value: Any) -> Any:
    """Make the value that a parameter takes of one value: of an array, as few items as it may hold."""
    return [value] * max(1, parameter.get("min_items", 1)) if parameter["type"] == "array" else value


def _sample_text(parameter: Record) -> str:
    if "media" in parameter:
        kind = parameter["media"]["kind"]
        return _ADDRESS.format(next(iter(parameter["media"].get("formats", ())), _EXTENSIONS[kind]))
    shortest = parameter.get("min_length", 0)
    return _TEXT.ljust(shortest, "s")[: max(shortest, parameter.get("max_length", len(_TEXT)))]


def _sample_number(parameter: Record) -> Any:
    lowest = next((each for key in ("minimum", "exclusive_minimum") for each in _inside(parameter, key)), None)
    if lowest is not None:
        return lowest
    return min([1, *_inside(parameter, "maximum"), *_inside(parameter, "exclusive_maximum")])


def _sample_flag(_: Record) -> bool:
    return True


def _sample_object(_: Record) -> dict[str, str]:
    return {"key": "value"}


_SAMPLES: Mapping[str, Callable[[Record], Any]] = {
    "string": _sample_text,
    "integer": _sample_number,
    "number": _sample_number,
    "boolean": _sample_flag,
    "object": _sample_object,
    "any": _sample_text,
}


def holds(condition: Condition, value: Any) -> bool:
    """Say whether a value, or each item of a list, meets a rule's condition."""
    items = value if is_list(value) else [value]
    if not isinstance(condition, Mapping):
        return all(_is_one_of(each, condition) for each in items)
    bounds = ((key, bound) for key, bound in condition.items() if key in WITHIN)
    return all(WITHIN[key](each, bound) for key, bound in bounds for each in ([value] if key in COUNTS else items))


def _is_one_of(value: Any, values: Sequence[Any]) -> bool:
    """Compare as JSON does: `true` is not 1, though 1.0 is."""
    return any(isinstance(value, bool) == isinstance(each, bool) and value == each for each in values)


def accepts(parameter: Record, value: Any) -> bool:
    """Say whether a parameter by itself accepts a value of its type."""
    if has_fragment(parameter):
        return conforms(parameter, value)
    if parameter["type"] == "array":
        counts = {key: parameter[key] for key in COUNTS if key in parameter}
        return holds(counts, value) and all(accepts(item(parameter), each) for each in value)
    if parameter.get("keywords") and not parameter.get("open"):
        return holds(parameter["keywords"], value)
    return holds(parameter, value)


def accepted(parameter: Record) -> Iterator[tuple[str, Any]]:
    """List every documented value and every boundary that the parameter accepts, each with a name for people."""
    if parameter.get("in") == "raw" or parameter.get("file"):
        return
    yield from ((what, value) for what, value in _accepted(parameter) if conforms(parameter, value))


def _accepted(parameter: Record) -> Iterator[tuple[str, Any]]:
    if "schema" in parameter:
        yield "what its schema asks for", sample(parameter)
        return
    if parameter.get("nullable") and parameter.get("required"):
        yield "null", None
    if "separator" in parameter and accepts(parameter, two := [*sample(parameter), *sample(parameter)]):
        yield "several items, joined", two
    if parameter["type"] == "array":
        yield from ((what, filled(parameter, value)) for what, value in accepted(item(parameter)))
    elif parameter.get("keywords"):
        yield from ((repr(value), value) for value in parameter["keywords"])
        return
    yield from ((key, value) for key in WITHIN for value in _inside(parameter, key))
    if parameter["type"] == "boolean":
        yield from (("true", True), ("false", False))


def long_text(parameter: Record) -> Iterator[Any]:
    """Make a long text where free text goes into a body or query and no bound is documented; none elsewhere."""
    of_value = item(parameter) if parameter["type"] == "array" else parameter
    bounds = ("max_length", "media", "keywords", "format", "labels")
    is_free = (
        of_value["type"] == "string" and not has_fragment(parameter) and not any(of_value.get(each) for each in bounds)
    )
    if is_free and parameter.get("in", "body") in {"body", "query"} and not parameter.get("file"):
        yield filled(parameter, _LONG)


def refused(parameter: Record) -> Iterator[tuple[str, Any]]:
    """List values just beyond what the parameter accepts, each with a name for people."""
    if has_fragment(parameter):
        yield from ((what, value) for what, value in _refused(parameter) if not conforms(parameter, value))
    else:
        yield from _refused(parameter)


def _refused(parameter: Record) -> Iterator[tuple[str, Any]]:
    if parameter.get("file"):
        yield "a text in place of a file", _TEXT
        return
    if "multiple_of" in parameter:
        yield "between two steps", sample(parameter) + _half(parameter["multiple_of"], parameter["type"])
    if parameter["type"] == "array":
        yield from ((f"an item that is {what}", filled(parameter, value)) for what, value in refused(item(parameter)))
    elif parameter.get("keywords") and not parameter.get("open"):
        yield from (("a foreign value", value) for value in foreign(parameter["keywords"]))
    beyond = ((key, value) for key in WITHIN if key in parameter for value in outside(parameter, key, parameter[key]))
    yield from ((f"one step beyond {key}", value) for key, value in beyond)
    yield "a value of another type", 0.5 if _takes_text(parameter) else _OTHER_TYPE


def _half(step: float, kind: str) -> float:
    """Give half a step; of whole numbers at most."""
    return step / 2 if kind == "number" else max(1, int(step) // 2)


def _takes_text(parameter: Record) -> bool:
    """Say whether a text alone is of the right type: also where a list is wanted and one item may stand for it."""
    return bool((item(parameter) if parameter.get("single") else parameter)["type"] in {"string", "any"})


def foreign(values: Sequence[Any]) -> Iterator[Any]:
    """Find a value of the same type that is none of these."""
    if isinstance(values[0], str):
        yield _FOREIGN
    elif not isinstance(values[0], bool):
        yield max(values) + 1
    elif len(values) == 1:
        yield not values[0]


def _inside(parameter: Record, key: str) -> Iterator[Any]:
    """Find the last value on the right side of a bound."""
    bound = parameter.get(key)
    if bound is None:
        return
    if key.endswith("imum"):
        yield _beside(parameter, bound, up=key.endswith("minimum"), itself=not key.startswith("exclusive"))
    else:
        yield _of_length(parameter, key, bound)


def outside(parameter: Record, key: str, bound: Any) -> Iterator[Any]:
    """Find the first value on the wrong side of a bound."""
    if key.endswith("imum"):
        yield _beside(parameter, bound, up=key.endswith("maximum"), itself=key.startswith("exclusive"))
    elif (count := bound - 1 if key.startswith("min_") else bound + 1) >= 0:
        yield _of_length(parameter, key, count)


def _beside(parameter: Record, bound: Any, *, up: bool, itself: bool) -> Any:
    """Give the bound itself, or the next value above or below."""
    if itself:
        return bound
    step = 1 if parameter["type"] == "integer" else _fine_step(parameter, bound)
    return bound + step if up else bound - step


def _fine_step(parameter: Record, bound: float) -> float:
    """Find a step that is small between the bounds of a number, and large enough to lead to another number."""
    low, high = (
        next((parameter[key] for key in keys if key in parameter), None)
        for keys in (("minimum", "exclusive_minimum"), ("maximum", "exclusive_maximum"))
    )
    between = 0.001 if low is None or high is None or low == high else (high - low) / 4
    return max(min(0.001, between), abs(bound) * 1e-9)


def _of_length(parameter: Record, key: str, count: int) -> Any:
    return "x" * count if key.endswith("_length") else [sample(item(parameter))] * count
