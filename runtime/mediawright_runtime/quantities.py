"""What values are about, in one form for all vendors: "5s", "5" and 5 are five seconds, "1080P" is "1080p"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mediawright_runtime.errors import InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

Form = str | float | bool
"""A value in the form in which it compares with others of its quantity."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_SECONDS = re.compile(r"(\d+(?:\.\d+)?) ?s(?:ec|ecs|econd|econds)?")
_HEIGHT = re.compile(r"(\d+) ?p?")
_SIZE = re.compile(r"(\d+) ?[x*\u00d7] ?(\d+)")
_RATIO = re.compile(r"(\d+(?:\.\d+)?) ?[:/x] ?(\d+(?:\.\d+)?)")
_SWITCH = {"true": True, "on": True, "yes": True, "1": True, "false": False, "off": False, "no": False, "0": False}


def asked(quantity: str, value: object) -> Form:
    """Bring what a caller asks for into its form; a bare figure is in the quantity's own unit.

    Raises:
        InvalidRequestError: There is no such quantity, or the value says nothing about it.
    """
    form = _FORMS[quantity][0](value)
    if form is None:
        raise InvalidRequestError(quantity, value, _FORMS[quantity][1])
    return form


def documented(quantity: str, unit: str | None, value: object) -> Form | None:
    """Bring a documented value into its form; None where it says nothing, as a duration without a unit does."""
    if quantity == "duration" and unit is None and _number(value) is not None:
        return None
    return _FORMS[quantity][0](value)


def size(form: Form) -> tuple[float, float] | None:
    """Take width and height out of a resolution that names both."""
    found = _SIZE.fullmatch(form) if isinstance(form, str) else None
    return (float(found[1]), float(found[2])) if found else None


def _text(value: object) -> str | None:
    """Take what is a text or a figure, in lower case and with single spaces."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).split()).casefold() or None


def _number(value: object) -> float | None:
    text = _text(value)
    return float(text) if text and _NUMBER.fullmatch(text) else None


def _seconds(value: object) -> float | None:
    found = _SECONDS.fullmatch(_text(value) or "")
    return float(found[1]) if found else _number(value)


def _switch(value: object) -> bool | None:
    return value if isinstance(value, bool) else _SWITCH.get(_text(value) or "")


def _resolution(value: object) -> str | None:
    text = _text(value) or ""
    if found := _SIZE.fullmatch(text):
        return f"{found[1]}x{found[2]}"
    found = _HEIGHT.fullmatch(text)
    return f"{found[1]}p" if found else text or None


def _ratio(value: object) -> str | None:
    text = _text(value) or ""
    found = _RATIO.fullmatch(text)
    return f"{float(found[1]):g}:{float(found[2]):g}" if found else text or None


_FORMS: dict[str, tuple[Callable[[object], Form | None], str]] = {
    "duration": (_seconds, "seconds, as 10, '10' or '10s'"),
    "resolution": (_resolution, "a name as '1080p' or '4K', a height as 1080, or a size as '1024x1024'"),
    "aspect_ratio": (_ratio, "width to height as '16:9', or a vendor's own word"),
    "width": (_number, "a number of pixels"),
    "height": (_number, "a number of pixels"),
    "audio": (_switch, "True or False"),
    "count": (_number, "a number of items"),
    "seed": (_number, "a number"),
    "language": (_text, "a text"),
    "voice": (_text, "a text"),
}
QUANTITIES = tuple(_FORMS)
"""What can be asked for. A prompt is no such thing: nobody documents which prompts a model understands."""
