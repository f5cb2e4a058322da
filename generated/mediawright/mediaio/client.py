# Emitted from specs/mediaio/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of Media.io: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.mediaio.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.mediaio.asynchronous.account import AsyncAccount
    from mediawright.mediaio.asynchronous.image_to_image import AsyncImageToImage
    from mediawright.mediaio.asynchronous.image_to_video import AsyncImageToVideo
    from mediawright.mediaio.asynchronous.tasks import AsyncTasks
    from mediawright.mediaio.asynchronous.text_to_image import AsyncTextToImage
    from mediawright.mediaio.asynchronous.text_to_video import AsyncTextToVideo
    from mediawright.mediaio.sync.account import Account
    from mediawright.mediaio.sync.image_to_image import ImageToImage
    from mediawright.mediaio.sync.image_to_video import ImageToVideo
    from mediawright.mediaio.sync.tasks import Tasks
    from mediawright.mediaio.sync.text_to_image import TextToImage
    from mediawright.mediaio.sync.text_to_video import TextToVideo
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class MediaIO(Client):
    """One gateway to image and video models of several makers; every generation is a billed task.

    Args:
        api_key: Key of the developer console. Read from MEDIAIO_API_KEY when not given.
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
    def account(self) -> Account:
        """The balance of the account."""
        from mediawright.mediaio.sync.account import Account

        return Account(self)

    @property
    def image_to_image(self) -> ImageToImage:
        """Pictures from pictures and words."""
        from mediawright.mediaio.sync.image_to_image import ImageToImage

        return ImageToImage(self)

    @property
    def image_to_video(self) -> ImageToVideo:
        """Videos that start from a picture."""
        from mediawright.mediaio.sync.image_to_video import ImageToVideo

        return ImageToVideo(self)

    @property
    def tasks(self) -> Tasks:
        """How tasks stand."""
        from mediawright.mediaio.sync.tasks import Tasks

        return Tasks(self)

    @property
    def text_to_image(self) -> TextToImage:
        """Pictures from words."""
        from mediawright.mediaio.sync.text_to_image import TextToImage

        return TextToImage(self)

    @property
    def text_to_video(self) -> TextToVideo:
        """Videos from words."""
        from mediawright.mediaio.sync.text_to_video import TextToVideo

        return TextToVideo(self)


class AsyncMediaIO(AsyncClient):
    """One gateway to image and video models of several makers; every generation is a billed task.

    Args:
        api_key: Key of the developer console. Read from MEDIAIO_API_KEY when not given.
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
    def account(self) -> AsyncAccount:
        """The balance of the account."""
        from mediawright.mediaio.asynchronous.account import AsyncAccount

        return AsyncAccount(self)

    @property
    def image_to_image(self) -> AsyncImageToImage:
        """Pictures from pictures and words."""
        from mediawright.mediaio.asynchronous.image_to_image import AsyncImageToImage

        return AsyncImageToImage(self)

    @property
    def image_to_video(self) -> AsyncImageToVideo:
        """Videos that start from a picture."""
        from mediawright.mediaio.asynchronous.image_to_video import AsyncImageToVideo

        return AsyncImageToVideo(self)

    @property
    def tasks(self) -> AsyncTasks:
        """How tasks stand."""
        from mediawright.mediaio.asynchronous.tasks import AsyncTasks

        return AsyncTasks(self)

    @property
    def text_to_image(self) -> AsyncTextToImage:
        """Pictures from words."""
        from mediawright.mediaio.asynchronous.text_to_image import AsyncTextToImage

        return AsyncTextToImage(self)

    @property
    def text_to_video(self) -> AsyncTextToVideo:
        """Videos from words."""
        from mediawright.mediaio.asynchronous.text_to_video import AsyncTextToVideo

        return AsyncTextToVideo(self)
