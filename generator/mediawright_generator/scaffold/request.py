"""What one documented request, a curl command, shows of an operation; secrets stay out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from mediawright_generator.importer.curl import read_curl
from mediawright_generator.load.scalars import core_value
from mediawright_generator.scaffold.parameter import of_values, placeholders
from mediawright_generator.spec import Vendor
from mediawright_runtime.shapes import is_object

_NOT_OURS: Final = frozenset({"accept", "accept-encoding", "content-length", "content-type", "host", "user-agent"})
"""Headers of the transport, which no record states."""
_SECRET: Final = re.compile(r"auth|cookie|key|secret|sign|token|password", re.IGNORECASE)
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a request shows."""

    method: str
    endpoint: str
    parameters: tuple[dict[str, Any], ...] = ()
    demo: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The request as an example of a record."""
    content_type: str | None = None
    left_out: tuple[str, ...] = ()
    """Names of what looks like a secret, or belongs to all operations."""


def read_request(text: str, vendor: Vendor, endpoint: str | None) -> Shown:
    """Read a curl command; `endpoint` says which parts of its address are path parameters.

    Raises:
        ValueError: It cannot be read.
    """
    curl = read_curl(text.strip())
    if curl is None:
        raise ValueError("does not read as one curl command with -X, -H and -d; give --parameter instead")
    address = urlsplit(curl.url)
    path = _below_server(curl.url.partition("?")[0], vendor) or address.path or "/"
    body, content_type = _body(curl.data)
    inner = body.get(vendor.body.key) if vendor.body.key and is_object(body) else body
    parts: dict[str, dict[str, Any]] = {
        "query": {name: core_value(value) for name, value in parse_qsl(address.query, keep_blank_values=True)},
        "header": {name: value for name, value in curl.headers if name.lower() not in _NOT_OURS},
        "body": inner if is_object(inner) else {},
    }
    known = {each.name.lower() for each in vendor.api_header} | {each.name.lower() for each in vendor.api_query}
    left_out = {
        (place, name)
        for place in ("query", "header")
        for name in parts[place]
        if name.lower() in known or _SECRET.search(name)
    }
    kept = {
        place: {name: value for name, value in values.items() if (place, name) not in left_out}
        for place, values in parts.items()
    }
    parameters = [of_values(name, value, place) for place, values in kept.items() for name, value in values.items()]
    path_values = _path_values(endpoint or path, path)
    demo = {"path": path_values, "query": kept["query"], "header": kept["header"], "body": body}
    return Shown(
        curl.method,
        endpoint or path,
        tuple(parameters),
        {key: value for key, value in demo.items() if value},
        content_type,
        tuple(sorted(name for _, name in left_out)),
    )


def _below_server(url: str, vendor: Vendor) -> str | None:
    below = (url.removeprefix(each.url) for each in vendor.servers if url.startswith(f"{each.url}/"))
    return next(below, None)


def _body(data: str | None) -> tuple[Any, str | None]:
    """Read a body as JSON, else as a form."""
    if data is None:
        return None, None
    try:
        return json.loads(data), None
    except ValueError:
        form = parse_qsl(data, keep_blank_values=True)
    if not form:
        raise ValueError("has a body that is neither JSON nor a form; give --parameter instead")
    return {name: core_value(value) for name, value in form}, _FORM


def _path_values(endpoint: str, path: str) -> dict[str, str]:
    """Read the values of path parameters off the path."""
    pattern = "([^/]+)".join(map(re.escape, re.split(r"\{[^{}]+\}", endpoint)))
    found = re.fullmatch(pattern, path)
    if found is None:
        raise ValueError(f"goes to {path!r}, which is not {endpoint!r}")
    return dict(zip(placeholders(endpoint), found.groups(), strict=True))
