"""Checks of what surrounds calls: credentials of the environment, and hosts from which files are fetched."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mediawright_runtime.comparing import same
from mediawright_runtime.errors import HostRefusedError
from mediawright_runtime.played import client_of

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from mediawright_runtime.played import ClientClass, Subject


@contextmanager
def environment(variables: Mapping[str, str | None]) -> Generator[None]:
    """Set variables of the environment for a while; those that are None are not there."""
    before = {name: os.environ.get(name) for name in variables}
    _set(variables)
    try:
        yield
    finally:
        _set(before)


def _set(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value


def check_hosts(client_class: ClientClass, subject: Subject, allowed: Sequence[str], refused: Sequence[str]) -> None:
    """Check that a client would fetch files from these addresses, and not from those that look alike."""
    rule = client_of(client_class, subject).caller.session.host_rule()
    for is_allowed, addresses in ((True, allowed), (False, refused)):
        for address in addresses:
            try:
                rule.admit(address)
            except HostRefusedError as error:
                same(str(error), not is_allowed, expected=True)
            else:
                same(f"{address} is allowed: this", is_allowed, expected=True)
