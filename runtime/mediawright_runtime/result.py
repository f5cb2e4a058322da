"""What a finished task has brought: the addresses of its files, and the way to keep them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from mediawright_runtime import paths
from mediawright_runtime.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from os import PathLike

    from mediawright_runtime.download import Shelf
    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.handle import Handle
    from mediawright_runtime.hosts import HostRule
    from mediawright_runtime.reading import Reading
    from mediawright_runtime.session import Session

D = TypeVar("D", "Driver", "AsyncDriver")


@dataclass(frozen=True, slots=True)
class Output:
    """One file that a task made."""

    kind: str
    """image, video, audio or file."""
    url: str
    expires_at: datetime | None = None
    """Until when the vendor keeps the file; None where it does not say."""


class _Finished(Generic[D]):
    """What both kinds of result share. A pickled one keeps what it says and can no longer save."""

    __slots__ = ("_driver", "_rule", "_timeout", "data", "outputs", "task_id")

    def __init__(self, driver: D, session: Session, handle: Handle, reading: Reading) -> None:
        self._driver: D | None = driver
        self._rule: HostRule = session.host_rule()
        self._timeout = session.options.timeout
        self.task_id = str(handle.id)
        self.outputs: tuple[Output, ...] = _outputs(handle, reading)
        """The files, in the vendor's order."""
        self.data: Mapping[str, object] = reading.answer
        """The vendor's whole answer."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(task_id={self.task_id!r}, outputs={len(self.outputs)})"

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        kept = {name: getattr(self, name) for name in _Finished.__slots__}
        return None, {**kept, "_driver": None}

    def _within(self) -> D:
        if self._driver is None:
            raise ConfigurationError(
                "this result comes from a pickle, which holds no connection; use client.resume(token).result()"
            )
        return self._driver

    def _shelf(self, directory: str | PathLike[str]) -> Shelf:
        from mediawright_runtime.download import Shelf  # noqa: PLC0415 (weight: needed only to save)

        urls = tuple(output.url for output in self.outputs)
        return Shelf(Path(directory), self.task_id, urls, self._rule, self._timeout)


class Result(_Finished["Driver"]):
    """What a finished task has brought."""

    __slots__ = ()

    def save(self, directory: str | PathLike[str]) -> tuple[Path, ...]:
        """Download every output into a directory, which is made if need be; a file appears only when it is whole.

        Raises:
            DownloadError: An output was not saved; `saved` has those before it.
        """
        from mediawright_runtime.download import save  # noqa: PLC0415 (weight: needed only to save)

        return save(self._within().http, self._shelf(directory))


class AsyncResult(_Finished["AsyncDriver"]):
    """What a finished task has brought, for asynchronous clients."""

    __slots__ = ()

    async def save(self, directory: str | PathLike[str]) -> tuple[Path, ...]:
        """Download every output into a directory, as `Result.save` does."""
        from mediawright_runtime.download import asave  # noqa: PLC0415 (weight: needed only to save)

        return await asave(self._within().http, self._shelf(directory))


def _outputs(handle: Handle, reading: Reading) -> tuple[Output, ...]:
    found = (value for path in handle.lifecycle.outputs for value in paths.read(reading.answer, path))
    urls = dict.fromkeys(value for value in found if isinstance(value, str) and value)
    return tuple(Output(handle.operation.output_kind, url) for url in urls)
