# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_music`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright_runtime.task import Task


class TextToMusic(Category):
    """Music from words."""

    def generate(
        self,
        *,
        prompt: str,
        duration: int,
        qty: int,
        disable_translate: bool | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> Task:
        """Text-to-Music: Makes background music from words.

        Note:
            The output is stereo MP3 of 44.1 or 48 kHz and 128 to 320 kbit/s.

        Args:
            prompt: What the music is like: genre, mood, instruments and use. What is over 77 tokens is cut
                off. A string. The vendor reads the first 77 tokens.
            duration: Length of the music. An integer at least 0 and at most 95.
            qty: How many pieces to make. An integer at least 1 and at most 4.
            disable_translate: Whether the prompt is left untranslated. True or false.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 30 to 120 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:8202-8265, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:8319-8423, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:8469-8513, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:6927-6966, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7146-7155, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7193-7194, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7250-7269, read 2026-11-20, not verified live; vendors.md:57, read
        2026-11-20, not verified live; conflicts.md:8-30, read 2026-11-20, not verified live;
        conflicts.md:275-279, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.text_to_music.generate import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            duration=duration,
            qty=qty,
            disable_translate=disable_translate,
            callback=callback,
            params=params,
        )
