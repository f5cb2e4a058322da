"""One request and its answer, as values: what passes between the server and the mock."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


_STRICT = json.JSONDecoder(parse_constant=_refuse)


def read_query(text: str) -> tuple[tuple[str, str], ...]:
    """Read a query, in its order; names without a value have an empty one."""
    return tuple(parse_qsl(text, keep_blank_values=True)) if text else ()


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came."""

    method: str
    path: str
    """As it stands in the request line, still percent-encoded, without the query."""
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """By name in lower case."""
    body: bytes = b""
    origin: str = "http://127.0.0.1"
    """Scheme, host and port by which the caller reached the mock."""

    def json(self) -> Any:
        """Read the body as JSON.

        Raises:
            ValueError: it is no JSON, as `NaN` is none, or not in UTF-8.
            RecursionError: it is nested too deep.
        """
        content = _STRICT.decode(self.body.decode())
        if b"\\u" in self.body:
            json.dumps(content, ensure_ascii=False).encode()  # half a surrogate pair is no text
        return content


class Delivery(NamedTuple):
    """How an answer goes over the connection."""

    manner: Literal["whole", "slow headers", "slow body", "cut", "reset"] = "whole"
    """Slow headers: silence after the first line; slow body: after a part of it; cut: a part of the body and the end;
    reset: not a byte, and RST."""
    pause: float = 0.0
    """Seconds of silence; infinite: until the caller leaves."""
    kept: float = 1.0
    """The share of the body that goes out before it is cut, or silent."""


AT_ONCE = Delivery()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it goes out."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Those beside the content's."""
    delivery: Delivery = AT_ONCE

    def beginning(self, share: float) -> bytes:
        """Take the first part of the body."""
        return self.body[: int(len(self.body) * share)]

    def sent_by(self, delivery: Delivery) -> Self:
        """Copy it, to go out in another way."""
        return replace(self, delivery=delivery)

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """Copy it with more headers."""
        return replace(self, headers={**self.headers, **headers})


Handler = Callable[[Request], Answer]
"""Answers a request."""
Step = Callable[[Request, Handler], Answer]
"""Stands before a handler: may look at a request, answer it, or change the handler's answer."""


def json_answer(content: Any, status: int = 200) -> Answer:
    """Write an answer in JSON; half a surrogate pair, which UTF-8 cannot say, is escaped as JSON allows."""
    return Answer(status, json.dumps(content, ensure_ascii=False).encode(errors="backslashreplace"))
