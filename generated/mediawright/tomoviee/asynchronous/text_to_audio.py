# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_audio`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncTextToAudio(AsyncCategory):
    """Sounds from words."""

    async def sound_effect(
        self,
        *,
        prompt: str,
        duration: int,
        qty: int | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Text-to-Sound-Effect: Makes sound effects from words.

        Note:
            The output is stereo MP3 of 44.1 or 48 kHz and 128 to 320 kbit/s.

        Args:
            prompt: What is to be heard. A string.
            duration: Length of the sound. An integer at least 5 and at most 180.
            qty: How many variants to make. An integer at least 1 and at most 4.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 10 to 60 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:7868-7929, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7981-8083, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:8126-8166, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:8197, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:6978-7024, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7146-7155, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7195, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7250-7269, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7325-7336, read 2026-11-20, not verified live; conflicts.md:32-46, read
        2026-11-20, not verified live; conflicts.md:230-237, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.text_to_audio.sound_effect import OPERATION

        return await self._start(
            OPERATION,
            prompt=prompt,
            duration=duration,
            qty=qty,
            callback=callback,
            params=params,
        )
