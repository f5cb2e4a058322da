"""The documented answers of an operation that are a success, by its vendor's envelope."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Record
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec.operation import ResponseDemo
from mediawright_generator.spec.vendor import Envelope
from mediawright_runtime import paths

_OK: Final = 200


def successes(record: Record) -> Iterator[tuple[Path, ResponseDemo]]:
    """Give the documented answers of an operation that are a success, with the way to each."""
    envelope = record.vendor.envelope
    for index, demo in enumerate(record.operation.api_request_demo):
        for number, answer in enumerate(demo.response):
            path = ("api_request_demo", index, "response", number)
            is_whole = record.located.complete(*path) and record.loaded.vendor.complete("envelope")
            if is_whole and answer.status // 100 == _OK // 100 and _succeeds(envelope, answer.body):
                yield path, answer


def _succeeds(envelope: Envelope, body: object) -> bool:
    code = paths.first(body, envelope.code) if envelope.code else None
    return code in envelope.success if code is not None else not (envelope.code and envelope.required)
