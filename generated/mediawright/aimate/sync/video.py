# Emitted from specs/aimate/apis by `make generate`. Edit the spec, not this file.

"""Operations of `video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.aimate.models.video.query import QueryResponse
    from mediawright_runtime.task import Task


class Video(Category):
    """Videos and their tasks."""

    def create(
        self,
        *,
        prompt: str,
        image_url: str | None = None,
    ) -> Task:
        """Create Video Task: Starts a video from words alone, or from words and a picture.

        Note:
            The answer comes with HTTP 201.
            The picture must be at an HTTPS address that anyone can reach.
            Several tasks may run at the same time, each with an identifier of its own.
            How long it takes depends on the prompt and on the load of the service; five minutes are advised
                as a limit.

        Args:
            prompt: What the video shows. A string of at least 1 character.
            image_url: Public HTTPS address of the picture to start from. A string. An image.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 60 to 300 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 003_6eede877449326ac.txt:15-121, read 2026-11-20, not verified live;
        003_6eede877449326ac.txt:476-497, read 2026-11-20, not verified live.
        """
        from mediawright.aimate.operations.video.create import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            image_url=image_url,
        )

    def query(
        self,
        *,
        task_id: str,
    ) -> QueryResponse:
        """Query Video Task: Tells how a video task stands and, once it is done, where its video is.

        Note:
            A task that stays pending for long may meet a busy service; wait on, or ask for the service's
                health.

        Args:
            task_id: Identifier that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 003_6eede877449326ac.txt:125-236, read 2026-11-20, not verified live;
        003_6eede877449326ac.txt:485-497, read 2026-11-20, not verified live.
        """
        from mediawright.aimate.operations.video.query import OPERATION

        return self._call(
            OPERATION,
            task_id=task_id,
        )
