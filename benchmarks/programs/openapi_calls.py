"""Calls the client that was emitted for an OpenAPI document, and holds each request against that document.

Arguments: a checkout, the vendor imported there, its document, how many samples an operation has. Prints JSON.
"""

import importlib
import inspect
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
from openapi_document import Document, Operation
from openapi_judge import Sent, complaints
from openapi_samples import FILE, Sample, samples

REASONS = 400


def main(checkout: Path, vendor: str, file: Path, count: int) -> None:
    """Try each operation of the document."""
    document = Document(file)
    contract = checkout / "generated" / "mediawright" / vendor / "contract.json"
    records = json.loads(contract.read_text(encoding="utf-8"))["operations"]
    trial = Trial(document, vendor)
    for operation in document.operations():
        own = [each for each in records if belongs(each["id"], operation)]
        trial.tell("operations", operation.title)
        if not own:
            trial.tell("not called", operation.title, "the client does not have it")
        for sample in samples(document, operation, count) if own else ():
            trial.attempt(operation, own, sample)
    print(json.dumps({"counts": trial.counts, "reasons": trial.reasons[:REASONS]}))


def belongs(identity: str, operation: Operation) -> bool:
    """Tell whether a record is that of an operation, or another form of it."""
    return any(identity == each or identity.startswith(f"{each} (") for each in (operation.id, operation.title) if each)


class Trial:
    """A client under test, and what came of it."""

    def __init__(self, document: Document, vendor: str) -> None:
        self._document = document
        self._sent: list[Sent] = []
        module = importlib.import_module(f"mediawright.{vendor}")
        kinds = [getattr(module, each) for each in module.__all__ if not each.startswith("Async")]
        self._kind = next(each for each in kinds if isinstance(each, type) and hasattr(each, "with_options"))
        self._client = self._opened()
        self.counts: Counter[str] = Counter()
        self.reasons: list[str] = []

    def _opened(self) -> Any:
        names = inspect.signature(self._kind).parameters
        ours = {"base_url", "timeout", "proxy", "http_client"}
        credentials = {each: "k" for each in names if each not in ours}
        http = httpx.Client(transport=httpx.MockTransport(self._answer))
        try:
            return self._kind(**credentials, http_client=http)
        except Exception:  # noqa: BLE001 (a vendor without an address of its own asks for one)
            return self._kind(**credentials, http_client=http, base_url="https://vendor.invalid")

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self._sent.append(Sent(request.method, str(request.url), dict(request.headers), request.content))
        return httpx.Response(200, json={})

    def tell(self, what: str, where: str, reason: str = "") -> None:
        """Count something, and keep why."""
        self.counts[what] += 1
        if reason and f"{what}: {where}: {reason}" not in self.reasons:
            self.reasons.append(f"{what}: {where}: {reason}")

    def attempt(self, operation: Operation, records: list[Any], sample: Sample) -> None:
        """Make one call, by the first record that takes it."""
        if not self._is_sound(operation, sample):
            self.tell("no sample", f"{operation.title} ({sample.what})")
            return
        refusals = []
        for record in records:
            try:
                given = arguments(record, sample)
            except LookupError as error:
                refusals.append(("not called", str(error)))
                continue
            refusal = self._call(record, given)
            if self._sent:
                self._judge(operation, sample)
                return
            refusals.append(("refused", f"{record['python']}: {refusal}"))
        what, why = next((each for each in refusals if each[0] == "refused"), refusals[0])
        self.tell(what, operation.title, why)

    def _is_sound(self, operation: Operation, sample: Sample) -> bool:
        media = ((operation.body or {}).get("content") or {}).get(sample.kind) or {}
        fits = sample.kind is None or not media.get("schema") or self._document.accepts(media["schema"], sample.body)
        rows = {(each.get("in"), each.get("name")): each.get("schema") or {} for each in operation.parameters}
        return fits and all(self._document.accepts(rows[key], each) for key, each in sample.parameters.items())

    def _call(self, record: Any, given: dict[str, Any]) -> str:
        self._sent.clear()
        category, _, method = record["python"].partition(".")
        try:
            getattr(getattr(self._client, category), method)(**given)
        except Exception as error:  # noqa: BLE001 (whatever a call raises is what is told)
            return f"{type(error).__name__}: {error}"[:300]
        return "nothing was sent"

    def _judge(self, operation: Operation, sample: Sample) -> None:
        self.tell("sent", operation.title)
        found = [*complaints(self._document, operation, self._sent[0]), *lost(sample, self._sent[0])]
        self.tell("wrong" if found else "right", operation.title, "; ".join(found))


