"""What a person is asked on a terminal, where no flag gave it."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Reader = Callable[[str], object]
"""Reads an answer; raises ValueError with what to give instead."""


class MissingError(Exception):
    """What must be known was not given, and there is nobody to ask; the message names the flags."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Gives what flags say, and asks for the rest where that is possible."""

    given: Mapping[str, str | None]
    """What flags say, by their names without the dashes."""
    can_ask: bool
    """Whether somebody sits at a terminal."""
    missing: list[str] = field(default_factory=list[str])
    """Flags that must be given, as far as they are known by now."""

    def need(self, flag: str, question: str, default: str = "", read: Reader = str) -> str:
        """Have what must be known; an empty text where it is missing.

        Raises:
            ValueError: What the flag says cannot be read.
        """
        said = self.given.get(flag)
        if said is not None:
            return _read(flag, said, read)
        if self.can_ask:
            return _asked(question, default, read, optional=False)
        if not default:
            self.missing.append(f"--{flag}")
        return default

    def may(self, flag: str, question: str, read: Reader = str, empty: str = "if unknown") -> str:
        """Have what may stay unknown: an empty text then."""
        said = self.given.get(flag)
        if said is not None:
            return _read(flag, said, read)
        return _asked(f"{question}; empty {empty}", "", read, optional=True) if self.can_ask else ""

    def settle(self) -> None:
        """Go on only if nothing is missing.

        Raises:
            MissingError: Something is.
        """
        if self.missing:
            flags = " and ".join(filter(None, (", ".join(self.missing[:-1]), self.missing[-1])))
            raise MissingError(f"there is no terminal to ask on; give {flags}")


def _read(flag: str, said: str, read: Reader) -> str:
    try:
        read(said)
    except ValueError as problem:
        raise ValueError(f"--{flag} {said!r}: {problem}") from None
    return said


def _asked(question: str, default: str, read: Reader, *, optional: bool) -> str:
    """Ask until the answer can be read; the question goes to stderr, as results go to stdout."""
    while True:
        _say(f"{question}{f' [{default}]' if default else ''}: ")
        answer = input().strip() or default
        if not answer and optional:
            return ""
        try:
            read(answer)
        except ValueError as problem:
            _say(f"  {problem}\n")
            continue
        if answer:
            return answer


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
