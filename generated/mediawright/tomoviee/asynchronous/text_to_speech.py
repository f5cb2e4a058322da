# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `text_to_speech`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncTextToSpeech(AsyncCategory):
    """Text read aloud."""

    async def generate(
        self,
        *,
        text: str,
        voice_id: Literal[
            "zh-CN-YunxiNeural",
            "zh-CN-XiaoxiaoNeural",
            "zh-CN-YunjianNeural",
            "en-US-JennyNeural",
            "en-US-GuyNeural",
            "en-US-AriaNeural",
            "en-GB-SoniaNeural",
            "en-GB-RyanNeural",
        ]
        | str
        | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Text-to-Speech: Reads text aloud.

        Note:
            The output is stereo MP3 of 44.1 or 48 kHz and 128 to 320 kbit/s.
            The length of the output follows from the text.
            The vendor publishes no client for it.

        Args:
            text: What to read; punctuation makes the pauses. A string of at most 5000 characters.
            voice_id: The voice, which goes with a language; there are more than those listed. A string. The
                vendor takes 'zh-CN-YunxiNeural' when omitted.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 5 to 30 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:7032-7081, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7146-7155, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7196, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7250-7279, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7292-7297, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7337-7341, read 2026-11-20, not verified live; vendors.md:59, read
        2026-11-20, not verified live; conflicts.md:123-130, read 2026-11-20, not verified live;
        conflicts.md:265-268, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.text_to_speech.generate import OPERATION

        return await self._start(
            OPERATION,
            text=text,
            voice_id=voice_id,
            callback=callback,
            params=params,
        )

    async def generate_other_clients(
        self,
        *,
        text: str,
        speaker_choice: str | None = None,
        emotion_choice: str | None = None,
        speed_adjustment: float | None = None,
        key_adjustment: float | None = None,
        loudness_adjustment: float | None = None,
        lang_code: str | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> AsyncTask:
        """Text-to-Speech (other clients): Reads text aloud, in the form that two independent clients send.

        Note:
            Only the names are known of this form; the types are read out of them, and no values are
                documented.
            That text is required follows from the primary form.

        Args:
            text: What to read. A string.
            speaker_choice: The voice. A string.
            emotion_choice: The mood of the voice. A string.
            speed_adjustment: How fast the voice speaks. A number.
            key_adjustment: How high the voice is. A number.
            loudness_adjustment: How loud the voice is. A number.
            lang_code: The language. A string.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: vendors.md:59, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:7036, read
        2026-11-20, not verified live; conflicts.md:258-262, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.text_to_speech.generate_other_clients import OPERATION

        return await self._start(
            OPERATION,
            text=text,
            speaker_choice=speaker_choice,
            emotion_choice=emotion_choice,
            speed_adjustment=speed_adjustment,
            key_adjustment=key_adjustment,
            loudness_adjustment=loudness_adjustment,
            lang_code=lang_code,
            callback=callback,
            params=params,
        )
