"""All rules that specs are held against; each is one line in the table of its kind."""

from typing import Final

from mediawright_generator.check.rule import Rule
from mediawright_generator.check.table.answers import ANSWERS, TASKS
from mediawright_generator.check.table.changelog import CHANGELOG
from mediawright_generator.check.table.names import NAMES
from mediawright_generator.check.table.requests import ENDPOINTS, EXAMPLES, HEADERS, RULES_ACROSS_PARAMETERS
from mediawright_generator.check.table.reserved import RESERVED
from mediawright_generator.check.table.values import BOUNDS, VALUES

RULES: Final[tuple[Rule, ...]] = (
    *NAMES,
    *RESERVED,
    *VALUES,
    *BOUNDS,
    *RULES_ACROSS_PARAMETERS,
    *ENDPOINTS,
    *HEADERS,
    *TASKS,
    *ANSWERS,
    *EXAMPLES,
    *CHANGELOG,
)
