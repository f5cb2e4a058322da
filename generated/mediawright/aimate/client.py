# Emitted from specs/aimate/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of aimate Video Generation: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.aimate.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.aimate.asynchronous.account import AsyncAccount
    from mediawright.aimate.asynchronous.video import AsyncVideo
    from mediawright.aimate.sync.account import Account
    from mediawright.aimate.sync.video import Video
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class Aimate(Client):
    """Videos from words, or from words and a picture; no authentication is documented.

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
    def account(self) -> Account:
        """Whether the service works."""
        from mediawright.aimate.sync.account import Account

        return Account(self)

    @property
    def video(self) -> Video:
        """Videos and their tasks."""
        from mediawright.aimate.sync.video import Video

        return Video(self)


class AsyncAimate(AsyncClient):
    """Videos from words, or from words and a picture; no authentication is documented.

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
    def account(self) -> AsyncAccount:
        """Whether the service works."""
        from mediawright.aimate.asynchronous.account import AsyncAccount

        return AsyncAccount(self)

    @property
    def video(self) -> AsyncVideo:
        """Videos and their tasks."""
        from mediawright.aimate.asynchronous.video import AsyncVideo

        return AsyncVideo(self)
