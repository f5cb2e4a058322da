# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `tasks`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright.mediaio.models.tasks.result import ResultResponse


class AsyncTasks(AsyncCategory):
    """How tasks stand."""

    async def result(
        self,
        *,
        task_id: str,
    ) -> ResultResponse:
        """Task Result: Tells how a generation task stands and, once it is done, where its files are.

        Note:
            Asking is a POST: the identifier stands in the path, and the body is {}.

        Args:
            task_id: Identifier that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:2720-2737, read 2026-11-20, not verified live; vendors.md:45, read
        2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.tasks.result import OPERATION

        return await self._call(
            OPERATION,
            task_id=task_id,
        )
