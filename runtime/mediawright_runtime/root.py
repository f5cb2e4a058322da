"""The base of emitted items of lists that have bounds; apart from the other bases, since few packages have any."""

from typing import TypeVar

from pydantic import ConfigDict, RootModel

T = TypeVar("T")


class RequestRoot(RootModel[T]):
    """An item of a list in a request; a value of another type is refused."""

    model_config = ConfigDict(strict=True, frozen=True)
