# Emitted from specs/doubao/apis by `make generate`. Edit the spec, not this file.

"""Operations of `video`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.doubao.models.video.list import ListResponse
    from mediawright.doubao.models.video.status import StatusResponse
    from mediawright_runtime.models import ResponseModel
    from mediawright_runtime.task import Task


class Video(Category):
    """Videos and their tasks."""

    def generate(
        self,
        *,
        prompt: str,
        image_attachment: dict[str, object] | ResponseModel | None = None,
        image_url: str | None = None,
        guest: bool | None = None,
        conversation_id: str | None = None,
        section_id: str | None = None,
    ) -> Task:
        """Generate Video: Starts a video from words alone, or from words and a picture.

        Note:
            Without image_attachment and image_url the video is made from the prompt alone.
            image_url takes precedence over image_attachment; the server downloads the picture itself.
            Several tasks may run at the same time without touching each other.
            Addresses of videos usually expire; save the files soon.

        Args:
            prompt: What the video shows. A string.
            image_attachment: The picture to start from, as files.upload answered it. An object.
            image_url: Address of the picture to start from. A string. An image.
            guest: Whether to use a guest account, with which videos may not work. True or false. The vendor
                takes False when omitted.
            conversation_id: Conversation to go on with. A string.
            section_id: Section of that conversation. A string.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.
                It usually takes 180 to 900 seconds.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: 001_47e450859633a831.txt:50-84, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:152-163, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:196-206, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:240-263, read 2026-11-20, not verified live; vendors.md:29-30, read
        2026-11-20, not verified live.
        """
        from mediawright.doubao.operations.video.generate import OPERATION

        return self._start(
            OPERATION,
            prompt=prompt,
            image_attachment=image_attachment,
            image_url=image_url,
            guest=guest,
            conversation_id=conversation_id,
            section_id=section_id,
        )

    def list(
        self,
        *,
        conversation_id: str | None = None,
    ) -> ListResponse:
        """List Tasks: Lists the video tasks that the server knows, all of them or those of one conversation.

        Note:
            A conversation that the server does not know has 0 tasks; that is no error.
            The server keeps its tasks in a file of its own.

        Args:
            conversation_id: Conversation whose tasks are listed; without it all tasks are. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 001_47e450859633a831.txt:118-128, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:246, read 2026-11-20, not verified live; vendors.md:33, read 2026-11-20,
        not verified live.
        """
        from mediawright.doubao.operations.video.list import OPERATION

        return self._call(
            OPERATION,
            conversation_id=conversation_id,
        )

    def status(
        self,
        *,
        conversation_id: str,
        message_id: str,
    ) -> StatusResponse:
        """Query Video Status: Tells how a video task stands and, once it is done, where its videos are.

        Note:
            A task stays pending until the server's first attempt, three minutes after it was created.
            A task has failed once the server has made all its attempts; see then whether its session has
                expired (auto_get_session.py fetches a new one), whether the prompt is sensible, and whether
                the network works.
            Addresses of videos usually expire; save the files soon.

        Args:
            conversation_id: One of the two identifiers that the create call answered. A string.
            message_id: The other identifier that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 001_47e450859633a831.txt:86-116, read 2026-11-20, not verified live;
        001_47e450859633a831.txt:212-263, read 2026-11-20, not verified live; vendors.md:31-32, read
        2026-11-20, not verified live.
        """
        from mediawright.doubao.operations.video.status import OPERATION

        return self._call(
            OPERATION,
            conversation_id=conversation_id,
            message_id=message_id,
        )
