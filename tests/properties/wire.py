"""Requests written from the record alone, and a transport that ends in a mock of this process."""

import json
from urllib.parse import parse_qsl, quote, urlsplit

from contracts import headers

from mediawright_mock.messages import AT_ONCE, Request
from mediawright_runtime.recorder import Answer


class UnwritableError(Exception):
    """A value cannot stand where its parameter goes."""


def written(record, params):
    """Write the request that a caller's keywords stand for, whether or not they are allowed."""
    places = {"body": {}, "path": {}, "query": {}, "raw": {}}
    for each in record["api_body"]:
        name = each["python_name"]
        if "const" in each:
            places[each["in"]][each["wire_name"]] = each["const"]
        elif name in params or each.get("send_default"):
            value = params.get(name, each.get("default"))
            places[each["in"]][each["wire_name"]] = [value] if _is_one_id(each, value) else value
    known = {each["python_name"] for each in record["api_body"]}
    has_body = record["method"] in {"POST", "PUT", "PATCH"}
    is_raw = any(each["in"] == "raw" for each in record["api_body"])
    places["body" if has_body and not is_raw else "query"] |= {name: params[name] for name in params.keys() - known}
    path = record["endpoint"]
    if path.count("{") > len(places["path"]):
        raise UnwritableError(path)
    for name, value in places["path"].items():
        if value in {"", ".", ".."}:
            raise UnwritableError(value)
        path = path.replace("{" + name + "}", quote(_text(value), safe=""))
    return Request(
        record["method"],
        path,
        tuple((name, _text(value)) for name, value in places["query"].items()),
        {name.lower(): value for name, value in headers(record).items()},
        next(iter(places["raw"].values()), b"") if is_raw else _body(record, places) if has_body else b"",
    )


def _is_one_id(parameter, value):
    """Whether the id of one task stands in place of a list of them, as the contract allows."""
    return parameter.get("single", False) and isinstance(value, str)


def _body(record, places):
    key = record.get("body", {}).get("key")
    body = {key: places["body"]} if key and places["body"] else places["body"]
    return json.dumps(body).encode()


def _text(value):
    text = value if isinstance(value, str) else json.dumps(value)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnwritableError(text) from error
    return text


def parsed(method, url, sent_headers, content):
    """Read what a client handed to its transport, as a server would."""
    parts = urlsplit(url)
    query = tuple(parse_qsl(parts.query, keep_blank_values=True))
    lower = {name.lower(): value for name, value in sent_headers.items()}
    return Request(method, parts.path, query, lower, content or b"", f"{parts.scheme}://{parts.netloc}")


class Transport:
    """The shape of httpx, with a mock behind it."""

    def __init__(self, mock):
        self.mock = mock
        self.requests = []
        self.delivery = AT_ONCE

    def request(self, method, url, *, content, headers, **_):
        self.requests.append(parsed(method, url, headers, content))
        answer = self.mock.answer(self.requests[-1])
        self.delivery = answer.delivery
        return Answer(answer.body, answer.status, {"Content-Type": answer.content_type, **answer.headers})

    def close(self):
        """Nothing is open."""


class AsyncTransport(Transport):
    """The asynchronous form."""

    async def request(self, method, url, **options):
        return super().request(method, url, **options)

    async def aclose(self):
        """Nothing is open."""


def kind(record, answer):
    """Tell what an answer is by the record: None for a success, else the documented kind of error."""
    body = json.loads(answer.body)
    envelope = record["envelope"]
    code = next((body[name] for name in envelope.get("code", "").split("|") if name in body), None)
    if answer.status < 400 and (code in envelope.get("success", ()) or code is None):
        return None
    errors = [each for each in record.get("api_code_demo", ()) if each.get("kind")]
    of_code = (each["kind"] for each in errors if code is not None and each.get("code") == code)
    of_status = (each["kind"] for each in errors if each.get("http_status") == answer.status)
    return next(of_code, None) or next(of_status, None) or body["error"]
