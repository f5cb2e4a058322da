# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `video_to_audio`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright_runtime.task import Task


class VideoToAudio(Category):
    """Music for videos."""

    def scoring(
        self,
        *,
        video: str,
        prompt: str | None = None,
        duration: int | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> Task:
        """Video Soundtrack: Makes music that goes with a video.

        Note:
            The output is stereo MP3 of 44.1 or 48 kHz and 128 to 320 kbit/s.
            Without a prompt the video alone decides the style.

        Args:
            video: Address of the video; it must be open to the public. A string. A video (mp4), less than
                200 MB.
            prompt: Style and mood of the music. A string.
            duration: Length of the music, best that of the video or of the music in mind. An integer at
                least 5 and at most 900. The vendor takes 20 when omitted.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 60 to 180 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:6782-6826, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:6876-6921, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7089-7155, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7197, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7250-7279, read 2026-11-20, not verified live; vendors.md:58, read
        2026-11-20, not verified live; conflicts.md:114-135, read 2026-11-20, not verified live;
        conflicts.md:230-237, read 2026-11-20, not verified live; conflicts.md:258-262, read 2026-11-20, not
        verified live; conflicts.md:275-285, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.video_to_audio.scoring import OPERATION

        return self._start(
            OPERATION,
            video=video,
            prompt=prompt,
            duration=duration,
            callback=callback,
            params=params,
        )

    def scoring_vendor_page(
        self,
        *,
        prompt: str,
        file_link: str,
        callback: str | None = None,
        params: str | None = None,
    ) -> Task:
        """Video Soundtrack (vendor page).

        Makes music that goes with a video, in the form of the vendor's page.

        Args:
            prompt: Style and mood of the music. A string.
            file_link: Address of the video, which must be 360p to 1080p. A string. A video (mp4, mov, avi,
                m4v, mkv, ts, flv, mpg), at most 120 MB, 15 to 60 frames per second, at most 95 seconds.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: vendors.md:58, read 2026-11-20, not verified live; conflicts.md:258-262, read 2026-11-20,
        not verified live.
        """
        from mediawright.tomoviee.operations.video_to_audio.scoring_vendor_page import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            file_link=file_link,
            callback=callback,
            params=params,
        )
