"""Rules on words: whatever a caller meets says what it is, and not what something else is."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load import LoadedVendor

_FEW_WORDS: Final = 5
"""Words below which two parameters may well be described alike."""


def missing_description(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find vendors, operations and parameters that do not say what they are."""
    vendor = loaded.vendor
    if not vendor.model.description.strip() and vendor.complete("description") and vendor.complete():
        yield Finding(vendor.place("description"), "the vendor has no description", "say in a sentence what it makes")
    for located in loaded.operations:
        if not located.model.description.strip() and located.complete():
            what = f"operation {located.model.name!r} has no description"
            yield Finding(located.place("description"), what, "say in a sentence what it does")
        for at in Record(loaded, located).parameters():
            if not at.parameter.describe.strip():
                what = f"parameter {at.parameter.name!r} has no description"
                yield Finding(at.place("describe"), what, "say in a sentence what it is, as `describe: ...`")


def repeated_description(record: Record) -> Iterator[Finding]:
    """Find parameters with the words of an earlier one of the same operation."""
    first: dict[str, str] = {}
    for at in record.parameters():
        text = " ".join(at.parameter.describe.lower().split())
        earlier = first.setdefault(text, at.parameter.name)
        if earlier != at.parameter.name and len(text.split()) >= _FEW_WORDS:
            what = f"parameter {at.parameter.name!r} is described as {earlier!r} is, word for word"
            yield Finding(at.place("describe"), what, "say what tells them apart")
