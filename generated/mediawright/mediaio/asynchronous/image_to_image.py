# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `image_to_image`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncImageToImage(AsyncCategory):
    """Pictures from pictures and words."""

    async def nano_banana(
        self,
        *,
        images: list[str],
        prompt: str,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"] | None = None,
    ) -> AsyncTask:
        """Nano Banana: Makes a picture from up to nine pictures and a prompt.

        Args:
            images: Addresses of the pictures to work from. A list of at most 9 items, each a string. An
                image (png, jpeg, jpg), at most 20 MB, 300x300 to 1280x1280 pixels, aspect ratio 1:2 to 2:1.
            prompt: What the output shows. A string of at most 1200 characters.
            ratio: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4', '3:2',
                '2:3', '21:9'. The vendor takes '16:9' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2738-2755, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_image.nano_banana import OPERATION

        return await self._start(
            OPERATION,
            images=images,
            prompt=prompt,
            ratio=ratio,
        )

    async def nano_banana_pro(
        self,
        *,
        images: list[str],
        prompt: str,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"] | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
    ) -> AsyncTask:
        """Nano Banana Pro: Makes a picture of up to 4K from up to nine pictures and a prompt.

        Args:
            images: Addresses of the pictures to work from. A list of at most 9 items, each a string. An
                image (png, jpeg, jpg), at most 20 MB, 300x300 to 1280x1280 pixels, aspect ratio 1:2 to 2:1.
            prompt: What the output shows. A string of at most 1200 characters.
            ratio: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4', '3:2',
                '2:3', '21:9'. The vendor takes '16:9' when omitted.
            resolution: Size of the output by its usual name. One of '1K', '2K', '4K'. The vendor takes '1K'
                when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2774-2791, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_image.nano_banana_pro import OPERATION

        return await self._start(
            OPERATION,
            images=images,
            prompt=prompt,
            ratio=ratio,
            resolution=resolution,
        )

    async def seedream_4_0(
        self,
        *,
        images: list[str],
        prompt: str,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4", "3:2", "2:3"] | None = None,
    ) -> AsyncTask:
        """Seedream 4.0.

        Makes a picture from up to nine pictures and a prompt, and keeps characters and style alike.

        Args:
            images: Addresses of the pictures to work from. A list of at most 9 items, each a string. An
                image (png, jpeg, jpg), at most 10 MB, 300x300 to 1280x1280 pixels, aspect ratio 3:10 to
                3:1.
            prompt: What the output shows. A string of at most 800 characters.
            ratio: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4', '3:2',
                '2:3'. The vendor takes '9:16' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2756-2773, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_image.seedream_4_0 import OPERATION

        return await self._start(
            OPERATION,
            images=images,
            prompt=prompt,
            ratio=ratio,
        )
