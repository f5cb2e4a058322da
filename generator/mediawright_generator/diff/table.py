"""All kinds of changes, by id."""

from collections.abc import Mapping
from typing import Final

from mediawright_generator.diff.rule import ChangeRule
from mediawright_generator.diff.rules.answers import ANSWERS
from mediawright_generator.diff.rules.callbacks import CALLBACKS
from mediawright_generator.diff.rules.conditions import CONDITIONS
from mediawright_generator.diff.rules.credentials import CREDENTIALS
from mediawright_generator.diff.rules.headers import HEADERS
from mediawright_generator.diff.rules.limits import LIMITS
from mediawright_generator.diff.rules.media import MEDIA
from mediawright_generator.diff.rules.operations import OPERATIONS
from mediawright_generator.diff.rules.parameters import PARAMETERS
from mediawright_generator.diff.rules.places import PLACES
from mediawright_generator.diff.rules.tasks import TASKS
from mediawright_generator.diff.rules.values import VALUES
from mediawright_generator.diff.rules.vendors import VENDORS

_SUBJECTS: Final = (
    VENDORS,
    CREDENTIALS,
    HEADERS,
    OPERATIONS,
    PARAMETERS,
    VALUES,
    LIMITS,
    MEDIA,
    CONDITIONS,
    TASKS,
    PLACES,
    CALLBACKS,
    ANSWERS,
)

CHANGE_RULES: Final[Mapping[str, ChangeRule]] = {rule.id: rule for rules in _SUBJECTS for rule in rules}
