"""All kinds of changes, by id."""

from collections.abc import Mapping
from typing import Final

from mediawright_generator.diff.rule import ChangeRule
from mediawright_generator.diff.rules.operations import OPERATIONS
from mediawright_generator.diff.rules.parameters import PARAMETERS
from mediawright_generator.diff.rules.vendors import VENDORS

CHANGE_RULES: Final[Mapping[str, ChangeRule]] = {
    rule.id: rule for rules in (VENDORS, OPERATIONS, PARAMETERS) for rule in rules
}
