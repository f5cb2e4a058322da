"""Rules on documented answers: they are what their own record says of them."""

from collections.abc import Iterator, Mapping
from typing import Final

from mediawright_generator.check.answers import answer_without_task
from mediawright_generator.check.envelopes import unanswered_envelope
from mediawright_generator.check.fields import Names, names_of
from mediawright_generator.check.fit import Value, is_one_of, type_misfit
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.successes import successes
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import closest, listed, shown
from mediawright_generator.spec import Operation
from mediawright_generator.spec.operation import ResponseDemo, ResponseField
from mediawright_runtime import paths
from mediawright_runtime.shapes import is_list, is_object

_ALIKE: Final = 0.8
"""How alike two keys are of which one is a typing error."""
_OK: Final = 2


def answer_of_another_type(record: Record) -> Iterator[Finding]:
    """Find values in documented answers that their field's type refuses."""
    for path, value, field in _values(record):
        found = type_misfit(value, field.type) if value is not None and field.type != "any" else None
        if found:
            what = f"value {shown(value)} of the field {field.name!r} {found.what}"
            yield Finding(record.located.place(*path), what, "correct the answer, or the type of the field")
    yield from _blocked(record)


def _blocked(record: Record) -> Iterator[Finding]:
    """Find values in documented answers that cannot hold the fields which are documented below them."""
    told: set[Path] = set()
    documented = {field.name for field in _fields(record)}
    for path, answer in successes(record):
        for field in _fields(record):
            names = field.name.split(".")
            for length in range(1, len(names)):
                above = ".".join(names[:length])
                for way, value in _at(answer.body, (*path, "body"), tuple(names[:length])):
                    if above not in documented and not _holds_fields(value) and way not in told:
                        told.add(way)
                        what = f"value {shown(value)} of {above!r} cannot hold the field {field.name!r}"
                        yield Finding(record.located.place(*way), what, "correct the answer, or the field")


def _holds_fields(value: Value) -> bool:
    """Tell whether there may be fields in a value: in an object, in those of a list, or in nothing."""
    return value is None or is_object(value) or (is_list(value) and all(is_object(each) for each in value))


def answer_outside_keywords(record: Record) -> Iterator[Finding]:
    """Find values in documented answers that are none of their field's documented ones."""
    statuses = {each.status for each in record.vendor.tasks.values()}
    for path, value, field in _values(record):
        is_judged = field.keywords and value is not None and not is_list(value) and field.name not in statuses
        if is_judged and not type_misfit(value, field.type) and not is_one_of(value, field.keywords):
            what = f"value {shown(value)} of the field {field.name!r} is not one of {listed(field.keywords)}"
            yield Finding(record.located.place(*path), what, "correct the answer, or add it to the keywords")


def misspelled_answer_field(record: Record) -> Iterator[Finding]:
    """Find keys in documented answers that are nearly, and not quite, those of a field."""
    documented = {names_of(each) for each in _fields(record)}
    for path, answer in () if any(answer_without_task(record)) else successes(record):
        yield from _misspelled(record, (*path, "body"), (), answer.body, documented)


def answer_without_code(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find documented answers of a success that lack the code without which they would be an error."""
    envelope = loaded.vendor.model.envelope
    is_told = not loaded.vendor.complete("envelope") or any(unanswered_envelope(loaded))
    if not envelope.code or not envelope.required or is_told:
        return
    for located in loaded.operations:
        for path, answer in _answers(located):
            is_judged = answer.status // 100 == _OK and located.complete(*path) and is_object(answer.body)
            if is_judged and paths.first(answer.body, envelope.code) is None:
                what = f"the answer lacks {envelope.code!r}, without which it is no success"
                yield Finding(located.place(*path, "body"), what, "correct the answer, or the envelope")


def undocumented_code_in_answer(record: Record) -> Iterator[Finding]:
    """Find documented answers with a code that neither means success nor is explained."""
    envelope = record.vendor.envelope
    explained = (*record.vendor.api_code_demo, *record.operation.api_code_demo)
    known = {str(each.code) for each in explained} | {str(each) for each in envelope.success}
    is_known = record.loaded.vendor.complete("envelope") and record.loaded.vendor.complete("api_code_demo")
    for way, answer in _answers(record.located) if envelope.code and is_known else ():
        code = paths.first(answer.body, envelope.code or "")
        if code is not None and str(code) not in known and answer.status // 100 == _OK:
            what = f"code {shown(code)} of the answer is not explained"
            place = record.located.place(*way, "body", *(envelope.code or "").split("."))
            yield Finding(place, what, "explain it in api_code_demo, or correct it")


def _answers(located: Located[Operation]) -> Iterator[tuple[Path, ResponseDemo]]:
    for index, demo in enumerate(located.model.api_request_demo):
        yield from (
            (("api_request_demo", index, "response", number), each) for number, each in enumerate(demo.response)
        )


def _values(record: Record) -> Iterator[tuple[Path, Value, ResponseField]]:
    fields = [each for each in _fields(record) if not set("|@") & set(each.name)]
    codes = [each for each in fields if each.name in (record.vendor.envelope.code or "").split("|")]
    for path, answer in _whole_answers(record):
        for field in fields if any(path == each for each, _ in successes(record)) else codes:
            for way, value in _at(answer.body, (*path, "body"), tuple(field.name.split("."))):
                yield way, value, field


def _whole_answers(record: Record) -> Iterator[tuple[Path, ResponseDemo]]:
    is_whole = record.loaded.vendor.complete("envelope")
    for path, answer in _answers(record.located):
        if is_whole and answer.status // 100 == _OK and record.located.complete(*path):
            yield path, answer


def _fields(record: Record) -> tuple[ResponseField, ...]:
    own = {each.name for each in record.operation.api_response}
    shared = tuple(each for each in record.vendor.api_response if each.name not in own)
    return (*record.operation.api_response, *shared)


def _at(value: Value, path: Path, names: Names) -> Iterator[tuple[Path, Value]]:
    """Follow the name of a field into an answer, through every item of a list."""
    if not names:
        yield path, value
        return
    name = names[0].removesuffix("[]")
    if is_object(value) and name in value:
        below, way = value[name], (*path, name)
        if names[0] != name and is_list(below):
            for index, item in enumerate(below):
                yield from _at(item, (*way, index), names[1:])
        elif names[1:] or names[0] == name:
            yield from _at(below, way, names[1:])


def _misspelled(record: Record, path: Path, here: Names, value: Value, documented: set[Names]) -> Iterator[Finding]:
    if is_list(value):
        for index, item in enumerate(value):
            yield from _misspelled(record, (*path, index), here, item, documented)
    elif is_object(value):
        fields = {names[len(here)] for names in documented if len(names) > len(here) and names[: len(here)] == here}
        yield from _misspelled_keys(record, path, value, fields)
        for key, below in value.items():
            yield from _misspelled(record, (*path, key), (*here, key), below, documented)


def _misspelled_keys(record: Record, path: Path, value: Mapping[str, Value], fields: set[str]) -> Iterator[Finding]:
    lacking = sorted(fields - value.keys())
    for key in value.keys() - fields if lacking else ():
        if meant := _twin(key, lacking) or closest(key, lacking, cutoff=_ALIKE):
            what = f"key {key!r} of the answer is no documented field"
            yield Finding(record.located.key_place(*path, key), what, f"did you mean {meant!r}?")


def _twin(key: str, lacking: list[str]) -> str:
    """Find the field that differs from a key in case and separators alone."""
    return next((each for each in lacking if _plain(each) == _plain(key)), "")


def _plain(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())
