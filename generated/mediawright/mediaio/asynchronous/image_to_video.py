# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `image_to_video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright_runtime.task import AsyncTask


class AsyncImageToVideo(AsyncCategory):
    """Videos that start from a picture."""

    async def google_veo_3_1(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | None = None,
        resolution: Literal["720P", "1080P"] | None = None,
        duration: Literal["4s", "6s", "8s"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Google Veo 3.1: Makes a video of up to 8 seconds from a picture and a prompt, with or without sound.

        Args:
            image: Address of the picture to work from. A string. An image (jpg, jpeg, png, webp, gif,
                heic), at most 50 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2:1.
            prompt: What the output shows. A string of at most 1000 characters.
            aspect_ratio: Shape of the output, width to height. One of '9:16', '16:9'. The vendor takes
                '9:16' when omitted.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '720P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '4s', '6s', '8s'. The vendor
                takes '4s' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2900-2917, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.google_veo_3_1 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            aspect_ratio=aspect_ratio,
            resolution=resolution,
            duration=duration,
            generate_audio=generate_audio,
        )

    async def google_veo_3_1_fast(
        self,
        *,
        image: str,
        prompt: str,
        aspect_ratio: Literal["9:16", "16:9"] | None = None,
        resolution: Literal["720P", "1080P"] | None = None,
        duration: Literal["4s", "6s", "8s"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Google Veo 3.1 Fast.

        Makes a video of up to 8 seconds from a picture and a prompt, with or without sound; the fast
        variant.

        Args:
            image: Address of the picture to work from. A string. An image (jpg, jpeg, png, webp, gif,
                heic), at most 50 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2:1.
            prompt: What the output shows. A string of at most 1000 characters.
            aspect_ratio: Shape of the output, width to height. One of '9:16', '16:9'. The vendor takes
                '9:16' when omitted.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '720P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '4s', '6s', '8s'. The vendor
                takes '4s' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3116-3133, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.google_veo_3_1_fast import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            aspect_ratio=aspect_ratio,
            resolution=resolution,
            duration=duration,
            generate_audio=generate_audio,
        )

    async def hailuo_02(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["6s"] | None = None,
        resolution: Literal["768P", "1080P"] | None = None,
    ) -> AsyncTask:
        """Hailuo 02: Makes a video of 6 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2000 characters.
            duration: Length of the video; the s stands for seconds. '6s'. The vendor takes '6s' when
                omitted.
            resolution: Size of the output by its usual name. One of '768P', '1080P'. The vendor takes
                '768P' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2828-2845, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.hailuo_02 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            duration=duration,
            resolution=resolution,
        )

    async def hailuo_2_3(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["768P", "1080P"] | None = None,
        duration: Literal["6s", "10s"] | None = None,
    ) -> AsyncTask:
        """Hailuo 2.3: Makes a video of up to 10 seconds from a picture and a prompt.

        Note:
            1080P exists for 6 seconds only.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2000 characters.
            resolution: Size of the output by its usual name. One of '768P', '1080P'. The vendor takes
                '768P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '6s', '10s'. The vendor takes
                '6s' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2936-2953, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.hailuo_2_3 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
        )

    async def kling_2_1(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | None = None,
        resolution: Literal["720P", "1080P"] | None = None,
    ) -> AsyncTask:
        """Kling 2.1: Makes a video of up to 10 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2000 characters.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s'. The vendor takes
                '5s' when omitted.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '720P' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2846-2863, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.kling_2_1 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            duration=duration,
            resolution=resolution,
        )

    async def kling_2_5_turbo(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | None = None,
        resolution: Literal["720P", "1080P"] | None = None,
    ) -> AsyncTask:
        """Kling 2.5 Turbo: Makes a video of up to 10 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2500 characters.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s'. The vendor takes
                '5s' when omitted.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '1080P' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2882-2899, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.kling_2_5_turbo import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            duration=duration,
            resolution=resolution,
        )

    async def kling_2_6(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["5s", "10s"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Kling 2.6: Makes a video of up to 10 seconds from a picture and a prompt, with or without sound.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2500 characters.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s'. The vendor takes
                '5s' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2990-3007, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.kling_2_6 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            duration=duration,
            generate_audio=generate_audio,
        )

    async def kling_3_0(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["720P", "1080P"] | None = None,
        duration: Literal["5s", "8s", "10s", "15s"] | None = None,
        multi_shots: Literal["True", "False"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Kling 3.0.

        Makes a video of up to 15 seconds from a picture and a prompt, in one shot or several, sound or
        none.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 20 MB, 300x300 to 4000x4000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 2500 characters.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '1080P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '5s', '8s', '10s', '15s'. The
                vendor takes '5s' when omitted.
            multi_shots: Whether the video has several shots; a string, not a boolean. One of 'True',
                'False'. The vendor takes 'True' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2918-2935, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.kling_3_0 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
            multi_shots=multi_shots,
            generate_audio=generate_audio,
        )

    async def motion_control_kling_2_6(
        self,
        *,
        video: str,
        image: str,
        prompt: str | None = None,
    ) -> AsyncTask:
        """Motion Control Kling 2.6: Makes a video from a picture and the motion of another video.

        Args:
            video: Address of the video whose motion is taken. A string. A video (mp4, mov), at most 100 MB,
                720x720 to 2160x2160 pixels, 24 to 60 frames per second, 3 to 30 seconds.
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg), at most 10 MB,
                300x300 to 4000x4000 pixels, aspect ratio 1:2 to 2:1.
            prompt: What the output shows. A string of at most 2500 characters.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3008-3025, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.motion_control_kling_2_6 import OPERATION

        return await self._start(
            OPERATION,
            video=video,
            image=image,
            prompt=prompt,
        )

    async def vidu_q2(
        self,
        *,
        image: str,
        prompt: str,
        duration: Literal["4s", "6s", "8s"] | None = None,
        resolution: Literal["720P", "1080P"] | None = None,
    ) -> AsyncTask:
        """Vidu Q2: Makes a video of up to 8 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, gif,
                heic), at most 10 MB, 150x150 to 4000x4000 pixels, aspect ratio 1:4 to 4:1.
            prompt: What the output shows. A string of at most 2000 characters.
            duration: Length of the video; the s stands for seconds. One of '4s', '6s', '8s'. The vendor
                takes '4s' when omitted.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '720P' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2954-2971, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.vidu_q2 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            duration=duration,
            resolution=resolution,
        )

    async def vidu_q3(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["540P", "720P", "1080P"] | None = None,
        duration: Literal["4s", "8s", "12s", "16s"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Vidu Q3: Makes a video of up to 16 seconds from a picture and a prompt, with or without sound.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg), at most 10 MB,
                150x150 to 4000x4000 pixels, aspect ratio 1:4 to 4:1.
            prompt: What the output shows. A string of at most 2000 characters.
            resolution: Size of the output by its usual name. One of '540P', '720P', '1080P'. The vendor
                takes '720P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '4s', '8s', '12s', '16s'. The
                vendor takes '4s' when omitted.
            generate_audio: Whether the video has sound; a string, not a boolean. One of 'True', 'False'.
                The vendor takes 'True' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2864-2881, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.vidu_q3 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
            generate_audio=generate_audio,
        )

    async def wan_2_2(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["1080P"] | None = None,
        duration: Literal["5s"] | None = None,
    ) -> AsyncTask:
        """Wan 2.2: Makes a video of 5 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, bmp), at
                most 10 MB, 300x300 to 2000x2000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 800 characters.
            resolution: Size of the output by its usual name. '1080P'. The vendor takes '1080P' when
                omitted.
            duration: Length of the video; the s stands for seconds. '5s'. The vendor takes '5s' when
                omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2810-2827, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.wan_2_2 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
        )

    async def wan_2_5(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["480P", "720P", "1080P"] | None = None,
        duration: Literal["5s", "10s"] | None = None,
    ) -> AsyncTask:
        """Wan 2.5: Makes a video of up to 10 seconds from a picture and a prompt.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, bmp), at
                most 10 MB, 300x300 to 2000x2000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 800 characters.
            resolution: Size of the output by its usual name. One of '480P', '720P', '1080P'. The vendor
                takes '480P' when omitted.
            duration: Length of the video; the s stands for seconds. One of '5s', '10s'. The vendor takes
                '5s' when omitted.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:2972-2989, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.wan_2_5 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
        )

    async def wan_2_6(
        self,
        *,
        image: str,
        prompt: str,
        resolution: Literal["720P", "1080P"] | None = None,
        duration: Literal["5s", "10s", "15s"] | None = None,
        shot_type: Literal["Multi", "Single"] | None = None,
        generate_audio: Literal["True", "False"] | None = None,
    ) -> AsyncTask:
        """Wan 2.6.

        Makes a video of up to 15 seconds from a picture and a prompt, in one shot or several, sound or
        none.

        Args:
            image: Address of the picture to work from. A string. An image (png, jpeg, jpg, webp, bmp), at
                most 10 MB, 300x300 to 2000x2000 pixels, aspect ratio 0.4:1 to 2.5:1.
            prompt: What the output shows. A string of at most 1500 characters.
            resolution: Size of the output by its usual name. One of '720P', '1080P'. The vendor takes
                '720P' when omitted.
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

        Source: 002_7ebea7f48f16395c.txt:2792-2809, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.image_to_video.wan_2_6 import OPERATION

        return await self._start(
            OPERATION,
            image=image,
            prompt=prompt,
            resolution=resolution,
            duration=duration,
            shot_type=shot_type,
            generate_audio=generate_audio,
        )
