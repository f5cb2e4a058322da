"""How a vendor wants to be shown a secret, from one word: `bearer`, `header:NAME`, `basic`, `query:NAME`, `none`."""

import re
from typing import Any, Final

FORMS: Final = "bearer, header:NAME, basic, query:NAME or none"
_SECRET: Final = "{api_key}"  # noqa: S105 (a placeholder)
_BASIC: Final = ("username", "password")


def check_form(text: str) -> None:
    """Refuse a word that is none of the forms.

    Raises:
        ValueError: It is none.
    """
    if not re.fullmatch(r"bearer|basic|none|header:[A-Za-z0-9-]+|query:[^\s=&?#]+", text):
        raise ValueError(f"give one of {FORMS}")


def variables(form: str, vendor: str) -> str:
    """Name the environment variables that a client reads, unless others are wanted."""
    if form == "none":
        return ""
    return ",".join(f"{vendor}_{name}".upper() for name in (_BASIC if form == "basic" else ("api_key",)))


def authorization(form: str, environment: str) -> dict[str, Any]:
    """Say in the keys of vendor.yaml which credentials there are, and where they go."""
    kind, _, name = form.partition(":")
    names = {"none": (), "basic": _BASIC}.get(kind, ("api_key",))
    read = [each.strip() for each in environment.split(",") if each.strip()]
    credentials = [{"name": each, "environment": variable} for each, variable in zip(names, read, strict=True)]
    header = {"bearer": f"Bearer {_SECRET}", "basic": "Basic {base64:username:password}", "header": _SECRET}.get(kind)
    places: dict[str, Any] = {}
    if header:
        places["api_header"] = [{"name": name or "Authorization", "value": header}]
    if kind == "query":
        places["api_query"] = [{"name": name, "value": _SECRET}]
    return ({"credentials": credentials} if credentials else {}) | places


def check_variables(form: str, text: str) -> None:
    """Refuse names of environment variables that are none, or too few or too many.

    Raises:
        ValueError: They are.
    """
    wanted = len(_BASIC) if form == "basic" else 1
    names = [each.strip() for each in text.split(",")]
    if len(names) != wanted or not all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", each) for each in names):
        raise ValueError(f"give {'two names with a comma between' if wanted > 1 else 'the name of one'} variable")
