"""What editors offer beside the schema itself: the meaning of closed values, and what to start a key with."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple


class Snippet(NamedTuple):
    """What an editor writes for a key; `${1:text}` is where the cursor goes."""

    label: str
    body: Any


MEANINGS: Final[Mapping[tuple[str, ...], Mapping[str, str]]] = {
    ("Parameter", "in"): {
        "body": "A key of the body.",
        "path": "A placeholder of the endpoint.",
        "query": "A key of the query.",
        "header": "A header.",
        "cookie": "A cookie.",
        "raw": "The whole body: bytes of a file, or JSON.",
    },
    ("Parameter", "type"): {
        "string": "Text.",
        "integer": "A whole number.",
        "number": "A number.",
        "boolean": "true or false.",
        "array": "A list; `items` says of what.",
        "object": "A mapping.",
        "any": "Of no type that anybody documents.",
    },
    ("ResponseCode", "kind"): {
        "auth": "The credentials are missing, wrong, or not allowed to do this.",
        "credits": "The account has too few credits.",
        "rate": "Too many calls.",
        "invalid": "A parameter is wrong.",
        "policy": "The content is not allowed.",
        "not_found": "What was asked for does not exist.",
        "vendor": "Something went wrong at the vendor.",
    },
    ("Idempotency", "on_repeat"): {
        "replay": "A repeat is answered as the first one was.",
        "reject": "A repeat is refused.",
        "unknown": "Nobody documents it.",
    },
    ("Lifecycle", "states"): {
        "queued": "Accepted, and not begun.",
        "running": "Being made.",
        "succeeded": "Done: its outputs are there.",
        "failed": "Ended without a result.",
        "cancelled": "Ended by the caller.",
        "expired": "Given up by the vendor, as it took too long.",
    },
    ("Approval", "reason"): {
        "vendor-changed": "The service does it now.",
        "spec-corrected": "The service always did, and the spec was wrong.",
    },
}
"""What closed values mean, by definition and key."""

SNIPPETS: Final[Mapping[tuple[str, str], tuple[Snippet, ...]]] = {
    ("Operation", "api_body"): (
        Snippet(
            "a text", [{"name": "${1:prompt}", "type": "string", "required": True, "describe": "${2:What it says.}"}]
        ),
        Snippet("one of several", [{"name": "${1:ratio}", "type": "string", "keywords": ["${2:16:9}"]}]),
        Snippet("a number", [{"name": "${1:count}", "type": "integer", "minimum": 1, "maximum": 4}]),
        Snippet("a picture", [{"name": "${1:image}", "type": "string", "media": {"kind": "image"}}]),
    ),
    ("Operation", "rules"): (
        Snippet(
            "a rule",
            [{"when": {"${1:mode}": "${2:fast}"}, "then": {"${3:ratio}": ["${4:16:9}"]}, "describe": "${5:Why.}"}],
        ),
    ),
    ("Operation", "api_response"): (
        Snippet("a field", [{"name": "${1:data.task_id}", "type": "string", "describe": "${2:What it says.}"}]),
    ),
    ("Operation", "api_request_demo"): (
        Snippet("a request", [{"body": {"${1:prompt}": "${2:a boat}"}, "response": [{"body": {"${3:id}": "${4:1}"}}]}]),
    ),
    ("Operation", "reserved"): (
        Snippet("a parameter", [{"parameter": "${1:name}", "since": "${2:2026-01-31}", "reason": "${3:Why.}"}]),
    ),
    ("Operation", "sources"): (
        Snippet(
            "a document", [{"document": "${1:reference.txt}", "read_on": "${2:2026-01-31}", "verified_live": False}]
        ),
    ),
    ("Vendor", "credentials"): (Snippet("a key", [{"name": "api_key", "environment": "${1:ACME_API_KEY}"}]),),
    ("Vendor", "api_header"): (
        Snippet("a bearer token", [{"name": "Authorization", "value": "Bearer {api_key}"}]),
        Snippet("a header", [{"name": "${1:X-API-KEY}", "value": "{api_key}"}]),
    ),
    ("Vendor", "envelope"): (Snippet("a code", {"code": "${1:code}", "success": [0], "message": "${2:message}"}),),
    ("Vendor", "api_code_demo"): (
        Snippet("an error", [{"code": 1, "kind": "invalid", "describe": "${1:What it means.}"}]),
    ),
    ("Vendor", "tasks"): (
        Snippet(
            "a lifecycle",
            {
                "${1:generation}": {
                    "id": "${2:data.task_id}",
                    "query": {"operation": "${3:Task Result}", "parameter": "${4:task_id}"},
                    "status": "${5:data.status}",
                    "states": {"${6:queued}": "queued", "${7:done}": "succeeded", "${8:failed}": "failed"},
                    "outputs": [{"path": "${9:data.url}", "kind": "video"}],
                }
            },
        ),
    ),
}
"""What to start a key with, by definition and key."""
