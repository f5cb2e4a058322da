"""Sample values of one parameter: those it accepts, and those one step beyond."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]

STEPS = {"integer": 1, "number": 0.001}
"""How far one step is."""
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
_ADDRESS = "https://example.com/in.{}"
_EXTENSIONS = {"image": "png", "video": "mp4", "audio": "wav", "document": "pdf"}
_TEXT = "a paper boat sails"
_FOREIGN = "no such value"
_OTHER_TYPE = "0.5 and more"


def item(parameter: Record) -> dict[str, Any]:
    """Describe the items of an array as a parameter of its own."""
    inherited = {key: parameter[key] for key in ("keywords", "open", "media") if key in parameter}
    return {"type": "string", **inherited, **parameter.get("items", {})}


def sample(parameter: Record) -> Any:
    """Pick a value that the parameter accepts."""
    if parameter["type"] == "array":
        return [sample(item(parameter))] * max(1, parameter.get("min_items", 1))
    if parameter.get("keywords"):
        return parameter["keywords"][0]
    return _SAMPLES[parameter["type"]](parameter)


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
}


def holds(condition: Sequence[Any] | Record, value: Any) -> bool:
    """Say whether a value meets a rule's condition: a list of values, or bounds."""
    if isinstance(condition, Mapping):
        return all(WITHIN[key](value, bound) for key, bound in condition.items())
    return all(each in condition for each in (value if isinstance(value, list) else [value]))


def accepts(parameter: Record, value: Any) -> bool:
    """Say whether a parameter by itself accepts a value of its type."""
    if parameter.get("keywords") and not parameter.get("open"):
        return holds(parameter["keywords"], value)
    return holds({key: parameter[key] for key in WITHIN if key in parameter}, value)


def accepted(parameter: Record) -> Iterator[tuple[str, Any]]:
    """List every documented value and every boundary that the parameter accepts, each with a name for people."""
    if parameter.get("keywords"):
        values = ((repr(value), value) for value in parameter["keywords"])
        yield from ((name, [value] if parameter["type"] == "array" else value) for name, value in values)
        return
    yield from ((key, value) for key in WITHIN for value in _inside(parameter, key))
    if parameter["type"] == "boolean":
        yield from (("true", True), ("false", False))


def refused(parameter: Record) -> Iterator[tuple[str, Any]]:
    """List values just beyond what the parameter accepts, each with a name for people."""
    if parameter["type"] == "array":
        yield from ((f"an item that is {what}", [value]) for what, value in refused(item(parameter)))
    elif parameter.get("keywords") and not parameter.get("open"):
        yield from (("a foreign value", value) for value in foreign(parameter["keywords"]))
    beyond = ((key, value) for key in WITHIN if key in parameter for value in outside(parameter, key, parameter[key]))
    yield from ((f"one step beyond {key}", value) for key, value in beyond)
    yield "a value of another type", 0.5 if parameter["type"] == "string" else _OTHER_TYPE


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
        step = STEPS[parameter["type"]] if key.startswith("exclusive") else 0
        yield bound + step if key.endswith("minimum") else bound - step
    else:
        yield _of_length(parameter, key, bound)


def outside(parameter: Record, key: str, bound: Any) -> Iterator[Any]:
    """Find the first value on the wrong side of a bound."""
    if key.endswith("imum"):
        step = 0 if key.startswith("exclusive") else STEPS[parameter["type"]]
        yield bound - step if key.endswith("minimum") else bound + step
    elif (count := bound - 1 if key.startswith("min_") else bound + 1) >= 0:
        yield _of_length(parameter, key, count)


def _of_length(parameter: Record, key: str, count: int) -> Any:
    return "x" * count if key.endswith("_length") else [sample(item(parameter))] * count
