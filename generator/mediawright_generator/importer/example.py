"""Documented examples: requests, and answers whose placeholders are no JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from mediawright_generator.importer.curl import read_curl
from mediawright_generator.importer.document import decode
from mediawright_generator.importer.facts import Refusal
from mediawright_generator.importer.remarks import Remark
from mediawright_generator.importer.shape import Demo, Sample
from mediawright_generator.spec.operation import RequestDemo, ResponseDemo
from mediawright_runtime.shapes import is_list, is_object


@dataclass(frozen=True, slots=True)
class Target:
    """What a documented request must agree with."""

    method: str
    url: str
    """The documented address, with `{name}` for path parameters."""
    headers: frozenset[str]
    """Names, in lower case, of headers that every request has."""


def read_demos(section: Demo, target: Target) -> tuple[tuple[RequestDemo, ...], tuple[Remark, ...]]:
    """Read the examples of a record; the documented answers belong to its first request."""
    requests = [_read_request(example.code_example, example.title, target) for example in section.request]
    answers = [_read_answer(sample) for sample in section.response]
    demos = tuple(read for read in requests if isinstance(read, RequestDemo))
    responses = tuple(read for read in answers if isinstance(read, ResponseDemo))
    remarks = [
        *_refused("api_request_demo.request", [each.code_example for each in section.request], requests),
        *_refused("api_request_demo.response", [each.code_example for each in section.response], answers),
    ]
    if responses and not demos:
        remarks.append(
            Remark("api_request_demo.response", repr(responses[0].body), "answers no request that can be read")
        )
    if responses and demos:
        demos = (demos[0].model_copy(update={"response": responses}), *demos[1:])
    return demos, tuple(remarks)


def _refused(field: str, texts: list[str], outcomes: list[Any]) -> Iterator[Remark]:
    for index, (text, outcome) in enumerate(zip(texts, outcomes, strict=True)):
        if isinstance(outcome, Refusal):
            yield Remark(f"{field}.{index}", text, outcome.reason)


def _read_request(text: str, title: str, target: Target) -> RequestDemo | Refusal:
    curl = read_curl(text)
    if curl is None:
        return Refusal("does not read as a curl command")
    address, _, query = curl.url.partition("?")
    path = _path_values(target.url, address)
    if path is None or curl.method != target.method:
        return Refusal(f"is not {target.method} {target.url}")
    body = None if curl.data is None else _read_json(curl.data)
    if isinstance(body, Refusal):
        return body
    headers = {name: value for name, value in curl.headers if name.lower() not in target.headers}
    values = {"title": title, "path": path, "query": dict(parse_qsl(query, keep_blank_values=True)), "header": headers}
    stated = {key: value for key, value in values.items() if value}
    return RequestDemo.model_validate(stated if curl.data is None else stated | {"body": body})


def _path_values(template: str, address: str) -> dict[str, str] | None:
    """Read the values of path parameters off an address; nothing where the address is another one."""
    names = re.findall(r"\{([^{}]+)\}", template)
    pattern = "([^/]+)".join(map(re.escape, re.split(r"\{[^{}]+\}", template)))
    match = re.fullmatch(pattern, address)
    return dict(zip(names, match.groups(), strict=True)) if match else None


def _read_answer(sample: Sample) -> ResponseDemo | Refusal | None:
    """Read one answer; the shape of any error carries no value and is left out."""
    body = _read_json(sample.code_example)
    if isinstance(body, Refusal):
        return body
    if re.fullmatch(r"[1-5]\d\d", str(sample.type)):
        return ResponseDemo(status=int(sample.type), body=body)
    return None if _is_bare(body) else Refusal("is an answer without an HTTP status")


_PLACEHOLDER = re.compile(r"<[^<>\"\n]+>")


def _is_bare(value: Any) -> bool:
    """Whether a value is made of placeholders only."""
    if is_object(value):
        return all(map(_is_bare, value.values()))
    if is_list(value):
        return all(map(_is_bare, value))
    return value in ("", None) or _PLACEHOLDER.fullmatch(str(value)) is not None


def _read_json(text: str) -> Any:
    """Read JSON, mending placeholders that lack quotes: `<string>"` and `<integer>` stand for `"<...>"`."""
    for attempt in (text, re.sub(r"(?<!\")(<[^<>\"\n]+>)\"?", r'"\1"', text)):
        try:
            return decode(attempt)
        except (ValueError, RecursionError):
            continue
    return Refusal("has a body that is not JSON")


def placeholders(demos: tuple[RequestDemo, ...], key: str | None, name: str) -> tuple[str, ...]:
    """Find what stands for a body parameter in the examples, where that is a hint in angle brackets."""
    bodies = [demo.body for demo in demos if is_object(demo.body)]
    parts = [body.get(key) if key else body for body in bodies]
    values = [part.get(name) for part in parts if is_object(part)]
    return tuple(value for value in values if isinstance(value, str) and _PLACEHOLDER.fullmatch(value))
