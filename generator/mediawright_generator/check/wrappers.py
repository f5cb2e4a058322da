"""The rule that a vendor wraps bodies as its documented requests do."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding
from mediawright_generator.load import LoadedVendor
from mediawright_runtime.shapes import is_object

_FEWEST: Final = 3
"""Operations whose examples must agree before the vendor's key is what is wrong."""


def body_unlike_examples(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find the key around parameters that no documented body has, or that all have and vendor.yaml does not name."""
    key, bodies = loaded.vendor.model.body.key, list(_bodies(loaded))
    if len(bodies) < _FEWEST or not loaded.vendor.complete("body"):
        return
    shared = set[str].intersection(*bodies)
    if key is not None and all(key not in body for body in bodies):
        what = f"no documented body has the key {key!r} around its parameters"
        yield Finding(loaded.vendor.place("body", "key"), what, "write the key that requests have")
    elif key is None and len(shared) == 1 and all(body == shared for body in bodies) and not _is_named(loaded, shared):
        wrapper = next(iter(shared))
        what = f"every documented body has {wrapper!r} around its parameters, and `body` does not say so"
        yield Finding(loaded.vendor.place(), what, f"add `body: {{key: {wrapper}}}`")


def _bodies(loaded: LoadedVendor) -> Iterator[set[str]]:
    """Give the keys of the first documented body of each operation that has parameters in it."""
    for located in loaded.operations:
        has_any = any(each.location == "body" for each in located.model.api_body)
        bodies = (demo.body for demo in located.model.api_request_demo if has_any)
        body = next((each for each in bodies if is_object(each) and each), None)
        if body is not None:
            yield set(body)


def _is_named(loaded: LoadedVendor, names: set[str]) -> bool:
    return any(each.wire in names for located in loaded.operations for each in located.model.api_body)
