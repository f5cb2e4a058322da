"""All rules that specs are held against; each is one line in the table of its kind."""

from typing import Final

from mediawright_generator.check.documents import Documents
from mediawright_generator.check.rule import Rule
from mediawright_generator.check.table.answers import ANSWERS, TASKS
from mediawright_generator.check.table.changelog import CHANGELOG
from mediawright_generator.check.table.hosts import CREDENTIALS, HOSTS, SECRETS
from mediawright_generator.check.table.lifecycles import LIFECYCLES
from mediawright_generator.check.table.names import NAMES
from mediawright_generator.check.table.provenance import DATES, PROVENANCE, WORDS, on_documents
from mediawright_generator.check.table.reach import PATTERNS, QUANTITIES, REACH
from mediawright_generator.check.table.records import CODES, DOCUMENTED_ANSWERS, ENVELOPES
from mediawright_generator.check.table.requests import ENDPOINTS, EXAMPLES, HEADERS, RULES_ACROSS_PARAMETERS
from mediawright_generator.check.table.reserved import RESERVED
from mediawright_generator.check.table.shared import TWINS, UNUSED
from mediawright_generator.check.table.values import BOUNDS, VALUES


def rules_with(documents: Documents) -> tuple[Rule, ...]:
    """Give all rules that can be asked: those on source documents only where these are at hand."""
    return (
        *NAMES,
        *RESERVED,
        *TWINS,
        *VALUES,
        *BOUNDS,
        *PATTERNS,
        *QUANTITIES,
        *RULES_ACROSS_PARAMETERS,
        *REACH,
        *ENDPOINTS,
        *HEADERS,
        *CREDENTIALS,
        *HOSTS,
        *TASKS,
        *LIFECYCLES,
        *ENVELOPES,
        *ANSWERS,
        *CODES,
        *EXAMPLES,
        *DOCUMENTED_ANSWERS,
        *SECRETS,
        *UNUSED,
        *PROVENANCE,
        *DATES,
        *WORDS,
        *CHANGELOG,
        *(on_documents(documents) if documents.folder else ()),
    )


RULES: Final = (*rules_with(Documents()), *on_documents(Documents()))
