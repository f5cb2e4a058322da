"""Rules on error codes: each says one thing, and none asks to pay twice."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import Place, shown
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.operation import ErrorKind, ResponseCode

_STATUSES: Final = range(100, 600)
_SUCCESSES: Final = range(200, 300)
_OWN_KINDS: Final[dict[int, tuple[ErrorKind, ...]]] = {
    401: ("auth",),
    402: ("credits",),
    404: ("not_found", "invalid"),
    422: ("invalid", "policy"),
    429: ("rate", "credits"),
    500: ("vendor",),
    502: ("vendor",),
    503: ("vendor", "rate"),
    504: ("vendor",),
}
"""What HTTP itself says of a status, where it says it clearly."""


def code_with_two_meanings(record: Record) -> Iterator[Finding]:
    """Find codes to which a record gives another meaning than its vendor."""
    shared = {_identity(each): each for each in record.vendor.api_code_demo}
    for index, each in enumerate(record.operation.api_code_demo):
        other = shared.get(_identity(each))
        if other is not None and _meaning(other) != _meaning(each):
            what = f"{_named(each)} is explained in vendor.yaml already, as of kind {other.kind!r}"
            yield Finding(_place(record.located, index, each), what, "keep one of them, or make them agree")


def retried_success(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes that mean success and ask to send the call again."""
    success = [str(each) for each in loaded.vendor.model.envelope.success]
    for located, index, each in _codes(loaded):
        key = "retries" if each.retries else "refused" if each.refused else ""
        if key and each.code is not None and str(each.code) in success and loaded.vendor.complete("envelope"):
            what = f"code {each.code!r} means success, and {key} would send the call again"
            yield Finding(located.place("api_code_demo", index, key), what, f"remove {key}")


def impossible_http_status(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find HTTP statuses that no answer has."""
    yield from _impossible_callback_status(loaded)
    for located, index, each in _codes(loaded):
        if each.http_status is not None and each.http_status not in _STATUSES:
            what = f"no answer has the HTTP status {each.http_status}"
            yield Finding(located.place("api_code_demo", index, "http_status"), what, "write one from 100 to 599")
    for located in loaded.operations:
        for index, demo in enumerate(located.model.api_request_demo):
            for number, answer in enumerate(demo.response):
                if answer.status not in _STATUSES:
                    place = located.place("api_request_demo", index, "response", number, "status")
                    yield Finding(place, f"no answer has the HTTP status {answer.status}", "write one from 100 to 599")


def _impossible_callback_status(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find callbacks that wait for an HTTP status which no answer has."""
    callback = loaded.vendor.model.callback
    if callback and callback.repeated_until is not None and callback.repeated_until not in _SUCCESSES:
        place = loaded.vendor.place("callback", "repeated_until")
        what = f"nobody answers a callback that was received with HTTP {callback.repeated_until}"
        yield Finding(place, what, "write one from 200 to 299")


def code_without_number(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find explanations of neither a code nor an HTTP status."""
    for located, index, each in _codes(loaded):
        if each.code is None and each.http_status is None and located.complete("api_code_demo", index):
            place = located.place("api_code_demo", index)
            yield Finding(place, f"nothing is named that means {shown(each.describe)}", "add code or http_status")


def kind_unlike_http_status(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find kinds of errors that contradict what HTTP says of their status."""
    for located, index, each in _codes(loaded):
        is_again = each.http_status in [other.http_status for other in located.model.api_code_demo[:index]]
        if each.code is not None or each.http_status is None or each.kind is None or is_again:
            continue
        fitting = _OWN_KINDS.get(each.http_status, (each.kind,))
        if each.http_status in _SUCCESSES or each.kind not in fitting:
            says = "success" if each.http_status in _SUCCESSES else " or ".join(map(repr, fitting))
            what = f"kind {each.kind!r} of HTTP {each.http_status}, which means {says}"
            yield Finding(located.place("api_code_demo", index, "kind"), what, "correct the kind or the status")


def retry_without_idempotency_key(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes on which a paid create is sent again, though no key tells the vendor that it is the same one."""
    for located, index, each in _codes(loaded):
        creates = [each.model for each in loaded.operations if each is located or located is loaded.vendor]
        bare = any(is_paid(one) and not (one.idempotency or loaded.vendor.model.idempotency) for one in creates)
        if bare and each.retries and not each.refused:
            what = f"{_named(each)} sends a paid create again, and no idempotency key is documented"
            remedy = "remove retries, or allow it where the vendor itself says to send it again"
            yield Finding(located.place("api_code_demo", index, "retries"), what, remedy)


def is_paid(operation: Operation) -> bool:
    """Tell whether a call makes something that the vendor may bill, as the runtime does."""
    return operation.task is not None or bool(operation.outputs) or "_to_" in operation.category


def _codes(loaded: LoadedVendor) -> Iterator[tuple[Located[Vendor] | Located[Operation], int, ResponseCode]]:
    for located in each_file(loaded):
        for index, each in enumerate(located.model.api_code_demo):
            yield located, index, each


def _identity(each: ResponseCode) -> tuple[str | None, int | None]:
    return (None, each.http_status) if each.code is None else (str(each.code), None)


def _meaning(each: ResponseCode) -> tuple[object, ...]:
    """Give what decides what a code means; the words beside a status of HTTP may differ."""
    return each.kind, each.retries, each.refused, None if each.code is None else each.describe


def _named(each: ResponseCode) -> str:
    return f"HTTP status {each.http_status}" if each.code is None else f"code {each.code!r}"


def _place(located: Located[Operation], index: int, each: ResponseCode) -> Place:
    return located.place("api_code_demo", index, "http_status" if each.code is None else "code")
