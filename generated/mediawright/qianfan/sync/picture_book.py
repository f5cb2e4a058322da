# Emitted from specs/qianfan/apis by `make generate`. Edit the spec, not this file.

"""Operations of `picture_book`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.qianfan.models.picture_book.query import QueryResponse
    from mediawright.qianfan.models.picture_book.query_by_get import QueryByGetResponse
    from mediawright_runtime.task import Task


class PictureBook(Category):
    """Picture book videos."""

    def create(
        self,
        *,
        method: Literal[9, 10, "static", "dynamic"],
        content: str,
    ) -> Task:
        """Create Task: Makes a picture book video from a story or a description.

        Note:
            The caller chooses the type of book; there is no default.
            The vendor's script also sends the header X-Appbuilder-From with its own name; whether the
                service needs it is not known.
            Beside an empty content and a wrong type the documents name two messages without codes: the book
                could not be made, and the task took too long, after which one should try again later.

        Args:
            method: Type of the picture book. One of 9, 10. 9 is static, 10 is dynamic.
            content: The story, or a description of one. A string of at least 1 character.

        Returns:
            The task that was started, and is billed where the vendor bills; wait for it, or keep its token.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.
            AmbiguousSubmitError: nobody knows whether the vendor accepted the task.

        Source: vendors.md:10-17, read 2026-11-20, not verified live; 000_06a82e4095eacc32.txt:6-16, read
        2026-11-20, not verified live; 000_06a82e4095eacc32.txt:27-28, read 2026-11-20, not verified live.
        """
        from mediawright.qianfan.operations.picture_book.create import OPERATION

        return self._start(
            OPERATION,
            method=method,
            content=content,
        )

    def query(
        self,
        *,
        task_id: list[str] | str,
    ) -> QueryResponse:
        """Query Task: Tells how picture book tasks stand and, once they are done, where their videos are.

        Note:
            0, 1 and 3 all mean that the task is in progress; 2 alone means that it is done, and anything
                else that it failed.

        Args:
            task_id: Identifiers that create calls answered. A list, each a string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: vendors.md:14-17, read 2026-11-20, not verified live; 000_06a82e4095eacc32.txt:9-10, read
        2026-11-20, not verified live; 000_06a82e4095eacc32.txt:17-26, read 2026-11-20, not verified live.
        """
        from mediawright.qianfan.operations.picture_book.query import OPERATION

        return self._call(
            OPERATION,
            task_id=task_id,
        )

    def query_by_get(
        self,
        *,
        task_id: str,
    ) -> QueryByGetResponse:
        """Query Task by GET: Tells how one picture book task stands, in the form of the skill's text.

        Note:
            0, 1 and 3 all mean that the task is in progress; 2 alone means that it is done, and anything
                else that it failed.

        Args:
            task_id: Identifier that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 000_06a82e4095eacc32.txt:9-10, read 2026-11-20, not verified live;
        000_06a82e4095eacc32.txt:17-26, read 2026-11-20, not verified live; vendors.md:14, read 2026-11-20,
        not verified live.
        """
        from mediawright.qianfan.operations.picture_book.query_by_get import OPERATION

        return self._call(
            OPERATION,
            task_id=task_id,
        )
