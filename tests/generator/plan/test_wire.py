"""Requests as plain data."""

from mediawright_generator.plan.wire import request_of

OPERATION = {
    "method": "POST",
    "endpoint": "/boats",
    "api_header": [],
    "api_body": [],
    "credentials": [{"name": "key"}, {"name": "token"}],
    "credential_sets": [["key"], ["token"]],
    "tokens": [],
    "authenticated": True,
    "body": {},
    "python": "boats.make",
}


def parameter(name, place="body", **facts):
    return {"name": name, "wire_name": name, "in": place, "type": "string", "required": False, **facts}


def test_of_headers_alike_the_last_that_can_be_filled_is_sent():
    headers = [
        {"name": "Authorization", "value": "Bearer {token}"},
        {"name": "authorization", "value": "Key {key}"},
    ]
    operation = {**OPERATION, "api_header": headers}

    assert request_of(operation, {}, ["token"])["headers"]["Authorization"] == "Bearer test-token"
    assert request_of(operation, {}, ["key"])["headers"]["authorization"] == "Key test-key"
    assert "Authorization" not in request_of(operation, {}, ["key", "token"])["headers"]


def test_any_method_with_parameters_of_a_body_has_a_body():
    bare = {**OPERATION, "method": "DELETE"}

    assert request_of(bare, {})["body"] is None
    assert request_of({**bare, "api_body": [parameter("ids")]}, {})["body"] == {}


def test_a_form_lists_fields_and_files_by_name():
    rows = [
        parameter("image", file=True, format="binary"),
        parameter("scans", file=True, format="binary", type="array"),
        parameter("prompt"),
    ]
    operation = {**OPERATION, "api_body": rows, "content_type": "multipart/form-data"}
    body = request_of(operation, {"image": b"\xff\xd8", "scans": [b"a", b"b"], "prompt": "x"})["body"]

    assert body == [
        ["image", "image", "application/octet-stream", "\ufffd\ufffd"],
        ["prompt", "", "", "x"],
        ["scans", "scans", "application/octet-stream", "a"],
        ["scans", "scans", "application/octet-stream", "b"],
    ]


def test_what_is_no_file_is_not_sent_as_one():
    rows = [parameter("image", file=True, format="binary")]
    operation = {**OPERATION, "api_body": rows, "content_type": "multipart/form-data"}

    assert request_of(operation, {"image": 7})["body"] == []
