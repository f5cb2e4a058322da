# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `image_to_video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright_runtime.task import Task


class ImageToVideo(Category):
    """Videos from pictures and words."""

    def first_last_frame(
        self,
        *,
        prompt: str,
        image: str,
        image_tail: str,
        resolution: Literal["720p", "1080p"] | None = None,
        duration: Literal[5] | None = None,
        aspect_ratio: Literal["16:9", "9:16", "4:3", "3:4", "1:1", "original"] | None = None,
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
        """First-Last Frame to Video: Makes a video of 5 seconds that leads from one picture to another.

        Args:
            prompt: How the first picture becomes the last. A string.
            image: Address of the first frame; best at least 720p. A string. An image (jpg, jpeg, png,
                webp), less than 200 MB.
            image_tail: Address of the last frame; best at least 720p. A string. An image (jpg, jpeg, png,
                webp), less than 200 MB.
            resolution: Size of the output by its usual name; 720p is 1280x720 and takes less time, 1080p is
                1920x1080. One of '720p', '1080p'. The vendor takes '720p' when omitted.
            duration: Length of the output; there is one. 5.
            aspect_ratio: Shape of the output; original keeps that of the picture. One of '16:9', '9:16',
                '4:3', '3:4', '1:1', 'original'.
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

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 002_7ebea7f48f16395c.txt:3210-3295, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:3348-3464, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:3503-3554, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4093-4144, read 2026-11-20, not verified live; conflicts.md:150-182, read
        2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_video.first_last_frame import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            image=image,
            image_tail=image_tail,
            resolution=resolution,
            duration=duration,
            aspect_ratio=aspect_ratio,
            camera_move_index=camera_move_index,
            callback=callback,
            params=params,
        )

    def generate(
        self,
        *,
        prompt: str,
        image: str,
        resolution: Literal["720p", "1080p"] | None = None,
        duration: Literal[5] | None = None,
        aspect_ratio: Literal["16:9", "9:16", "4:3", "3:4", "1:1", "original"] | None = None,
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
        """Image-to-Video: Makes a video of 5 seconds from a picture and words.

        Args:
            prompt: How the picture moves and what the scene is like. A string.
            image: Address of the picture to set in motion; it must be open to the public. A string. An
                image (jpg, jpeg, png, webp), less than 200 MB.
            resolution: Size of the output by its usual name; 720p is 1280x720 and takes less time, 1080p is
                1920x1080. One of '720p', '1080p'. The vendor takes '720p' when omitted.
            duration: Length of the output; there is one. 5.
            aspect_ratio: Shape of the output; original keeps that of the picture. One of '16:9', '9:16',
                '4:3', '3:4', '1:1', 'original'.
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

        Source: 002_7ebea7f48f16395c.txt:9039-9106, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:9168-9274, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:9310-9376, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:9900-9949, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:10831-10858, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:10893-10958, read 2026-11-20, not verified live; conflicts.md:123-176, read
        2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.image_to_video.generate import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            image=image,
            resolution=resolution,
            duration=duration,
            aspect_ratio=aspect_ratio,
            camera_move_index=camera_move_index,
            callback=callback,
            params=params,
        )
