"""Which values of credentials are accepted, and the tokens that a mock has given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_mock.chance import Chance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.declarations import Token


class Issuer:
    """Accepts any value of a credential, or the only one that was fixed; of a token then those that it has issued."""

    def __init__(self, fixed: Mapping[str, str], chance: Chance | None = None) -> None:
        """Begin without tokens; `fixed` are the only accepted values, by name."""
        self._fixed = fixed
        self._chance = chance or Chance()
        self._seen: dict[str, str] = {}
        self._issued: set[tuple[str, str]] = set()

    def accepts(self, name: str, value: str) -> bool:
        """Whether a credential has an accepted value."""
        accepted = value == self._fixed.get(name, value)
        if accepted:
            self._seen[name] = value
        return accepted

    def known(self) -> Mapping[str, str]:
        """Say which credentials callers have used, and which are fixed."""
        return {**self._seen, **self._fixed}

    def restart(self) -> None:
        """Forget what was issued and seen."""
        self._issued.clear()
        self._seen.clear()

    def issue(self, token: Token) -> str:
        """Give out a token: the fixed one, or a new one."""
        value = self._fixed.get(token.name) or self._chance.new_id()
        self._issued.add((token.name, value))
        return value

    def knows(self, token: Token, value: str) -> bool:
        """Whether a token is one to accept: any, where nothing is fixed of it or of what it is fetched with."""
        free = not self._fixed.keys() & {token.name, *(needed for _, needed in token.parameters)}
        return free or (token.name, value) in self._issued or value == self._fixed.get(token.name)
