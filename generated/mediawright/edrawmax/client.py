# Emitted from specs/edrawmax/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of EdrawMax: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.edrawmax.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.edrawmax.asynchronous.text_to_diagram import AsyncTextToDiagram
    from mediawright.edrawmax.sync.text_to_diagram import TextToDiagram
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class EdrawMax(Client):
    """Diagrams from a description in words, answered at once; no key is needed, and for a limited time nothing is charged.

    Args:
        user_id: Who calls; the vendor limits concurrent calls for each user and takes 0 where nothing is sent. No document names an environment variable, this one is our own choice. Read from EDRAWMAX_USER_ID when not given.
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
        user_id: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "user_id": user_id,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def text_to_diagram(self) -> TextToDiagram:
        """Diagrams from words."""
        from mediawright.edrawmax.sync.text_to_diagram import TextToDiagram

        return TextToDiagram(self)


class AsyncEdrawMax(AsyncClient):
    """Diagrams from a description in words, answered at once; no key is needed, and for a limited time nothing is charged.

    Args:
        user_id: Who calls; the vendor limits concurrent calls for each user and takes 0 where nothing is sent. No document names an environment variable, this one is our own choice. Read from EDRAWMAX_USER_ID when not given.
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
        user_id: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "user_id": user_id,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def text_to_diagram(self) -> AsyncTextToDiagram:
        """Diagrams from words."""
        from mediawright.edrawmax.asynchronous.text_to_diagram import AsyncTextToDiagram

        return AsyncTextToDiagram(self)
