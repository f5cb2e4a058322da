"""What a finished task, or a call that answers with the work itself, has brought, and the way to keep its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.outputs import Output, read_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from mediawright_runtime.declarations import Operation
    from mediawright_runtime.download import Shelf
    from mediawright_runtime.driver import AsyncDriver, Driver
    from mediawright_runtime.hosts import HostRule
    from mediawright_runtime.session import Session

__all__ = ["AsyncResult", "Found", "Output", "Result", "found_in"]

D = TypeVar("D", "Driver", "AsyncDriver")


class Found(NamedTuple):
    """What an answer has brought."""

    name: str
    """What its files are named after."""
    task_id: str | None
    outputs: tuple[Output, ...]
    answer: Mapping[str, object]


def found_in(answer: Mapping[str, object], operation: Operation[Any]) -> Found:
    """Take the work out of the answer of a call; its files are named after the call and where they lie."""
    from zlib import crc32  # noqa: PLC0415 (weight: needed only here)

    outputs = read_outputs(answer, operation.outputs, operation.output_kind)
    places = "\n".join(output.url.partition("?")[0] for output in outputs)
    return Found(f"{operation.path}-{crc32(places.encode()):08x}", None, outputs, answer)


class _Finished(Generic[D]):
    """What both kinds of result share. A pickled one keeps what it says and can no longer save."""

    __slots__ = ("_driver", "_name", "_rule", "_timeout", "data", "outputs", "task_id")

    def __init__(self, driver: D, session: Session, found: Found) -> None:
        self._driver: D | None = driver
        self._name = found.name
        self._rule: HostRule = session.host_rule()
        self._timeout = session.options.timeout
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
        return None, {**kept, "_driver": None}

    def _within(self) -> D:
        if self._driver is None:
            instead = "; use client.resume(token).result()" if self.task_id is not None else ""
            raise ConfigurationError(f"this result comes from a pickle, which holds no connection{instead}")
        return self._driver

    def _shelf(self, directory: str | PathLike[str]) -> Shelf:
        from mediawright_runtime.download import Shelf  # noqa: PLC0415 (weight: needed only to save)

        urls = tuple(output.url for output in self.outputs)
        return Shelf(Path(directory), self._name, self.task_id, urls, self._rule, self._timeout)


class Result(_Finished["Driver"]):
    """What a finished task, or a call that answers with the work itself, has brought."""

    __slots__ = ()

    def save(self, directory: str | PathLike[str]) -> tuple[Path, ...]:
        """Download every output into a directory, which is made if need be; a file appears only when it is whole.

        Raises:
            DownloadError: An output was not saved; `saved` has those before it.
        """
        from mediawright_runtime.download import save  # noqa: PLC0415 (weight: needed only to save)

        return save(self._within().http, self._shelf(directory))


class AsyncResult(_Finished["AsyncDriver"]):
    """What a finished task, or a call that answers with the work itself, has brought, for asynchronous clients."""

    __slots__ = ()

    async def save(self, directory: str | PathLike[str]) -> tuple[Path, ...]:
        """Download every output into a directory, as `Result.save` does."""
        from mediawright_runtime.download import asave  # noqa: PLC0415 (weight: needed only to save)

        return await asave(self._within().http, self._shelf(directory))
