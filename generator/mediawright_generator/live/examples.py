"""Parameters of a call that is really made: those of a documented example, the cheapest of several."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_runtime.contracts import Record
from mediawright_runtime.quantities import documented
from mediawright_runtime.shapes import is_list, is_object

Given = Mapping[str, str]
"""Addresses of media that the vendor may fetch, by kind: image, video, audio."""

_STANDS_FOR = re.compile(r"<.*>|https?://([\w-]+\.)*example\.(com|org|net)\b.*|.*(\.\.\.|xxx).*", re.DOTALL)
"""What the documents write where a caller has a value of his own."""
_TEXT = "A paper boat sails on a calm lake."
_HEIGHT = re.compile(r"(\d+)p")
_PRICED = ("duration", "count", "resolution")
"""What vendors take more money for, by what their parameters mean; prices themselves are not documented."""


class UnfilledError(Exception):
    """An example cannot be sent; the message says what is missing."""


def cheapest(record: Record) -> Record | None:
    """Choose the documented request that asks for the least, and hints at the least; None where none is documented."""
    demos: list[Record] = list(record.get("api_request_demo", ()))
    return min(demos, key=lambda each: _amounts(record, parameters_of(record, each)), default=None)


def parameters_of(record: Record, demo: Record) -> dict[str, Any]:
    """Read the parameters of a documented request, by the keywords of the client's method."""
    body = demo.get("body")
    key = record.get("body", {}).get("key")
    inside = body.get(key) if key and is_object(body) else body
    places = {"path": demo.get("path"), "query": demo.get("query"), "header": demo.get("header"), "body": inside}
    return {
        each["python_name"]: place[each["wire_name"]]
        for each in record["api_body"]
        if "const" not in each and is_object(place := places.get(each["in"])) and each["wire_name"] in place
    }


def filled(record: Record, params: Mapping[str, Any], given: Given) -> dict[str, Any]:
    """Put values where an example only hints; optional parameters that nobody can fill are left out.

    Raises:
        UnfilledError: A required one cannot be filled.
    """
    return {
        each["python_name"]: value
        for each in record["api_body"]
        if each["python_name"] in params
        for value in _values(each, params[each["python_name"]], given)
    }


def _values(parameter: Record, value: Any, given: Given) -> Iterator[Any]:
    """Give the value to send; none where the parameter is left out."""
    if "media" in parameter:
        yield from _media(parameter, given)
    elif not _hints(value):
        yield value
    elif _is_prose(parameter):
        yield _TEXT
    elif parameter["required"]:
        raise UnfilledError(f"{parameter['python_name']}: the documents show only {value!r}")


def _media(parameter: Record, given: Given) -> Iterator[Any]:
    """Give a file of the caller's; those of the documents are not there."""
    kind = parameter["media"]["kind"]
    if kind in given:
        yield [given[kind]] if parameter["type"] == "array" else given[kind]
    elif parameter["required"]:
        raise UnfilledError(f"{parameter['python_name']}: give --{kind} ADDRESS, one that the vendor can fetch")


def _hints(value: Any) -> bool:
    if is_list(value) or is_object(value):
        return any(map(_hints, value.values() if is_object(value) else value))
    return isinstance(value, str) and _STANDS_FOR.fullmatch(value) is not None


def _is_prose(parameter: Record) -> bool:
    return bool(parameter.get("means", {}).get("quantity") == "prompt")


def _amounts(record: Record, params: Mapping[str, Any]) -> tuple[float, ...]:
    amounts = (_amount(record, params, quantity) for quantity in _PRICED)
    return (*amounts, sum(map(_hints, params.values())))


def _amount(record: Record, params: Mapping[str, Any], quantity: str) -> float:
    """Say how much of something a call asks for; what is not documented compares as more than any figure."""
    for each in record["api_body"]:
        means = each.get("means", {})
        if means.get("quantity") == quantity:
            form = documented(quantity, means.get("unit"), params.get(each["python_name"], each.get("default")))
            height = _HEIGHT.fullmatch(form) if isinstance(form, str) else None
            return float(height[1]) if height else form if isinstance(form, float) else math.inf
    return math.inf
