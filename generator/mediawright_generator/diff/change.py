"""One change of the contract, told to someone who uses the client."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from mediawright_generator.diff.rule import ChangeRule, Effect, Severity
from mediawright_generator.diff.table import CHANGE_RULES
from mediawright_generator.problems import Place

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, from what to what, where, and what follows for the user of the client."""

    vendor: str
    operation: str
    """The identity: the record's id where it has one, else its name; empty for what all operations share."""
    python: str
    """The operation as a client offers it, `category.method`; empty for what all operations share."""
    rule: str
    pointer: str
    """The fact by names, as `api_body/duration/keywords`; never by indexes."""
    before: Any
    """The JSON value that was; none for what is new."""
    after: Any
    """The JSON value that is; none for what is gone."""
    place: Place
    """Where to look in the newer files; of what is gone, what held it."""
    what: str
    """One sentence."""
    todo: str
    """What the user of the client must do; empty where there is nothing to do."""

    @property
    def _line(self) -> ChangeRule:
        return CHANGE_RULES[self.rule]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self._line.severity

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What it affects."""
        return self._line.effects

    @property
    def fingerprint(self) -> str:
        """Name the change by what it says, whatever the wording and the lines: 12 hexadecimal digits."""
        said = [self.rule, self.vendor, self.operation, self.pointer, self.before, self.after]
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
