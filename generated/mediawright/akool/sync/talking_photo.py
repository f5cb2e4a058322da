# Emitted from specs/akool/apis by `make generate`. Edit the spec, not this file.

"""Operations of `talking_photo`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright_runtime.task import Task


class TalkingPhoto(Category):
    """Pictures that speak."""

    def create(
        self,
        *,
        talking_photo_url: str,
        audio_url: str,
        prompt: str | None = None,
        resolution: Literal["720", "1080"] | None = None,
        webhook_url: str | None = None,
    ) -> Task:
        """Talking Photo: Makes a video in which a picture speaks an audio file.

        Note:
            Pictures, videos and voices that the vendor makes are kept for 7 days; save them before.
            Given webhookUrl, the vendor posts how the task ended, encrypted and signed; it sends that again
                unless HTTP 200 is answered.

        Args:
            talking_photo_url: Address of the picture that speaks. A string. An image.
            audio_url: Address of the audio that is spoken. A string. An audio.
            prompt: Which gestures accompany the speech. A string.
            resolution: Size of the video by its usual name. One of '720', '1080'.
            webhook_url: HTTP address to which the vendor posts when the task ends. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 004_1fb93d04d981643c.txt:2-24, read 2026-11-20, not verified live; vendors.md:74-80, read
        2026-11-20, not verified live.
        """
        from mediawright.akool.operations.talking_photo.create import OPERATION

        return self._start(
            OPERATION,
            talking_photo_url=talking_photo_url,
            audio_url=audio_url,
            prompt=prompt,
            resolution=resolution,
            webhook_url=webhook_url,
        )
