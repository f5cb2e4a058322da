"""A mock of any vendor, driven by its contract alone: over real HTTP, or in the same process without sockets."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from mediawright_mock.contract import Contract
    from mediawright_mock.in_process import LocalMock
    from mediawright_mock.server import MockServer
    from mediawright_mock.stage import Options

__all__ = ["local", "serve"]


def serve(vendor: str | Path, *, port: int = 0, **options: Unpack[Options]) -> MockServer:
    """Make a mock of a vendor over real HTTP: `with mediawright_mock.serve("acme") as vendor:`.

    Args:
        vendor: The module's name, or a contract file.
        port: Where it listens, on 127.0.0.1; 0 is a free one.
        options: Those of `Mock`.

    Raises:
        ContractError: There is no such vendor, or its contract cannot be read.
    """
    from mediawright_mock.server import MockServer  # noqa: PLC0415 (weight: plugins are loaded by every test run)

    return MockServer(_contract(vendor), port=port, **options)


def local(vendor: str | Path, **options: Unpack[Options]) -> LocalMock:
    """Make a mock of a vendor without sockets: `mediawright_mock.local("acme").client()`.

    Args:
        vendor: The module's name, or a contract file.
        options: Those of `Mock`.

    Raises:
        ContractError: There is no such vendor, or its contract cannot be read.
    """
    from mediawright_mock.in_process import LocalMock  # noqa: PLC0415 (weight: plugins are loaded by every test run)

    return LocalMock(_contract(vendor), **options)


def _contract(vendor: str | Path) -> Contract:
    from mediawright_mock.contract import file_contract, vendor_contract  # noqa: PLC0415 (weight: as above)

    return vendor_contract(vendor) if isinstance(vendor, str) else file_contract(vendor)
