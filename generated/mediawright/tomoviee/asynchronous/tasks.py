# Emitted from specs/tomoviee/apis by `make generate`. Edit the spec, not this file.

"""Operations of `tasks`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright.tomoviee.models.tasks.result import ResultResponse


class AsyncTasks(AsyncCategory):
    """How tasks stand."""

    async def result(
        self,
        *,
        task_id: str,
    ) -> ResultResponse:
        """Task Result: Tells how a task stands and, once it has succeeded, where its files are.

        Note:
            One address serves the tasks of all capabilities.
            After status 4 the prompt and the input are worth a look; after 6 a new task, or the vendor's
                support.
            An answer also has wsid, priority, position and wait_time; what they hold is not documented.

        Args:
            task_id: Identifier that the create call answered. A string.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: vendors.md:55, read 2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:3433-3464, read
        2026-11-20, not verified live; 002_7ebea7f48f16395c.txt:3267-3269, read 2026-11-20, not verified
        live; 002_7ebea7f48f16395c.txt:3497, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4413-4424, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:4443-4465, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:5100-5103, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7156-7192, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:7909-7911, read 2026-11-20, not verified live;
        002_7ebea7f48f16395c.txt:10911-10943, read 2026-11-20, not verified live; conflicts.md:99-104, read
        2026-11-20, not verified live; conflicts.md:198-222, read 2026-11-20, not verified live.
        """
        from mediawright.tomoviee.operations.tasks.result import OPERATION

        return await self._call(
            OPERATION,
            task_id=task_id,
        )
