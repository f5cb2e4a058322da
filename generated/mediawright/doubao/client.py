# Emitted from specs/doubao/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of Doubao video wrapper: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.doubao.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.doubao.asynchronous.files import AsyncFiles
    from mediawright.doubao.asynchronous.video import AsyncVideo
    from mediawright.doubao.sync.files import Files
    from mediawright.doubao.sync.video import Video
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class Doubao(Client):
    """Videos from words or from a picture, by way of a server that the user runs and that is logged in to Doubao.

    Args:
        base_url: Where the vendor is served; the documented address when not given.
        timeout: Seconds for each phase of an exchange, or a `mediawright.Timeout`; 10 to connect, else 60.
        proxy: The address of a proxy to go through; those of the environment, as it is now, when not given.
        http_client: A client in the shape of httpx's to send with; it stays the caller's to close.

    Raises:
        ConfigurationError: a credential is missing, an address is none, or an argument cannot be used.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {}
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def files(self) -> Files:
        """Files to work from."""
        from mediawright.doubao.sync.files import Files

        return Files(self)

    @property
    def video(self) -> Video:
        """Videos and their tasks."""
        from mediawright.doubao.sync.video import Video

        return Video(self)


class AsyncDoubao(AsyncClient):
    """Videos from words or from a picture, by way of a server that the user runs and that is logged in to Doubao.

    Args:
        base_url: Where the vendor is served; the documented address when not given.
        timeout: Seconds for each phase of an exchange, or a `mediawright.Timeout`; 10 to connect, else 60.
        proxy: The address of a proxy to go through; those of the environment, as it is now, when not given.
        http_client: A client in the shape of httpx's to send with; it stays the caller's to close.

    Raises:
        ConfigurationError: a credential is missing, an address is none, or an argument cannot be used.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {}
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def files(self) -> AsyncFiles:
        """Files to work from."""
        from mediawright.doubao.asynchronous.files import AsyncFiles

        return AsyncFiles(self)

    @property
    def video(self) -> AsyncVideo:
        """Videos and their tasks."""
        from mediawright.doubao.asynchronous.video import AsyncVideo

        return AsyncVideo(self)
