"""Rules on words: whatever a caller meets says what it is, and not what something else is."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.load import LoadedVendor

_TO_BE_SAID: Final = re.compile(r"(to ?do|tbd|fixme|xxx|n/?a|\?+|-+|\.+|…)[.:!]?", re.IGNORECASE)
"""What stands where somebody meant to write later."""
_FEW_WORDS: Final = 5
"""Words below which two parameters may well be described alike."""


def missing_description(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find vendors, operations and parameters that do not say what they are."""
    vendor = loaded.vendor
    if _is_empty(vendor.model.description) and vendor.complete("description") and vendor.complete():
        yield Finding(vendor.place("description"), "the vendor has no description", "say in a sentence what it makes")
    for name, category in vendor.model.categories.items():
        if _is_empty(category.describe) and vendor.complete("categories", name):
            what = f"category {name!r} has no description"
            yield Finding(vendor.place("categories", name, "describe"), what, "say in a sentence what is in it")
    for located in loaded.operations:
        if _is_empty(located.model.description) and located.complete():
            what = f"operation {located.model.name!r} has no description"
            yield Finding(located.place("description"), what, "say in a sentence what it does")
        for at in Record(loaded, located).parameters():
            if _is_empty(at.parameter.describe):
                what = f"parameter {at.parameter.name!r} has no description"
                yield Finding(at.place("describe"), what, "say in a sentence what it is, as `describe: ...`")
    yield from _fields_without(loaded)


def _fields_without(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find fields of answers that do not say what they are, in files whose other fields do."""
    for located in each_file(loaded):
        fields = located.model.api_response
        bare = [index for index, each in enumerate(fields) if _is_empty(each.describe)]
        for index in bare if len(bare) < len(fields) or len(bare) == 1 else ():
            if located.complete("api_response", index):
                what = f"field {fields[index].name!r} has no description"
                place = located.place("api_response", index, "describe")
                yield Finding(place, what, "say in a sentence what it is, as `describe: ...`")


def _is_empty(text: str) -> bool:
    """Tell whether nothing is said, or only that something is to be said."""
    return not text.strip() or _TO_BE_SAID.fullmatch(text.strip()) is not None


def repeated_description(record: Record) -> Iterator[Finding]:
    """Find parameters with the words of an earlier one of the same operation."""
    first: dict[str, str] = {}
    for at in record.parameters():
        text = " ".join(at.parameter.describe.lower().split())
        earlier = first.setdefault(text, at.parameter.name)
        if earlier != at.parameter.name and len(text.split()) >= _FEW_WORDS:
            what = f"parameter {at.parameter.name!r} is described as {earlier!r} is, word for word"
            yield Finding(at.place("describe"), what, "say what tells them apart")
