"""Parts of a file by `Range`, as RFC 9110 has it: one part, the whole, or none that can be had."""

from __future__ import annotations

import hashlib
import re
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING

from mediawright_mock.messages import Answer

if TYPE_CHECKING:
    from mediawright_mock.messages import Request

_ONE_PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def in_parts(request: Request, content: bytes, content_type: str, modified: float) -> Answer:
    """Answer with a file, or the part of it that is asked for; `modified` is in seconds since 1970."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    date = formatdate(modified, usegmt=True)
    headers = {"Accept-Ranges": "bytes", "ETag": etag, "Last-Modified": date}
    whole = Answer(HTTPStatus.OK, content, content_type, headers)
    asked = _ONE_PART.fullmatch(request.headers.get("range", "").strip())
    if request.method != "GET" or asked is None or not any(asked.groups()):
        return whole
    if request.headers.get("if-range", etag) not in {etag, date}:
        return whole
    return _part(whole, asked[1], asked[2])


def _part(whole: Answer, first: str, last: str) -> Answer:
    """Cut a part out; several parts in one answer are not offered, as RFC 9110 allows."""
    length = len(whole.body)
    start = int(first) if first else max(0, length - int(last))
    end = min(int(last), length - 1) if first and last else length - 1
    if first and last and int(last) < int(first):
        return whole
    if start >= length:
        none = Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", whole.content_type, whole.headers)
        return none.with_headers({"Content-Range": f"bytes */{length}"})
    part = Answer(HTTPStatus.PARTIAL_CONTENT, whole.body[start : end + 1], whole.content_type, whole.headers)
    return part.with_headers({"Content-Range": f"bytes {start}-{end}/{length}"})
