# Emitted from specs/akool/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of Akool: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.akool.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.akool.asynchronous.account import AsyncAccount
    from mediawright.akool.asynchronous.talking_photo import AsyncTalkingPhoto
    from mediawright.akool.asynchronous.tasks import AsyncTasks
    from mediawright.akool.sync.account import Account
    from mediawright.akool.sync.talking_photo import TalkingPhoto
    from mediawright.akool.sync.tasks import Tasks
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class Akool(Client):
    """Videos in which a picture speaks what is heard in an audio file.

    Args:
        api_key: API key, which the vendor recommends over a token. Read from AKOOL_API_KEY when not given.
        client_id: Identifier for which a token is fetched; webhooks are sealed with it too. Read from AKOOL_CLIENT_ID when not given.
        client_secret: Secret for which a token is fetched; webhooks are sealed with it too. Read from AKOOL_CLIENT_SECRET when not given.
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
        client_id: str | None = None,
        client_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "api_key": api_key,
            "client_id": client_id,
            "client_secret": client_secret,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def account(self) -> Account:
        """Tokens and the balance of the account."""
        from mediawright.akool.sync.account import Account

        return Account(self)

    @property
    def talking_photo(self) -> TalkingPhoto:
        """Pictures that speak."""
        from mediawright.akool.sync.talking_photo import TalkingPhoto

        return TalkingPhoto(self)

    @property
    def tasks(self) -> Tasks:
        """How tasks stand."""
        from mediawright.akool.sync.tasks import Tasks

        return Tasks(self)


class AsyncAkool(AsyncClient):
    """Videos in which a picture speaks what is heard in an audio file.

    Args:
        api_key: API key, which the vendor recommends over a token. Read from AKOOL_API_KEY when not given.
        client_id: Identifier for which a token is fetched; webhooks are sealed with it too. Read from AKOOL_CLIENT_ID when not given.
        client_secret: Secret for which a token is fetched; webhooks are sealed with it too. Read from AKOOL_CLIENT_SECRET when not given.
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
        client_id: str | None = None,
        client_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "api_key": api_key,
            "client_id": client_id,
            "client_secret": client_secret,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def account(self) -> AsyncAccount:
        """Tokens and the balance of the account."""
        from mediawright.akool.asynchronous.account import AsyncAccount

        return AsyncAccount(self)

    @property
    def talking_photo(self) -> AsyncTalkingPhoto:
        """Pictures that speak."""
        from mediawright.akool.asynchronous.talking_photo import AsyncTalkingPhoto

        return AsyncTalkingPhoto(self)

    @property
    def tasks(self) -> AsyncTasks:
        """How tasks stand."""
        from mediawright.akool.asynchronous.tasks import AsyncTasks

        return AsyncTasks(self)