def lost(sample: Sample, sent: Sent) -> Iterator[str]:
    """Name what was given and did not arrive; most documents allow whatever else does."""
    names = [name for name, _ in parse_qsl(urlsplit(sent.url).query, keep_blank_values=True)]
    for (place, name), value in sample.parameters.items():
        there = any(each in {name, f"{name}[]"} or each.startswith(f"{name}[") for each in names)
        if place == "query" and value not in (None, [], {}) and not there:
            yield f"query {name} did not arrive"
    if "json" in str(sample.kind):
        yield from lost_of_json(sample.body, json.loads(sent.content or b"null"))
    elif isinstance(sample.body, dict) and sent.content:
        told = (name for name, value in sample.body.items() if value is not None)
        yield from (f"{name} did not arrive" for name in told if name.encode() not in sent.content)


def lost_of_json(given: Any, arrived: Any) -> Iterator[str]:
    """Name the fields that are other than they were given; null is the same as nothing."""
    if not isinstance(given, dict) or not isinstance(arrived, dict):
        if given != arrived:
            yield "another body arrived"
        return
    yield from (f"{name} did not arrive" for name in given if given[name] not in (None, arrived.get(name)))


def arguments(record: Any, sample: Sample) -> dict[str, Any]:
    """Find the keyword of each value.

    Raises:
        LookupError: The client has none for it.
    """
    rows = record["api_body"]
    by_place = {(each["in"], each["wire_name"].lower()): each for each in rows if each["in"] not in {"raw", "json"}}
    given: dict[str, Any] = {}
    for (place, name), value in sample.parameters.items():
        row = by_place.get((place, name.lower()))
        credential = {each["name"].lower() for key in ("api_header", "api_query") for each in record.get(key, ())}
        if row is not None:
            given |= stated(row, value)
        elif name.lower() not in credential | {"authorization", "content-type", "accept"}:
            raise LookupError(f"no keyword for {place} {name}")
    if sample.kind is None:
        return given
    if record["method"] == "GET":
        raise LookupError("no GET with a body")
    whole = next((each for each in rows if each["in"] in {"raw", "json"}), None)
    kind = record.get("content_type") or ("application/json" if whole is None or whole["in"] == "json" else "*/*")
    if kind != "*/*" and kind.lower() != sample.kind.partition(";")[0].strip().lower():
        raise LookupError(f"no form for {sample.kind}, but {kind}")
    if whole is not None:
        return given | {whole["python_name"]: FILE if whole["in"] == "raw" else sample.body}
    for name, value in (sample.body if isinstance(sample.body, dict) else {}).items():
        row = by_place.get(("body", name.lower()))
        if row is None:
            raise LookupError(f"no keyword for {name} of the body")
        given |= stated(row, value)
    return given


def stated(row: Any, value: Any) -> dict[str, Any]:
    """Give a keyword its value; what is always sent has none."""
    if "const" in row:
        if row["const"] != value:
            raise LookupError(f"{row['wire_name']} is always {row['const']!r}")
        return {}
    if row.get("file"):
        value = [FILE for _ in value] if isinstance(value, list) else FILE
    return {row["python_name"]: value}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
