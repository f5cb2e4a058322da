"""One entry of the vendor's data file, as a record."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mediawright_generator.importer.answer import read_answer, read_codes
from mediawright_generator.importer.example import Target, placeholders, read_demos
from mediawright_generator.importer.parameter import ReadParameter, read_parameter, read_rules, with_loose_conditions
from mediawright_generator.importer.prose import has_figures
from mediawright_generator.importer.remarks import Remark
from mediawright_generator.importer.shape import DocParameter, Entry, unknown_keys
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.operation import Header, RequestDemo, ResponseField, Source
from mediawright_generator.spec.parameter import Location


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record, and what could not be placed in it."""

    operation: Operation
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no record can be made of an entry."""

    key: str
    rule: str
    what: str
    remedy: str


def find_faults(entry: Entry, vendor: Vendor) -> tuple[Fault, ...]:
    """Tell what of an entry has no place in this vendor's specs."""
    faults: list[Fault] = []
    if _path(entry.endpoint, vendor) is None:
        servers = ", ".join(server.url for server in vendor.servers)
        what = f"{entry.endpoint!r} is not an address below {servers}"
        faults.append(Fault("endpoint", "foreign-endpoint", what, "correct it or add the server to vendor.yaml"))
    if not slug(entry.name):
        what = f"the name {entry.name!r} has no letter or digit to name a file by"
        faults.append(Fault("name", "name-without-slug", what, "give it a name in Latin letters"))
    if not re.match(r"[a-z]", _category(entry, vendor)):
        what = f"the title {entry.category.title!r} does not name a category"
        faults.append(Fault("api_body", "title-without-category", what, "list it under a category of vendor.yaml"))
    return tuple(faults)


def read_record(entry: Entry, vendor: Vendor, source: Source) -> ReadRecord:
    """Put what an entry without faults says under the keys of a record.

    Raises:
        pydantic.ValidationError: the entry says what no record can say.
    """
    path = _path(entry.endpoint, vendor) or ""
    demos, unread_demos = read_demos(entry.api_request_demo, _target(entry, vendor, path))
    parameters = with_loose_conditions(tuple(_parameter(row, entry, vendor, demos) for row in entry.category.rows))
    fields, unread_fields = read_answer(entry.api_response.rows, vendor, entry.name)
    headers, unread_headers = _headers(entry, vendor)
    stated = entry.model_dump(include={"id", "name", "model_code", "status", "method", "title", "description"})
    values = stated | {
        "category": _category(entry, vendor),
        "endpoint": path,
        "task": _task(entry.name, fields, vendor),
        "api_header": headers,
        "api_body": tuple(each.parameter for each in parameters),
        "rules": read_rules(parameters),
        "api_request_demo": demos,
        "api_response": fields,
        "api_code_demo": read_codes(entry.api_code_demo.rows, vendor),
        "sources": (source,),
        "created_at": entry.created_at and entry.created_at.isoformat(),
        "updated_at": entry.updated_at and entry.updated_at.isoformat(),
    }
    operation = Operation.model_validate({key: value for key, value in values.items() if value not in (None, "", ())})
    of_parameters = (remark for each in parameters for remark in each.remarks)
    remarks = (*unread_headers, *of_parameters, *unread_demos, *unread_fields, *_left_out(entry))
    return ReadRecord(operation, remarks)


def _path(endpoint: str, vendor: Vendor) -> str | None:
    """Take the server off an address; an address that is a path already stays."""
    heads = ("", *(server.url for server in vendor.servers))
    tails = (endpoint.removeprefix(head) for head in heads if endpoint.startswith(f"{head}/"))
    return next((tail for tail in tails if not re.search(r"[?#\s]", tail)), None)


def _category(entry: Entry, vendor: Vendor) -> str:
    title = entry.category.title
    listed = (name for name, category in vendor.categories.items() if title in category.titles)
    return next(listed, slug(title))


def _target(entry: Entry, vendor: Vendor, path: str) -> Target:
    server = entry.endpoint.removesuffix(path) or vendor.servers[0].url
    return Target(entry.method, server + path, frozenset(header.name.lower() for header in vendor.api_header))


def _parameter(row: DocParameter, entry: Entry, vendor: Vendor, demos: tuple[RequestDemo, ...]) -> ReadParameter:
    location = _location(row.name, entry)
    hints = placeholders(demos, vendor.body.key, row.name) if location == "body" else ()
    return read_parameter(row, location, hints)


def _location(name: str, entry: Entry) -> Location:
    if f"{{{name}}}" in entry.endpoint:
        return "path"
    return "query" if entry.method == "GET" else "body"


def _headers(entry: Entry, vendor: Vendor) -> tuple[tuple[Header, ...], tuple[Remark, ...]]:
    """Read the headers beside the vendor's; a vendor's credential is described here by prose."""
    always = {header.name.lower(): header.value for header in vendor.api_header}
    rows = [row for row in entry.api_header.rows if "{" not in always.get(row.name.lower(), "")]
    own = [row for row in rows if row.value != always.get(row.name.lower())]
    literal = [row for row in own if re.fullmatch(r"[^\s{}]+", row.value)]
    prose = (row for row in own if row not in literal)
    return (
        tuple(Header(name=row.name, value=row.value) for row in literal),
        tuple(Remark(f"api_header.{row.name}", row.value, "is not the value of a header") for row in prose),
    )


def _task(name: str, fields: tuple[ResponseField, ...], vendor: Vendor) -> str | None:
    """Tell which lifecycle an operation starts: the one whose identifier it answers without being its query."""
    answered = {field.name for field in fields}
    tasks = vendor.tasks.items()
    return next((key for key, task in tasks if task.id in answered and task.query.operation != name), None)


def _left_out(entry: Entry) -> Iterator[Remark]:
    """Yield what stands under keys without a place: unknown ones, contents, captions with figures, more examples."""
    for field, value in unknown_keys(entry):
        yield Remark(field, json.dumps(value, ensure_ascii=False), "stands under a key that no record has")
    if entry.content is not None:
        yield Remark("content", json.dumps(entry.content, ensure_ascii=False), "stands under a key that no record has")
    for field, text in _captions(entry):
        if has_figures(text):
            yield Remark(field, text, "no pattern reads")
    if entry.api_code_demo.request not in ((), entry.api_request_demo.request):
        texts = (example.code_example for example in entry.api_code_demo.request)
        yield from (Remark("api_code_demo.request", text, "is an example among the codes") for text in texts)


def _captions(entry: Entry) -> Iterator[tuple[str, str]]:
    sections: dict[str, Any] = {key: getattr(entry, key) for key in type(entry).model_fields if key.startswith("api_")}
    for key, section in sections.items():
        yield from ((f"{key}.title", section.title), (f"{key}.describe", section.describe))
    yield "api_body.category.describe", entry.category.describe
