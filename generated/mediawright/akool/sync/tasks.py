# Emitted from specs/akool/apis by `make generate`. Edit the spec, not this file.

"""Operations of `tasks`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.akool.models.tasks.video_info import VideoInfoResponse


class Tasks(Category):
    """How tasks stand."""

    def video_info(
        self,
        *,
        video_model_id: str,
    ) -> VideoInfoResponse:
        """Get Video Info Result: Tells how a video task stands and, once it is done, where the video is.

        Note:
            What the vendor makes is kept for 7 days; save it before.

        Args:
            video_model_id: The _id that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 004_1fb93d04d981643c.txt:25-42, read 2026-11-20, not verified live; vendors.md:74-77, read
        2026-11-20, not verified live.
        """
        from mediawright.akool.operations.tasks.video_info import OPERATION

        return self._call(
            OPERATION,
            video_model_id=video_model_id,
        )
