"""The rules on where facts were read, on dates, and on words."""

from functools import partial
from typing import Final

from mediawright_generator.check import descriptions, documents, provenance, timing
from mediawright_generator.check.documents import Documents
from mediawright_generator.check.rule import Rule, each_record

PROVENANCE: Final = (
    Rule(
        "missing-source",
        "A fact of which nobody can say where it stands cannot be checked, nor corrected.",
        provenance.missing_source,
        severity="warning",
        fix="Add `sources`, with the document, its lines and the day it was read.",
    ),
    Rule(
        "source-without-lines",
        "Nobody reads a whole document to find one fact again.",
        provenance.source_without_lines,
        severity="warning",
        fix="Add `lines: first-last`, counted from 1.",
    ),
    Rule(
        "impossible-lines",
        "Lines that run backwards, or are no numbers, are found in no document.",
        provenance.impossible_lines,
        fix="Write `first-last`, or one number in quotes, counted from 1.",
    ),
    Rule(
        "repeated-source",
        "Of two sources that are the same, one was meant to be another.",
        provenance.repeated_source,
        severity="warning",
        fix="Remove one of the two, or correct it.",
    ),
    Rule(
        "stale-source",
        "Vendors change their services several times a year, and what was read long ago need not hold.",
        timing.stale_source,
        severity="warning",
        fix="Read the document again, correct what has changed, and write the day.",
    ),
    Rule(
        "dispute-without-alternative",
        "A dispute in which all readings agree shows no reviewer what was decided against.",
        provenance.dispute_without_alternative,
        severity="warning",
        fix="Add the other reading; allow it by name where one document is wrong by itself.",
    ),
    Rule(
        "misspelt-fact",
        "A dispute or a review about a key that is not there is found by nobody who looks at the fact.",
        provenance.misspelt_fact,
        fix="Write the way to the fact as it stands in the spec, as `api_body.duration.maximum`; or say it in words.",
    ),
    Rule(
        "unreviewed-fact",
        "A fact that was inferred, or left unknown, may be wrong until somebody has looked at it.",
        provenance.unreviewed_fact,
        severity="warning",
        fix="Look it up, correct it where it is wrong, and remove the entry from `review`.",
    ),
)

DATES: Final = (
    Rule(
        "impossible-date",
        "A date that no calendar has tells nothing of when it was.",
        timing.impossible_date,
        fix="Write the day as YYYY-MM-DD.",
    ),
    Rule(
        "reversed-dates",
        "A record that was changed before it was created has one wrong date at least.",
        each_record(timing.reversed_dates),
        fix="Correct `created_at` or `updated_at`.",
    ),
    Rule(
        "future-date",
        "Nobody has read a document on a day that has not come.",
        timing.future_date,
        severity="warning",
        fix="Write the day it was.",
    ),
)

WORDS: Final = (
    Rule(
        "missing-description",
        "Callers meet vendors, operations and parameters in their editor, and nothing there would say what they are.",
        descriptions.missing_description,
        severity="warning",
        fix="Say in a plain sentence of your own what it is.",
    ),
    Rule(
        "repeated-description",
        "Of two parameters that are described word for word alike, one has the words of the other.",
        each_record(descriptions.repeated_description),
        severity="warning",
        fix="Say what tells the two apart.",
    ),
)


def on_documents(at_hand: Documents) -> tuple[Rule, ...]:
    """Make the rules that read source documents; without any at hand they find nothing."""
    return (
        Rule(
            "unknown-document",
            "A source that is not there cannot be looked up.",
            partial(documents.unknown_document, documents=at_hand),
            severity="warning",
            fix="Name the document by its file, or add it to the folder of sources.",
        ),
        Rule(
            "lines-outside-document",
            "Nothing stands behind the last line of a document.",
            partial(documents.lines_outside_document, documents=at_hand),
            fix="Look the fact up, and write the lines where it stands.",
        ),
        Rule(
            "undocumented-server",
            "Keys go to a server, and one that no document names may be anybody's.",
            partial(documents.undocumented_server, documents=at_hand),
            severity="warning",
            fix="Write the host as the vendor's documents have it, or name the document that does.",
        ),
        Rule(
            "copied-description",
            "Facts are free to all, but the sentences of a document belong to who wrote them.",
            partial(documents.copied_description, documents=at_hand),
            severity="warning",
            fix="Say it in your own words.",
        ),
    )
