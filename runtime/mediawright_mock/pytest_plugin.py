"""The pytest plugin: `mock_vendor`, a fixture that plays vendors for one test. It loads nothing until it is used."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal, Protocol, Unpack, overload

import pytest

import mediawright_mock

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from mediawright_mock.in_process import LocalMock
    from mediawright_mock.server import MockServer
    from mediawright_mock.stage import Options


class MockVendor(Protocol):
    """Starts the mock of a vendor, which ends with the test: `mock_vendor("acme").client()`."""

    @overload
    def __call__(
        self, vendor: str | Path, *, in_process: Literal[False] = False, **options: Unpack[Options]
    ) -> MockServer: ...
    @overload
    def __call__(self, vendor: str | Path, *, in_process: Literal[True], **options: Unpack[Options]) -> LocalMock: ...


@pytest.fixture
def mock_vendor() -> Generator[MockVendor]:
    """Start mocks of vendors: over HTTP on a free port, or with `in_process=True` without sockets."""
    with ExitStack() as running:

        def start(
            vendor: str | Path, *, in_process: bool = False, **options: Unpack[Options]
        ) -> MockServer | LocalMock:
            try:
                if in_process:
                    return running.enter_context(mediawright_mock.local(vendor, **options))
                return running.enter_context(mediawright_mock.serve(vendor, **options))
            except ModuleNotFoundError as error:
                pytest.fail(f"{error.name} is not installed; install it with: pip install 'mediawright[mock]'", False)

        yield start  # type: ignore[misc] # pyright: ignore[reportReturnType] (overloads cannot be told of a closure)
