# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_image`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncTextToImage(AsyncCategory):
    """Pictures from words."""

    async def imagen_4(
        self,
        *,
        prompt: str,
        ratio: Literal["9:16", "16:9", "1:1", "4:3", "3:4"] | None = None,
        counts: Literal["1", "2", "3", "4"] | None = None,
    ) -> AsyncTask:
        """Imagen 4: Makes one to four pictures from a prompt.

        Args:
            prompt: What the output shows. A string of at most 1200 characters.
            ratio: Shape of the output, width to height. One of '9:16', '16:9', '1:1', '4:3', '3:4'. The
                vendor takes '9:16' when omitted.
            counts: How many pictures to make; a string, not a number. One of '1', '2', '3', '4'. The vendor
                takes '1' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3026-3043, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.text_to_image.imagen_4 import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            ratio=ratio,
            counts=counts,
        )

    async def soul_character(
        self,
        *,
        prompt: str,
        ratio: Literal["2:3", "1:1", "3:2", "9:16", "16:9"] | None = None,
    ) -> AsyncTask:
        """soul_character: Makes a picture from a prompt.

        Args:
            prompt: What the output shows. A string of at most 2000 characters.
            ratio: Shape of the output, width to height. One of '2:3', '1:1', '3:2', '9:16', '16:9'. The
                vendor takes '16:9' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3044-3061, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.text_to_image.soul_character import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            ratio=ratio,
        )
