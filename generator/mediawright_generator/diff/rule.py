"""What a kind of change is: how bad it is, for what, and what the user of the client must do."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["breaking", "dangerous", "safe"]
"""Breaking asks for a major version and a reason, dangerous for a reason and a line in the changelog."""

Effect = Literal["wire", "source", "cost"]
"""Wire: a call that worked is now refused or misread; source: Python that imported and type-checked no longer does;
cost: the same call, with another price, result or timing."""


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """One kind of change: the id names it, the purpose says in a sentence what it means."""

    id: str
    purpose: str
    severity: Severity
    effects: tuple[Effect, ...]
    what: str
    """The sentence of a change, with `{subject}`, `{before}` and `{after}`."""
    todo: str
    """What the user of the client must do, with the same."""
    inverse: str
    """The rule of the change back, which may be the rule itself."""
