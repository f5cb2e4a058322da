"""Literals as emitted code spells them: calls with the arguments that are there."""

_ABSENT: tuple[object, ...] = ("", (), {})


def spell(name: str, /, **arguments: object) -> str:
    """Spell a call with keyword arguments given as values, without those that are absent."""
    given = {key: value for key, value in arguments.items() if value is not None and value not in _ABSENT}
    return f"{name}({', '.join(f'{key}={value!r}' for key, value in given.items())})"


class Spelled(str):
    """Text that is already an expression."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Stand as it is."""
        return str(self)
