"""Rules on envelopes: what tells a success stands in answers, and is of the type that they have."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.fields import Fields
from mediawright_generator.check.fit import type_misfit
from mediawright_generator.check.rule import Finding, each_file
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import closest, shown
from mediawright_runtime.shapes import is_object

_SUCCESS: Final = re.compile(r"success|succeed|\bok\b|成功", re.IGNORECASE)


def unanswered_envelope(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find envelopes that read a key which no answer of the vendor has."""
    envelope = loaded.vendor.model.envelope
    fields = _of_all(loaded)
    inferred = any(each.fact.partition(".")[0] == "envelope" for each in loaded.vendor.model.review)
    is_whole = loaded.vendor.complete("envelope")
    for key in ("code", "message", "trace_id") if is_whole else ():
        place = getattr(envelope, key)
        is_judged = place and (loaded.vendor.model.api_response or _is_nearly_known(place, fields))
        if key == "message" and inferred:
            continue  # errors tell it, of which records list no fields
        if is_judged and all(fields.unknown(each) for each in place.split("|")):
            what = f"no documented answer has anything at {place!r}"
            yield Finding(loaded.vendor.place("envelope", key), what, "correct the place, or document the field")


def success_without_value(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find envelopes that name a code and no value of it that is a success, or the other way round."""
    envelope = loaded.vendor.model.envelope
    if bool(envelope.code) != bool(envelope.success) and loaded.vendor.complete("envelope"):
        lacking = "success" if envelope.code else "code"
        what = f"the envelope lacks {lacking}, without which no answer is told from an error"
        yield Finding(loaded.vendor.place("envelope"), what, f"add {lacking}")


def success_of_another_type(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find values of success that no code equals, because codes are of another type."""
    envelope = loaded.vendor.model.envelope
    if envelope.code is None or not loaded.vendor.complete("envelope"):
        return
    names = envelope.code.split("|")
    fields = [field for each in each_file(loaded) for field in each.model.api_response if field.name in names]
    types = {field.type for field in fields} - {"any"}
    for index, value in enumerate(envelope.success):
        if types and all(type_misfit(value, each) for each in types):
            what = f"success {shown(value)} is never equal to {envelope.code!r}, which is of type {min(types)!r}"
            yield Finding(loaded.vendor.place("envelope", "success", index), what, "write it as answers have it")


def unexplained_success(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find values of success that no code explains, though another one is explained as success."""
    envelope, codes = loaded.vendor.model.envelope, loaded.vendor.model.api_code_demo
    told = [each for each in codes if each.kind is None and _SUCCESS.search(each.describe)]
    harmless = [each.code for each in told if each.code is not None]
    explained = {str(each.code) for each in codes}
    is_judged = harmless and loaded.vendor.complete("envelope") and loaded.vendor.complete("api_code_demo")
    if is_judged and envelope.success and not explained & {*map(str, envelope.success)}:
        what = f"no code explains success {shown(envelope.success[0])}, but {shown(harmless[0])} is explained as one"
        yield Finding(loaded.vendor.place("envelope", "success", 0), what, "write the code that means success")


def code_of_another_type(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find explained codes that are a text where answers have a number, or the other way round."""
    envelope = loaded.vendor.model.envelope
    names = (envelope.code or "").split("|")
    fields = [field for each in each_file(loaded) for field in each.model.api_response if field.name in names]
    types = {field.type for field in fields} - {"any"}
    for located in each_file(loaded) if types and not any(success_of_another_type(loaded)) else ():
        for index, each in enumerate(located.model.api_code_demo):
            if each.code is not None and all(type_misfit(each.code, one) for one in types):
                what = f"code {each.code!r} is never equal to {envelope.code!r}, which is of type {min(types)!r}"
                yield Finding(located.place("api_code_demo", index, "code"), what, "write it as answers have it")


def _is_nearly_known(place: str, fields: Fields) -> bool:
    """Tell whether answers have a key with nearly this name."""
    keys = {name for names in fields.by_names for name in names}
    keys |= {key for body in fields.bodies if is_object(body) for key in body}
    return any(closest(each.rpartition(".")[2], keys, cutoff=0.7) for each in place.split("|"))


def _of_all(loaded: LoadedVendor) -> Fields:
    """Gather what any answer of a vendor has, errors too."""
    names = [field for each in each_file(loaded) for field in each.model.api_response]
    demos = (demo for each in loaded.operations for demo in each.model.api_request_demo)
    by_names = {tuple(field.name.replace("[]", "").split(".")): field for field in names}
    return Fields(by_names, tuple(answer.body for demo in demos for answer in demo.response))
