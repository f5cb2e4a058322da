"""Which values of credentials are accepted, and the tokens that a mock has given out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Token


class Issuer:
    """Accepts any value of a credential, or the only one that was fixed; of a token then those that it has issued."""

    def __init__(self, fixed: Mapping[str, str]) -> None:
        """Begin without tokens; `fixed` are the only accepted values, by name."""
        self._fixed = fixed
        self._issued: set[tuple[str, str]] = set()

    def accepts(self, name: str, value: str) -> bool:
        """Whether a credential has an accepted value."""
        return value == self._fixed.get(name, value)

    def issue(self, token: Token) -> str:
        """Give out a token: the fixed one, or a new one."""
        value = self._fixed.get(token.name) or str(uuid4())
        self._issued.add((token.name, value))
        return value

    def knows(self, token: Token, value: str) -> bool:
        """Whether a token is one to accept: any, where nothing is fixed of it or of what it is fetched with."""
        free = not self._fixed.keys() & {token.name, *(needed for _, needed in token.parameters)}
        return free or (token.name, value) in self._issued or value == self._fixed.get(token.name)
