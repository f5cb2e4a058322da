# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncTextToVideo(AsyncCategory):
    """Videos from words."""

    async def vidu_q3(
        self,
        *,
        prompt: str,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | None = None,
        resolution: Literal["540P", "720P", "1080P"] | None = None,
        duration: Literal["4s", "8s", "12s", "16s"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Vidu Q3 (Text To Video): Makes a video of up to 16 seconds from a prompt, with or without sound.

        Args:
            prompt: What the output shows. A string of at most 2000 characters.
            ratio: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4'. The
                vendor takes '16:9' when omitted.
            resolution: Size of the output by its usual name. One of '540P', '720P', '1080P'. The vendor
                takes '720P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '4s', '8s', '12s', '16s'. The
                vendor takes '8s' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3080-3097, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.text_to_video.vidu_q3 import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            ratio=ratio,
            resolution=resolution,
            duration=duration,
            generate_audio=generate_audio,
        )

    async def wan_2_5(
        self,
        *,
        prompt: str,
        ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4"] | None = None,
        duration: Literal["5s", "10s"] | None = None,
    ) -> AsyncTask:
        """Wan 2.5 (Text To Video): Makes a video of up to 10 seconds from a prompt.

        Note:
            The vendor gives this entry status 2 and all others status 1, and does not say what that means.
            The vendor's own data gives this operation status 2; what that means is not documented.

        Args:
            prompt: What the output shows. A string of 1 to 800 characters.
            ratio: Shape of the output, width to height. One of '16:9', '9:16', '1:1', '4:3', '3:4'. The
                vendor takes '16:9' when omitted.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s'. The vendor takes
                '5s' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3098-3115, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.text_to_video.wan_2_5 import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            ratio=ratio,
            duration=duration,
        )

    async def wan_2_6(
        self,
        *,
        prompt: str,
        size: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | None = None,
        duration: Literal["5s", "10s", "15s"] | None = None,
        shot_type: Literal["Multi", "Single"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Wan 2.6 (Text To Video).

        Makes a video of up to 15 seconds from a prompt, in one shot or several, sound or none.

        Args:
            prompt: What the output shows. A string of at most 1500 characters.
            size: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4'. The
                vendor takes '16:9' when omitted.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s', '15s'. The vendor
                takes '5s' when omitted.
            shot_type: Whether the video has several shots or one. One of 'Multi', 'Single'. The vendor
                takes 'Multi' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3062-3079, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.text_to_video.wan_2_6 import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            size=size,
            duration=duration,
            shot_type=shot_type,
            generate_audio=generate_audio,
        )
