# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `video_to_video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright_runtime.task import Task


class VideoToVideo(Category):
    """Videos that go on where another ends."""

    def continuation(
        self,
        *,
        prompt: str,
        video: str,
        resolution: Literal["720p", "1080p"] | None = None,
        duration: Literal[5] | None = None,
        aspect_ratio: Literal["16:9", "9:16", "4:3", "3:4", "1:1"] | None = None,
        camera_move_index: int
        | Literal[
            "orbit",
            "spin",
            "pan left",
            "pan right",
            "tilt up",
            "tilt down",
            "push in",
            "pull out",
            "static",
            "tracking",
            "others",
            "object pov",
            "super dolly in",
            "super dolly out",
            "snorricam",
            "head tracking",
            "car grip",
            "screen transition",
            "car chasing",
            "fisheye",
            "FPV drone",
            "crane over the head",
            "timelapse landscape",
            "dolly in",
            "dolly out",
            "zoom in",
            "zoom out",
            "close-up shot",
            "extreme close-up",
            "Macro shot",
            "bird's-eye view",
            "rule of thirds",
            "symmetrical composition",
            "handheld",
            "FPV shot",
            "jib up",
            "jib down",
            "Time lapse shot",
            "aerial shot",
            "low angle shot",
            "Eye-level shot",
            "diagonal composition",
            "over shoulder shot",
            "crane down",
        ]
        | None = None,
        callback: str | None = None,
        params: str | None = None,
    ) -> Task:
        """Video Continuation: Makes the 5 seconds that follow a video.

        Note:
            The output is only what follows; joining the pieces is left to the caller.
            An output of 1080p cannot be continued again, as the input must be 720p.
            The vendor publishes no client for it.

        Args:
            prompt: How the video goes on. A string.
            video: Address of the video to continue, open to the public; it must be exactly 5 seconds long
                and 720p. A string. A video (mp4), less than 200 MB, 5 to 5 seconds.
            resolution: Size of the output by its usual name; 720p is 1280x720 and takes less time, 1080p is
                1920x1080. One of '720p', '1080p'. The vendor takes '720p' when omitted.
            duration: Length of the output; there is one. 5.
            aspect_ratio: Shape of the output. One of '16:9', '9:16', '4:3', '3:4', '1:1'.
            camera_move_index: Number of a camera movement; without it the service chooses one. An integer
                at least 1 and at most 46. 1 is orbit, 2 is spin, 3 is pan left, 4 is pan right, 5 is tilt
                up, 6 is tilt down, 7 is push in, 8 is pull out, 9 is static, 10 is tracking, 11 is others,
                12 is object pov, 13 is super dolly in, 14 is super dolly out, 15 is snorricam, 16 is head
                tracking, 17 is car grip, 18 is screen transition, 19 is car chasing, 20 is fisheye, 21 is
                FPV drone, 22 is crane over the head, 23 is timelapse landscape, 24 is dolly in, 25 is dolly
                out, 26 is zoom in, 27 is zoom out, 28 is full shot, 29 is close-up shot, 30 is extreme
                close-up, 31 is Macro shot, 32 is bird's-eye view, 33 is rule of thirds, 34 is symmetrical
                composition, 35 is handheld, 36 is FPV shot, 37 is jib up, 38 is jib down, 39 is full shot,
                40 is Time lapse shot, 41 is aerial shot, 42 is low angle shot, 43 is Eye-level shot, 44 is
                diagonal composition, 45 is over shoulder shot, 46 is crane down.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 60 to 300 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:10859-10910, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:10936-10977, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:10211-10262, read 2026-11-20, not verified live; vendors.md:61, read
        2026-11-20, not verified live; conflicts.md:123-130, read 2026-11-20, not verified live;
        conflicts.md:150-189, read 2026-11-20, not verified live; conflicts.md:265-268, read 2026-11-20, not
        verified live.
        """
        from mediawright.tomoviee.operations.video_to_video.continuation import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            video=video,
            resolution=resolution,
            duration=duration,
            aspect_ratio=aspect_ratio,
            camera_move_index=camera_move_index,
            callback=callback,
            params=params,
        )

    def continuation_vendor_page(
        self,
        *,
        prompt: str,
        video: str,
        callback: str | None = None,
        params: str | None = None,
    ) -> Task:
        """Video Continuation (vendor page).

        Makes the 4 seconds that follow a video, in the form of the vendor's page.

        Note:
            Of this form only the capability and the 4 seconds are known; the parameters are taken from the
                primary form.

        Args:
            prompt: How the video goes on. A string.
            video: Address of the video to continue. A string. A video.
            callback: Address that is told when the task ends. A string.
            params: Text that comes back unchanged in the callback. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: vendors.md:61, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:10863-10864,
        read 2026-11-20, not verified live; conflicts.md:258-262, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.video_to_video.continuation_vendor_page import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            video=video,
            callback=callback,
            params=params,
        )
