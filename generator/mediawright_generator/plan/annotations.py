"""What a parameter allows, in words and as Python annotations."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from mediawright_generator.plan.samples import item
from mediawright_runtime.schema_words import NOUNS

_ANNOTATIONS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "object": "dict[str, object] | ResponseModel",
    "any": "object",
}
_TYPES = re.compile(r"""('[^']*'|"[^"]*")|\b(bool|bytes|dict|float|int|list|object|str)\b""")
_FILE = "bytes, a path as Path(...), or a file opened in binary mode"
_BYTES = "bytes | PathLike[str] | BinaryIO"
_BOUNDS = (
    ("minimum", "at least {}"),
    ("exclusive_minimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusive_maximum", "less than {}"),
    ("multiple_of", "in steps of {}"),
)
_MEDIA_RANGES = (
    ("megabytes", "{} MB"),
    ("size", "{} pixels"),
    ("ratio", "aspect ratio {}"),
    ("fps", "{} frames per second"),
    ("seconds", "{} seconds"),
)
FACTS = tuple(fact for fact, _ in _MEDIA_RANGES)
"""What a record may limit of a file, as the keys of `media` name it after `min_` and `max_`."""


def annotation(parameter: Mapping[str, Any]) -> str:
    """Spell the type of a parameter of the contract."""
    if parameter.get("in") == "raw":
        return _BYTES
    null = " | None" if parameter.get("nullable") and parameter.get("required") else ""
    return _annotation(parameter) + null


def _annotation(parameter: Mapping[str, Any]) -> str:
    if parameter.get("file"):
        return f"list[{_BYTES}]" if parameter["type"] == "array" else _BYTES
    if parameter["type"] == "array":
        of_item = _scalar_annotation(item(parameter)) + (" | None" if item(parameter).get("nullable") else "")
        return f"list[{of_item}] | {of_item}" if parameter.get("single") else f"list[{of_item}]"
    plain, labels = _scalar_annotation(parameter), _labels(parameter)
    if not labels:
        return plain
    names = ", ".join(map(repr, labels))
    return plain.replace("]", f", {names}]", 1) if plain.startswith("Literal[") else f"{plain} | Literal[{names}]"


def _scalar_annotation(parameter: Mapping[str, Any]) -> str:
    plain = _ANNOTATIONS[parameter["type"]]
    keywords = parameter.get("keywords")
    if not keywords or parameter["type"] == "number":
        return plain
    literal = f"Literal[{', '.join(map(repr, keywords))}]"
    return f"{literal} | {plain}" if parameter.get("open") else literal


def unshadowed(text: str, methods: AbstractSet[str]) -> str:
    """Spell an annotation in a class whose methods may be named like types: there `list` would name the method."""
    return _TYPES.sub(lambda found: f"builtins.{found[2]}" if found[2] in methods else found[0], text)


def _labels(parameter: Mapping[str, Any]) -> list[str]:
    """List the names by which an integer may be given: those that stand for one value."""
    labels = list(parameter.get("labels", {}).values()) if parameter["type"] == "integer" else []
    return [label for label in labels if labels.count(label) == 1]


def allowed(parameter: Mapping[str, Any]) -> str:
    """Say which values a parameter or constraint of the contract takes: `one of '5s', '10s'`."""
    keywords = parameter.get("keywords")
    if parameter.get("in") == "raw":
        return _FILE
    if parameter.get("file"):
        return f"a list of files, each {_FILE}" if parameter.get("type") == "array" else _FILE
    null = " or null" if parameter.get("nullable") else ""
    return _allowed(parameter, keywords) + null


def _allowed(parameter: Mapping[str, Any], keywords: Sequence[object] | None) -> str:
    if parameter.get("type") == "array":
        items = f", {_items_allowed(parameter)}" if "schema" not in parameter else ""
        unlike = ", no two alike" if parameter.get("unique_items") else ""
        return f"{_join(['a list', _counts(parameter, 'items', 'item')])}{items}{unlike}"
    if keywords and not parameter.get("open"):
        return one_of(keywords)
    return _join([NOUNS.get(parameter.get("type", ""), "a value"), _bounds(parameter)])


def one_of(values: Sequence[object]) -> str:
    """Name the values of a closed list."""
    listed = ", ".join(map(repr, values))
    return listed if len(values) == 1 else f"one of {listed}"


def _items_allowed(parameter: Mapping[str, Any]) -> str:
    return f"each {allowed(item(parameter))}"


def _bounds(parameter: Mapping[str, Any]) -> str:
    ranges = [words.format(parameter[key]) for key, words in _BOUNDS if key in parameter]
    matching = f"that matches {parameter['pattern']}" if "pattern" in parameter else ""
    return " and ".join([*ranges, *filter(None, [_counts(parameter, "length", "character"), matching])])


def _counts(parameter: Mapping[str, Any], key: str, noun: str) -> str:
    low, high = parameter.get(f"min_{key}"), parameter.get(f"max_{key}")
    if low is not None and high is not None:
        return f"of {low} to {_plural(high, noun)}"
    if high is not None:
        return f"of at most {_plural(high, noun)}"
    return "" if low is None else f"of at least {_plural(low, noun)}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def media(facts: Mapping[str, Any]) -> str:
    """Say what a file must be like: `an image (png, jpg), at most 20 MB, 300x300 to 4000x4000 pixels`."""
    article = "an" if facts["kind"][0] in "aeiou" else "a"
    formats = ", ".join(facts.get("formats", []))
    head = f"{article} {facts['kind']}" + (f" ({formats})" if formats else "")
    return ", ".join([head, *(text for key, words in _MEDIA_RANGES if (text := _media_range(facts, key, words)))])


def _media_range(facts: Mapping[str, Any], key: str, words: str) -> str:
    low, high = facts.get(f"min_{key}"), facts.get(f"max_{key}")
    above, below = facts.get(f"exclusive_min_{key}"), facts.get(f"exclusive_max_{key}")
    if low is not None and high is not None:
        return words.format(f"{low} to {high}")
    bounds = (("at least", low), ("more than", above), ("at most", high), ("less than", below))
    said = " and ".join(f"{how} {bound}" for how, bound in bounds if bound is not None)
    return words.format(said) if said else ""


def _join(parts: Sequence[str]) -> str:
    head, *rest = (part for part in parts if part)
    return head if not rest else f"{head} {', '.join(rest)}"
