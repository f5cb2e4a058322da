"""Rules on names and values that are told apart by their spelling alone."""

from collections.abc import Iterator

from mediawright_generator.check.rule import Finding, ParameterAt, Record
from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec.naming import class_name


def confusable_parameter(record: Record) -> Iterator[Finding]:
    """Find parameters whose names on the wire differ from an earlier one in case and separators alone."""
    first: dict[tuple[str, str], ParameterAt] = {}
    for at in record.parameters():
        plain = "".join(each for each in at.parameter.wire.lower() if each.isalnum())
        earlier = first.setdefault((at.parameter.location, plain), at).parameter
        if earlier.wire != at.parameter.wire and earlier.python_keyword != at.parameter.python_keyword:
            key = "wire_name" if at.parameter.wire_name is not None else "name"
            what = f"parameter {at.parameter.wire!r} differs from {earlier.wire!r} in its spelling alone"
            yield Finding(at.place(key), what, "remove the one that the vendor does not have")


def keyword_in_two_cases(at: ParameterAt) -> Iterator[Finding]:
    """Find keywords that differ from an earlier one in their case alone."""
    for path, values in (("keywords",), at.parameter.keywords), (("items", "keywords"), _of_items(at)):
        first: dict[str, object] = {}
        for index, value in enumerate(values):
            earlier = first.setdefault(value.lower(), value) if isinstance(value, str) else value
            if earlier != value:
                what = f"keyword {value!r} differs from {earlier!r} in its case alone"
                yield Finding(at.place(*path, index), what, "keep the one that the vendor accepts")


def blank_keyword(at: ParameterAt) -> Iterator[Finding]:
    """Find keywords that are empty, or have blanks at their ends."""
    for path, values in (("keywords",), at.parameter.keywords), (("items", "keywords"), _of_items(at)):
        for index, value in enumerate(values):
            if isinstance(value, str) and (not value or value != value.strip()):
                what = f"keyword {value!r} is empty, or has blanks at its ends"
                yield Finding(at.place(*path, index), what, "write it without them, or remove it")


def colliding_files(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find operations whose emitted files, or the classes of whose categories, would have one name."""
    files: dict[str, str] = {}
    classes: dict[str, str] = {}
    for located in loaded.operations:
        operation = located.model
        if not (located.complete("category") and located.complete("name")):
            continue
        method = operation.python_path
        earlier = files.setdefault(method.replace(".", "_").lower(), method)
        if earlier != method:
            what = f"files of {method!r} would have the names of those of {earlier!r}"
            place = located.place("python_name" if operation.python_name else "name")
            yield Finding(place, what, "give the operation another python_name")
        other = classes.setdefault(class_name(operation.category), operation.category)
        if other != operation.category:
            what = f"category {operation.category!r} has the class name of {other!r}"
            yield Finding(located.place("category"), what, "name one of them otherwise")


def _of_items(at: ParameterAt) -> tuple[object, ...]:
    return at.parameter.items.keywords if at.parameter.items else ()
