# Emitted from specs/qianfan/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of Baidu Qianfan: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.qianfan.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.qianfan.asynchronous.picture_book import AsyncPictureBook
    from mediawright.qianfan.sync.picture_book import PictureBook
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class Qianfan(Client):
    """Picture book videos from a story or a description, made by Baidu's AI Picture Book.

    Args:
        api_key: API key. Read from BAIDU_API_KEY when not given.
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
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "api_key": api_key,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def picture_book(self) -> PictureBook:
        """Picture book videos."""
        from mediawright.qianfan.sync.picture_book import PictureBook

        return PictureBook(self)


class AsyncQianfan(AsyncClient):
    """Picture book videos from a story or a description, made by Baidu's AI Picture Book.

    Args:
        api_key: API key. Read from BAIDU_API_KEY when not given.
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
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "api_key": api_key,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def picture_book(self) -> AsyncPictureBook:
        """Picture book videos."""
        from mediawright.qianfan.asynchronous.picture_book import AsyncPictureBook

        return AsyncPictureBook(self)
