"""A double at the transport's edge: it records requests and gives recorded answers; nothing leaves the process."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NoReturn


class Recorded(NamedTuple):
    """A request as it reached the transport."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the double answers; a body that is not bytes goes out as JSON."""

    body: object
    status_code: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class Recorder:
    """A synchronous client for HTTP that records every request and gives its answers in turn."""

    def __init__(self, *answers: Answer) -> None:
        self.requests: list[Recorded] = []
        self._answers = iter(answers)

    def request(
        self, method: str, url: str, *, content: bytes | None, headers: Mapping[str, str], **_options: object
    ) -> Answer:
        """Record a request and give the next answer."""
        self.requests.append(Recorded(method, url, dict(headers), content))
        answer = next(self._answers, None)
        if answer is None:
            raise AssertionError(f"{method} {url} is one request more than there are answers")
        return answer

    def stream(self, method: str, url: str, **_options: object) -> NoReturn:
        """Refuse: no check downloads."""
        raise AssertionError(f"{method} {url} is a download, and no check expects one")

    def close(self) -> None:
        """Close nothing."""


class AsyncRecorder:
    """The asynchronous form of `Recorder`."""

    def __init__(self, *answers: Answer) -> None:
        self._recorder = Recorder(*answers)
        self.requests = self._recorder.requests
        self.stream = self._recorder.stream

    async def request(
        self, method: str, url: str, *, content: bytes | None, headers: Mapping[str, str], **options: object
    ) -> Answer:
        """Record a request and give the next answer."""
        return self._recorder.request(method, url, content=content, headers=headers, **options)

    async def aclose(self) -> None:
        """Close nothing."""
