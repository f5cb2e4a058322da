"""What a finished task, or a call that answers with the work itself, has brought, and the way to keep its files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.outputs import MAX_BYTES, DownloadProgress, Output, read_outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from os import PathLike

    from mediawright_runtime.declarations import Operation
    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.session import Session
    from mediawright_runtime.steps import Steps

__all__ = ["MAX_BYTES", "AsyncResult", "DownloadProgress", "Found", "Output", "Result", "found_in"]

D = TypeVar("D", "Driver", "AsyncDriver")


class Found(NamedTuple):
    """What an answer has brought."""

    name: str
    """What its files are named after."""
    task_id: str | None
    outputs: tuple[Output, ...]
    answer: Mapping[str, object]
    handle: Handle | None = None
    """The task, which can be asked for fresh addresses; None where the call itself answered with the work."""


def found_in(answer: Mapping[str, object], operation: Operation[Any]) -> Found:
    """Take the work out of the answer of a call; its files are named after the call and where they lie."""
    from zlib import crc32  # noqa: PLC0415 (weight: needed only here)

    outputs = read_outputs(answer, operation.outputs, operation.output_kind)
    places = "\n".join(output.url.partition("?")[0] for output in outputs)
    return Found(f"{operation.path.replace('.', '-')}-{crc32(places.encode()):08x}", None, outputs, answer)


class _Finished(Generic[D]):
    """What both kinds of result share. A pickled one keeps what it says and can no longer save."""

    __slots__ = ("_name", "_work", "data", "outputs", "task_id")

    def __init__(self, driver: D, session: Session, found: Found) -> None:
        self._name = found.name
        self._work: tuple[D, Session, Handle | None] | None = (driver, session, found.handle)
        self.task_id = found.task_id
        """None where the call itself answered with the work."""
        self.outputs: tuple[Output, ...] = found.outputs
        """The files, in the vendor's order."""
        self.data: Mapping[str, object] = found.answer
        """The vendor's whole answer."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(task_id={self.task_id!r}, outputs={len(self.outputs)})"

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        kept = {name: getattr(self, name) for name in _Finished.__slots__}
        return None, {**kept, "_work": None}

    def _at_work(self) -> tuple[D, Session, Handle | None]:
        if self._work is None:
            instead = "; use client.resume(token).result()" if self.task_id is not None else ""
            raise ConfigurationError(f"this result comes from a pickle, which holds no connection{instead}")
        return self._work

    def saving(
        self,
        directory: str | PathLike[str],
        listener: Callable[[DownloadProgress], object] | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> Steps[tuple[Path, ...]]:
        """Make the flow that downloads every output."""
        from mediawright_runtime.download import Shelf, save  # noqa: PLC0415 (weight: needed only to save)

        driver, session, handle = self._at_work()
        shelf = Shelf(
            directory=Path(directory),
            name=self._name,
            outputs=self.outputs,
            rule=session.host_rule(),
            timeout=session.options.timeout,
            task_id=self.task_id,
            token=handle.token if handle else None,
            again=partial(session.result, handle) if handle else None,
            listener=listener,
            max_bytes=max_bytes,
            now=driver.now,
        )
        return save(shelf)


class Result(_Finished["Driver"]):
    """What a finished task, or a call that answers with the work itself, has brought."""

    __slots__ = ()

    def save(
        self,
        directory: str | PathLike[str],
        *,
        on_progress: Callable[[DownloadProgress], object] | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> tuple[Path, ...]:
        """Download every output into a directory, which is made if need be; a file appears only when it is whole.

        A transfer that breaks off goes on where it was, in the next call too if this one gives up, if the server can
        say that the file is still the same; else it starts anew. A saving ends when six exchanges in a row, or a minute
        of one (or the `read` timeout, if longer), bring less than 64 KiB and less than a hundredth of the file. A task
        is asked for a fresh address where one has expired.

        Args:
            directory: Where the files go. They are named after the task or the call; one of that name is replaced.
            on_progress: Receives a `DownloadProgress` as bytes come.
            max_bytes: How large one file may be.

        Raises:
            DownloadError: An output was not saved; `saved` has those before it.
            HostRefusedError: An output lies where this client does not go.
        """
        return self._at_work()[0].run(self.saving(directory, on_progress, max_bytes))


class AsyncResult(_Finished["AsyncDriver"]):
    """What a finished task, or a call that answers with the work itself, has brought, for asynchronous clients."""

    __slots__ = ()

    async def save(
        self,
        directory: str | PathLike[str],
        *,
        on_progress: Callable[[DownloadProgress], object] | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> tuple[Path, ...]:
        """Download every output into a directory, as `Result.save` does; `on_progress` may be a coroutine function."""
        return await self._at_work()[0].run(self.saving(directory, on_progress, max_bytes))
