# Emitted from specs/tomoviee/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Clients of Tomoviee: categories load at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright.tomoviee.vendor import VENDOR
from mediawright_runtime.asynchronous import AsyncClient
from mediawright_runtime.client import Client

if TYPE_CHECKING:
    from mediawright.tomoviee.asynchronous.image_to_image import AsyncImageToImage
    from mediawright.tomoviee.asynchronous.image_to_video import AsyncImageToVideo
    from mediawright.tomoviee.asynchronous.tasks import AsyncTasks
    from mediawright.tomoviee.asynchronous.text_to_audio import AsyncTextToAudio
    from mediawright.tomoviee.asynchronous.text_to_music import AsyncTextToMusic
    from mediawright.tomoviee.asynchronous.text_to_speech import AsyncTextToSpeech
    from mediawright.tomoviee.asynchronous.text_to_video import AsyncTextToVideo
    from mediawright.tomoviee.asynchronous.video_to_audio import AsyncVideoToAudio
    from mediawright.tomoviee.asynchronous.video_to_video import AsyncVideoToVideo
    from mediawright.tomoviee.sync.image_to_image import ImageToImage
    from mediawright.tomoviee.sync.image_to_video import ImageToVideo
    from mediawright.tomoviee.sync.tasks import Tasks
    from mediawright.tomoviee.sync.text_to_audio import TextToAudio
    from mediawright.tomoviee.sync.text_to_music import TextToMusic
    from mediawright.tomoviee.sync.text_to_speech import TextToSpeech
    from mediawright.tomoviee.sync.text_to_video import TextToVideo
    from mediawright.tomoviee.sync.video_to_audio import VideoToAudio
    from mediawright.tomoviee.sync.video_to_video import VideoToVideo
    from mediawright_runtime.timeout import Timeout
    from mediawright_runtime.transport import AsyncHttpClient, HttpClient


class Tomoviee(Client):
    """Wondershare's gateway to generated videos, pictures, music, sounds and speech; every create makes a task.

    Args:
        app_key: Key of the application in the vendor's console. Read from TOMOVIEE_APP_KEY when not given.
        app_secret: Secret of the same application. Read from TOMOVIEE_APP_SECRET when not given.
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
        app_key: str | None = None,
        app_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "app_key": app_key,
            "app_secret": app_secret,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def image_to_image(self) -> ImageToImage:
        """Pictures and masks from pictures."""
        from mediawright.tomoviee.sync.image_to_image import ImageToImage

        return ImageToImage(self)

    @property
    def image_to_video(self) -> ImageToVideo:
        """Videos from pictures and words."""
        from mediawright.tomoviee.sync.image_to_video import ImageToVideo

        return ImageToVideo(self)

    @property
    def tasks(self) -> Tasks:
        """How tasks stand."""
        from mediawright.tomoviee.sync.tasks import Tasks

        return Tasks(self)

    @property
    def text_to_audio(self) -> TextToAudio:
        """Sounds from words."""
        from mediawright.tomoviee.sync.text_to_audio import TextToAudio

        return TextToAudio(self)

    @property
    def text_to_music(self) -> TextToMusic:
        """Music from words."""
        from mediawright.tomoviee.sync.text_to_music import TextToMusic

        return TextToMusic(self)

    @property
    def text_to_speech(self) -> TextToSpeech:
        """Text read aloud."""
        from mediawright.tomoviee.sync.text_to_speech import TextToSpeech

        return TextToSpeech(self)

    @property
    def text_to_video(self) -> TextToVideo:
        """Videos from words."""
        from mediawright.tomoviee.sync.text_to_video import TextToVideo

        return TextToVideo(self)

    @property
    def video_to_audio(self) -> VideoToAudio:
        """Music for videos."""
        from mediawright.tomoviee.sync.video_to_audio import VideoToAudio

        return VideoToAudio(self)

    @property
    def video_to_video(self) -> VideoToVideo:
        """Videos that go on where another ends."""
        from mediawright.tomoviee.sync.video_to_video import VideoToVideo

        return VideoToVideo(self)


class AsyncTomoviee(AsyncClient):
    """Wondershare's gateway to generated videos, pictures, music, sounds and speech; every create makes a task.

    Args:
        app_key: Key of the application in the vendor's console. Read from TOMOVIEE_APP_KEY when not given.
        app_secret: Secret of the same application. Read from TOMOVIEE_APP_SECRET when not given.
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
        app_key: str | None = None,
        app_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        proxy: str | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        credentials: dict[str, str | None] = {
            "app_key": app_key,
            "app_secret": app_secret,
        }
        super().__init__(VENDOR, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client)

    @property
    def image_to_image(self) -> AsyncImageToImage:
        """Pictures and masks from pictures."""
        from mediawright.tomoviee.asynchronous.image_to_image import AsyncImageToImage

        return AsyncImageToImage(self)

    @property
    def image_to_video(self) -> AsyncImageToVideo:
        """Videos from pictures and words."""
        from mediawright.tomoviee.asynchronous.image_to_video import AsyncImageToVideo

        return AsyncImageToVideo(self)

    @property
    def tasks(self) -> AsyncTasks:
        """How tasks stand."""
        from mediawright.tomoviee.asynchronous.tasks import AsyncTasks

        return AsyncTasks(self)

    @property
    def text_to_audio(self) -> AsyncTextToAudio:
        """Sounds from words."""
        from mediawright.tomoviee.asynchronous.text_to_audio import AsyncTextToAudio

        return AsyncTextToAudio(self)

    @property
    def text_to_music(self) -> AsyncTextToMusic:
        """Music from words."""
        from mediawright.tomoviee.asynchronous.text_to_music import AsyncTextToMusic

        return AsyncTextToMusic(self)

    @property
    def text_to_speech(self) -> AsyncTextToSpeech:
        """Text read aloud."""
        from mediawright.tomoviee.asynchronous.text_to_speech import AsyncTextToSpeech

        return AsyncTextToSpeech(self)

    @property
    def text_to_video(self) -> AsyncTextToVideo:
        """Videos from words."""
        from mediawright.tomoviee.asynchronous.text_to_video import AsyncTextToVideo

        return AsyncTextToVideo(self)

    @property
    def video_to_audio(self) -> AsyncVideoToAudio:
        """Music for videos."""
        from mediawright.tomoviee.asynchronous.video_to_audio import AsyncVideoToAudio

        return AsyncVideoToAudio(self)

    @property
    def video_to_video(self) -> AsyncVideoToVideo:
        """Videos that go on where another ends."""
        from mediawright.tomoviee.asynchronous.video_to_video import AsyncVideoToVideo

        return AsyncVideoToVideo(self)
