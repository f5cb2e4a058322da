"""Clients of a mocked vendor: ready to call, without a key and without waiting."""

from __future__ import annotations

import asyncio
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mediawright_mock.contract import ContractError
from mediawright_runtime.driver import AsyncDriver, Driver

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from mediawright_mock.contract import Contract

SECRET = "mock-credential"  # noqa: S105 (it opens nothing)
"""What no error of a vendor says: clients take their credentials out of all that they tell."""
_ASYNC = "Async"


class Hurry:
    """A clock that goes on where somebody would sleep, and takes the vendor's clock along."""

    def __init__(self, advance: Callable[[float], None]) -> None:
        """Begin now; `advance` puts the vendor's clock forward by seconds."""
        self._ahead = 0.0
        self._advance = advance

    def now(self) -> float:
        """Tell the time, in seconds since some moment."""
        return time.monotonic() + self._ahead

    def sleep(self, seconds: float) -> None:
        """Let time pass, at once."""
        self._ahead += seconds
        self._advance(seconds)

    async def asleep(self, seconds: float) -> None:
        """Let time pass, and others have their turn."""
        self.sleep(seconds)
        await asyncio.sleep(0)


def client_of(
    contract: Contract, url: str, options: dict[str, Any], closing: ExitStack, advance: Callable[[float], None]
) -> Any:
    """Make a client; `closing` is what closes it, and `advance` what its sleep does to the vendor's clock."""
    hurry = options.pop("hurry", True)
    client = closing.enter_context(_class(contract.vendor)(**_given(contract, url, options)))
    if hurry:
        clock, driver = Hurry(advance), client.caller.driver
        client.caller.driver = Driver(driver.http, clock.now, clock.sleep, driver.redaction)
    return client


def async_client_of(contract: Contract, url: str, options: dict[str, Any], advance: Callable[[float], None]) -> Any:
    """Make an asynchronous client; `advance` is as in `client_of`."""
    hurry = options.pop("hurry", True)
    client = _class(contract.vendor, _ASYNC)(**_given(contract, url, options))
    if hurry:
        clock, driver = Hurry(advance), client.caller.driver
        client.caller.driver = AsyncDriver(driver.http, clock.now, clock.asleep, driver.redaction)
    return client


def _class(vendor: str, prefix: str = "") -> Any:
    try:
        module = import_module(f"mediawright.{vendor}")
    except ModuleNotFoundError as error:
        raise ContractError(f"{vendor!r} has no client in the package mediawright; give one `base_url=`") from error
    name = next(each for each in module.__all__ if f"{_ASYNC}{each}" in module.__all__)
    return getattr(module, prefix + name)


def _given(contract: Contract, url: str, options: dict[str, Any]) -> dict[str, Any]:
    return {**dict.fromkeys(_needed(contract), SECRET), "base_url": url, **options}


def _needed(contract: Contract) -> set[str]:
    """Name what a client must be given: what is required, and the first of several sets."""
    named = {each.name for operation in contract.operations for each in operation.credentials if each.required}
    sets = next((each.credential_sets for each in contract.operations if each.credential_sets), ((),))
    return {*named, *sets[0]}
