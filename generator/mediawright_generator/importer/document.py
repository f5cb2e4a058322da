"""The vendor's data file: the array in it, and where each entry stands."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from mediawright_generator.problems import Place, Problem
from mediawright_runtime.shapes import is_list, is_object

_MARK = re.compile(r"^FILE:.*c_api_doc_detail\.json[ \t]*\r?$", re.MULTILINE)
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry of the array as it stands in the document."""

    values: Mapping[str, Any]
    start: Place
    last_line: int
    places: Mapping[str, Place]

    def place(self, key: str) -> Place:
        """Tell where the value of a key stands; the start of the entry where there is none."""
        return self.places.get(key, self.start)

    @property
    def lines(self) -> str:
        """First and last line in the document."""
        return f"{self.start.line}-{self.last_line}"


def decode(text: str) -> Any:
    """Read JSON as values that do not change; a repeated key is an error.

    Raises:
        ValueError: the text is not JSON, or an object names a key twice.
        RecursionError: the text is nested too deep to be read.
    """
    return _frozen(json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant))


def _frozen(value: Any) -> Any:
    """Make tuples of lists, all the way down; half a character, which no file can hold, is an error."""
    if is_object(value):
        return {_frozen(key): _frozen(each) for key, each in value.items()}
    if isinstance(value, str):
        value.encode()
    return tuple(map(_frozen, value)) if is_list(value) else value


def read_entries(text: str, document: str) -> tuple[tuple[RawEntry, ...], tuple[Problem, ...]]:
    """Find the array of entries: the whole document, or what follows the line `FILE:...c_api_doc_detail.json`."""
    try:
        return tuple(_entries(text, document)), ()
    except json.JSONDecodeError as error:
        return (), (_unreadable(error.msg, Place(document, error.lineno, error.colno)),)
    except (ValueError, RecursionError) as error:
        return (), (_unreadable(str(error), Place(document)),)


def _unreadable(what: str, place: Place) -> Problem:
    return Problem(place, "unreadable-document", f"the array of entries cannot be read: {what}", "repair the document")


def _entries(text: str, document: str) -> Iterator[RawEntry]:
    index, whole = _array_start(text)
    for start, end in _items(text, index):
        yield _entry(text, document, start, end)
        index = end
    if whole:
        _nothing_after_array(text, index)


def _array_start(text: str) -> tuple[int, bool]:
    """Find the array's bracket, and tell whether the array is the whole document."""
    marks = list(_MARK.finditer(text))
    if len(marks) > 1:
        raise json.JSONDecodeError("a second array is announced", text, marks[1].start())
    start = _skip(text, marks[0].end() if marks else 1 if text.startswith("\ufeff") else 0)
    if text[start : start + 1] != "[":
        expected = (
            "an array after this line" if marks else "an array, or a line FILE:...c_api_doc_detail.json before it"
        )
        raise json.JSONDecodeError(f"expecting {expected}", text, marks[0].start() if marks else start)
    return start, not marks


def _nothing_after_array(text: str, index: int) -> None:
    bracket = text.index("]", index)
    if (end := _skip(text, bracket + 1)) < len(text):
        raise json.JSONDecodeError("expecting nothing after the array", text, end)


def _items(text: str, index: int) -> Iterator[tuple[int, int]]:
    """Yield where each item of the array at `index` starts and ends."""
    index = _skip(text, index + 1)
    while text[index : index + 1] != "]":
        _, end = _value(text, index)
        yield index, end
        index = _skip(text, end)
        if text[index : index + 1] == ",":
            index = _skip(text, index + 1)
        elif text[index : index + 1] != "]":
            raise json.JSONDecodeError("expecting ',' or ']'", text, index)


def _entry(text: str, document: str, start: int, end: int) -> RawEntry:
    if text[start] != "{":
        raise json.JSONDecodeError("expecting an object", text, start)
    members = tuple(_members(text, start))
    places = {key: _place(text, document, index) for key, _, index in members}
    values = _unique([(key, value) for key, value, _ in members])
    return RawEntry(values, _place(text, document, start), _place(text, document, end).line, places)


def _members(text: str, index: int) -> Iterator[tuple[str, Any, int]]:
    """Yield key, value and the value's position for each member of the object at `index`, which is known to parse."""
    index = _skip(text, index + 1)
    while text[index] != "}":
        key, end = _value(text, index)
        index = _skip(text, _skip(text, end) + 1)
        value, end = _value(text, index)
        yield key, value, index
        index = _skip(text, end)
        index = _skip(text, index + 1) if text[index] == "," else index


def _skip(text: str, index: int) -> int:
    match = _SPACE.match(text, index)
    return match.end() if match else index


def _place(text: str, document: str, index: int) -> Place:
    return Place(document, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise ValueError(f"the key {key!r} is repeated")
        values[key] = value
    return values


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)


def _value(text: str, index: int) -> tuple[Any, int]:
    """Read the JSON value at `index`; what the decoder says without a position gets this one."""
    try:
        value, end = _DECODER.raw_decode(text, index)
        return _frozen(value), end
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise json.JSONDecodeError(str(error), text, index) from None
