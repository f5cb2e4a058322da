"""Rules on headers: they can be sent, once each, and every credential in them is known."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import listed
from mediawright_runtime.request import is_header_value

CREDENTIAL: Final = re.compile(r"\{([^{}]*)\}")
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def malformed_header(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find headers that no request can have: a name with other characters, a value with line breaks or beyond ASCII."""
    for located in each_file(loaded):
        for index, header in enumerate(located.model.api_header):
            if not _NAME.fullmatch(header.name):
                place = located.place("api_header", index, "name")
                yield Finding(place, f"header name {header.name!r} has characters that none may have", "correct it")
            if not is_header_value(CREDENTIAL.sub("x", header.value)):
                what = f"value {header.value!r} of the header {header.name!r} is not printable ASCII on one line"
                yield Finding(located.place("api_header", index, "value"), what, "correct it")
        idempotency = located.model.idempotency
        if idempotency and idempotency.location == "header" and not _NAME.fullmatch(idempotency.name):
            place = located.place("idempotency", "name")
            yield Finding(place, f"header name {idempotency.name!r} has characters that none may have", "correct it")
    for located in loaded.operations:
        for at in Record(loaded, located).parameters():
            if at.parameter.location == "header" and not _NAME.fullmatch(at.parameter.wire):
                what = f"header name {at.parameter.wire!r} has characters that none may have"
                key = "name" if at.parameter.wire_name is None else "wire_name"
                yield Finding(at.place(key), what, "give it a wire_name that is one")


def repeated_header(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find headers that one file gives twice, in capitals or not."""
    for located in each_file(loaded):
        names: set[str] = set()
        for index, header in enumerate(located.model.api_header):
            if header.name.lower() in names:
                what = f"header {header.name!r} stands here again"
                yield Finding(located.place("api_header", index, "name"), what, "keep one of them")
            names.add(header.name.lower())
        key = located.model.idempotency
        names |= {header.name.lower() for header in loaded.vendor.model.api_header}
        for each in loaded.operations if located is loaded.vendor else ():
            names |= {header.name.lower() for header in each.model.api_header}
        if key and key.location == "header" and key.name.lower() in names:
            what = f"the idempotency key goes into the header {key.name!r}, which has another value already"
            yield Finding(located.place("idempotency", "name"), what, "name the header of the key")


def unknown_credential(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find headers with a placeholder that no credential fills."""
    vendor = loaded.vendor.model
    names = [*(each.name for each in vendor.credentials), *(each.name for each in vendor.tokens)]
    if not loaded.vendor.complete("credentials") or len(set(names)) < len(names):
        return
    for located in each_file(loaded):
        for index, header in enumerate(located.model.api_header):
            for name in (each for text in CREDENTIAL.findall(header.value) for each in named(text)):
                if name not in names:
                    what = f"credential {name!r} of the header {header.name!r} is not one of {listed(names)}"
                    place = located.place("api_header", index, "value")
                    yield Finding(place, what, "add it to credentials in vendor.yaml")


def named(placeholder: str) -> list[str]:
    """Name the credentials of a placeholder: itself, or those that `base64:a:b` joins."""
    return placeholder.removeprefix("base64:").split(":") if placeholder.startswith("base64:") else [placeholder]
