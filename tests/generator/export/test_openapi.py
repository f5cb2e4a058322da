"""The exported document is read by other tools: openapi-spec-validator and jsonschema say what it means here."""

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from mediawright_generator.export.openapi import UnknownAlternativeError, openapi_document

IMAGE = {
    "name": "image",
    "wire_name": "imageUrl",
    "python_name": "image",
    "in": "body",
    "type": "string",
    "required": True,
    "describe": "Address of the first picture.",
    "media": {"kind": "image", "formats": ["png"], "max_megabytes": 20},
}
RESOLUTION = {
    "name": "resolution",
    "wire_name": "resolution",
    "python_name": "resolution",
    "in": "body",
    "type": "string",
    "required": False,
    "keywords": ["768P", "1080P"],
    "default": "768P",
}
DURATION = RESOLUTION | {
    "name": "duration",
    "wire_name": "duration",
    "python_name": "duration",
    "keywords": ["6s", "10s"],
    "default": "10s",
    "means": {"quantity": "duration", "unit": "seconds"},
}
TAGS = {
    "name": "tags",
    "wire_name": "tags",
    "python_name": "tags",
    "in": "body",
    "type": "array",
    "items": {"type": "string"},
    "required": False,
    "max_length": 8,
    "max_items": 2,
}
SHARED = {
    "servers": [{"url": "https://api.acme.example", "describe": "The only one."}],
    "credentials": [{"name": "api_key", "environment": "ACME_API_KEY", "required": True, "describe": "Your key."}],
    "api_header": [{"name": "X-API-KEY", "value": "{api_key}"}, {"name": "Content-Type", "value": "application/json"}],
    "body": {"key": "data"},
    "envelope": {"code": "code", "success": [0], "message": "msg"},
    "output_hosts": [],
    "notes": [],
    "rules": [],
    "api_code_demo": [
        {"code": 0, "describe": "Success."},
        {"code": 40, "kind": "invalid", "describe": "A parameter is wrong.", "action": "Correct it."},
    ],
}
CREATE = SHARED | {
    "id": 7,
    "name": "Big Model",
    "model_code": "i2v-big",
    "category": "image_to_video",
    "status": 1,
    "method": "POST",
    "endpoint": "/generation/big",
    "description": "A film from a picture.",
    "notes": ["Slow at noon."],
    "python": "image_to_video.big_model",
    "output_kind": "video",
    "task": {
        "name": "generation",
        "id": "data.task_id",
        "query": {"python": "tasks.result"},
        "states": {"ok": "succeeded"},
    },
    "api_body": [IMAGE, RESOLUTION, DURATION, TAGS],
    "rules": [{"when": {"resolution": ["1080P"]}, "then": {"duration": ["6s"]}, "describe": "Six seconds only."}],
    "api_request_demo": [
        {
            "title": "A boat",
            "body": {"data": {"imageUrl": "https://example.com/in.png", "duration": "6s"}},
            "response": [{"status": 200, "body": {"code": 0, "msg": "", "data": {"task_id": "t1"}}}],
        }
    ],
    "api_response": [{"name": "code", "type": "integer"}, {"name": "data.task_id", "type": "string"}],
    "sources": [{"document": "d.txt", "lines": "1-9", "read_on": "2026-11-20", "verified_live": False}],
}
RESULT = SHARED | {
    "name": "Result",
    "category": "tasks",
    "method": "POST",
    "endpoint": "/generation/result/{task_id}",
    "python": "tasks.result",
    "output_kind": "file",
    "api_body": [
        {
            "name": "task_id",
            "wire_name": "task_id",
            "python_name": "task_id",
            "in": "path",
            "type": "string",
            "required": True,
            "describe": "What the create answered.",
        }
    ],
    "api_request_demo": [
        {
            "path": {"task_id": "t1"},
            "body": {},
            "response": [
                {"status": 200, "body": {"code": 0, "data": {"result": [{"preview": "https://example.com/o.mp4"}]}}},
                {"status": 404, "body": {"code": 44}},
            ],
        }
    ],
    "api_response": [{"name": "code", "type": "integer"}, {"name": "data.result[].preview", "type": "string"}],
}
CREDITS = SHARED | {
    "name": "Credits",
    "category": "account",
    "method": "GET",
    "endpoint": "/credits",
    "python": "account.credits",
    "output_kind": "file",
    "api_body": [TAGS | {"name": "page", "wire_name": "page", "type": "integer", "in": "query", "minimum": 1}],
    "api_response": [{"name": "data.credits", "type": "integer"}],
}


def contract(*operations: dict[str, Any]) -> dict[str, Any]:
    return {"format": 1, "vendor": "acme", "operations": [copy.deepcopy(each) for each in operations]}


@pytest.fixture(name="document")
def the_document():
    return openapi_document(contract(CREATE, RESULT, CREDITS))


def valid(document: dict[str, Any]) -> dict[str, Any]:
    OpenAPIV31SpecValidator(json.loads(json.dumps(document))).validate()
    return document


def refuses(document: dict[str, Any], component: str, value: Any) -> bool:
    schema = {"$ref": f"#/components/schemas/{component}", "components": document["components"]}
    return not Draft202012Validator(schema).is_valid(value)


def test_the_document_is_valid(document):
    """Every tool that reads OpenAPI 3.1 can read our specs."""
    assert valid(document)["openapi"].startswith("3.1")


def test_every_operation_is_there(document):
    found = {
        (method, path, operation["operationId"])
        for path, item in document["paths"].items()
        for method, operation in item.items()
    }
    assert found == {
        ("post", "/generation/big", "image_to_video_big_model"),
        ("post", "/generation/result/{task_id}", "tasks_result"),
        ("get", "/credits", "account_credits"),
    }


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({"data": {"imageUrl": "u"}}, False),
        ({"data": {"imageUrl": "u", "resolution": "1080P", "duration": "6s"}}, False),
        ({"data": {"imageUrl": "u", "resolution": "1080P", "duration": "10s"}}, True),
        ({"data": {"imageUrl": "u", "resolution": "1080P"}}, True),
        ({"data": {"imageUrl": "u", "resolution": "4K"}}, True),
        ({"data": {"imageUrl": "u", "tags": ["a", "b"]}}, False),
        ({"data": {"imageUrl": "u", "tags": ["a", "b", "c"]}}, True),
        ({"data": {"imageUrl": "u", "tags": ["nine-char"]}}, True),
        ({"data": {"resolution": "768P"}}, True),
        ({"imageUrl": "u"}, True),
    ],
)
def test_every_constraint_is_in_the_request_schema(document, body, refused):
    assert refuses(document, "ImageToVideoBigModelRequest", body) is refused


def test_an_operation_without_body_parameters_takes_an_empty_object(document):
    assert not refuses(document, "TasksResultRequest", {})
    assert refuses(document, "TasksResultRequest", {"data": {}})


def test_what_no_validator_checks_stands_beside(document):
    wrapper = document["components"]["schemas"]["ImageToVideoBigModelRequest"]
    properties = wrapper["properties"]["data"]["properties"]
    assert properties["imageUrl"]["x-mediawright-media"] == IMAGE["media"]
    assert properties["duration"]["x-mediawright-means"] == DURATION["means"]
    assert properties["duration"]["default"] == "10s"
    operation = document["paths"]["/generation/big"]["post"]
    assert operation["summary"] == "Big Model"
    assert operation["description"] == "A film from a picture.\n\nSlow at noon."
    assert operation["tags"] == ["image_to_video"]
    assert operation["x-mediawright-id"] == 7
    assert operation["x-mediawright-model-code"] == "i2v-big"
    assert operation["x-mediawright-status"] == 1
    assert operation["x-mediawright-task"] == CREATE["task"]
    assert operation["x-mediawright-sources"] == CREATE["sources"]
    assert operation["x-mediawright-python"] == "image_to_video.big_model"
    assert "deprecated" not in operation


def test_parameters_outside_the_body(document):
    result = document["paths"]["/generation/result/{task_id}"]["post"]
    assert result["parameters"] == [
        {
            "name": "task_id",
            "in": "path",
            "required": True,
            "description": "What the create answered.",
            "schema": {"type": "string"},
            "examples": {"example_1": {"value": "t1"}},
        }
    ]
    credits_ = document["paths"]["/credits"]["get"]
    assert credits_["parameters"][0]["schema"]["minimum"] == 1
    assert "requestBody" not in credits_


def test_the_envelope_and_the_codes_are_documented(document):
    operation = document["paths"]["/generation/big"]["post"]
    assert operation["x-mediawright-codes"] == SHARED["api_code_demo"]
    description = operation["responses"]["200"]["description"]
    assert "a success when `code` is `0`" in description
    assert "- `40` (invalid): A parameter is wrong. Correct it." in description
    answer = document["components"]["schemas"]["ImageToVideoBigModelResponse"]
    assert answer["x-mediawright-envelope"] == SHARED["envelope"]
    assert set(answer["properties"]) == {"code", "data", "msg"}


def test_examples_are_the_documented_ones_and_fit(document):
    operation = document["paths"]["/generation/big"]["post"]
    request = operation["requestBody"]["content"]["application/json"]["examples"]
    assert request == {"example_1": {"summary": "A boat", "value": CREATE["api_request_demo"][0]["body"]}}
    assert not refuses(document, "ImageToVideoBigModelRequest", request["example_1"]["value"])
    answer = operation["responses"]["200"]["content"]["application/json"]["examples"]["example_1"]["value"]
    assert answer == CREATE["api_request_demo"][0]["response"][0]["body"]
    assert not refuses(document, "ImageToVideoBigModelResponse", answer)


def asked_with(place: str, *, many: bool = False) -> dict[str, Any]:
    """Make a create of whose task is asked with an id at this place."""
    taken = {"name": "task_id", "wire_name": "task_id", "in": place, "id": "data.task_id|id", "many": many}
    return CREATE | {"task": CREATE["task"] | {"query": {"python": "tasks.result", "takes": [taken]}}}


@pytest.mark.parametrize(
    ("place", "many", "link"),
    [
        ("path", False, {"parameters": {"path.task_id": "$response.body#/data/task_id"}}),
        ("query", False, {"parameters": {"query.task_id": "$response.body#/data/task_id"}}),
        ("body", False, {"requestBody": {"data": {"task_id": "$response.body#/data/task_id"}}}),
        ("body", True, {"requestBody": {"data": {"task_id": ["$response.body#/data/task_id"]}}}),
    ],
)
def test_a_create_leads_to_the_query_of_its_task(place, many, link):
    """A tool that reads the document can follow a task from its create."""
    document = valid(openapi_document(contract(asked_with(place, many=many), RESULT)))
    responses = document["paths"]["/generation/big"]["post"]["responses"]
    assert responses["200"]["links"] == {"tasks_result": {"operationId": "tasks_result", **link}}
    assert "links" not in responses["default"]


def test_a_create_leads_nowhere_where_the_query_is_not_described():
    document = valid(openapi_document(contract(asked_with("path"))))
    assert "links" not in document["paths"]["/generation/big"]["post"]["responses"]["200"]


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        ({"reason": None}, False),
        ({"reason": "Too dark."}, False),
        ({"reason": 1}, True),
        ({"data": {"files": [{"url": None, "size": 1}]}}, False),
        ({"data": {"files": [{"url": None, "size": None}]}}, True),
        ({"data": None}, True),
    ],
)
def test_null_is_an_answer_only_where_the_documents_show_it(answer, refused):
    fields = {"reason": "string", "data.files[].url": "string", "data.files[].size": "integer"}
    shown = {"reason": None, "data": {"files": [{"url": "u"}, {"url": None}]}}
    operation = CREDITS | {
        "api_response": [{"name": name, "type": type_} for name, type_ in fields.items()],
        "api_request_demo": [{"response": [{"body": shown}]}],
    }
    document = valid(openapi_document(contract(operation)))
    assert refuses(document, "AccountCreditsResponse", answer) is refused


def test_answers_stand_under_their_http_status(document):
    responses = document["paths"]["/generation/result/{task_id}"]["post"]["responses"]
    assert set(responses) == {"200", "404", "default"}
    assert "content" not in responses["default"]
    assert responses["404"]["content"]["application/json"]["examples"]["example_1"]["value"] == {"code": 44}


def test_the_key_goes_in_its_header(document):
    assert document["security"] == [{"api_key": []}]
    assert document["components"]["securitySchemes"] == {
        "api_key": {
            "type": "apiKey",
            "in": "header",
            "name": "X-API-KEY",
            "description": "Your key. Sent as `X-API-KEY: {api_key}`.",
            "x-mediawright-environment": ["ACME_API_KEY"],
        }
    }


@pytest.mark.parametrize(("value", "scheme"), [("Bearer {api_key}", "bearer"), ("Basic {api_key}", "basic")])
def test_http_authentication(value, scheme):
    headers = [{"name": "Authorization", "value": value}]
    document = valid(openapi_document(contract(CREDITS | {"api_header": headers})))
    written = document["components"]["securitySchemes"]["api_key"]
    assert (written["type"], written["scheme"]) == ("http", scheme)


def test_several_credentials_go_together_and_optional_ones_may_be_left_out():
    credentials = [{"name": "key", "required": True}, {"name": "user", "required": False}]
    headers = [{"name": "X-Key", "value": "{key}"}, {"name": "X-User", "value": "{user}"}]
    document = valid(openapi_document(contract(CREDITS | {"credentials": credentials, "api_header": headers})))
    assert document["security"] == [{"key": [], "user": []}, {"key": []}]


def test_an_optional_credential_alone_leaves_the_operation_open():
    credentials = [{"name": "user", "required": False}]
    headers = [{"name": "X-User", "value": "{user}"}]
    document = valid(openapi_document(contract(CREDITS | {"credentials": credentials, "api_header": headers})))
    assert document["security"] == [{"user": []}, {}]


def test_a_vendor_without_credentials():
    document = valid(openapi_document(contract(CREDITS | {"credentials": [], "api_header": []})))
    assert "security" not in document


def test_a_constant_header_is_a_parameter():
    headers = [{"name": "X-Version", "value": "2"}, {"name": "Content-Type", "value": "application/json"}]
    document = valid(openapi_document(contract(CREDITS | {"api_header": headers})))
    constant = document["paths"]["/credits"]["get"]["parameters"][-1]
    assert constant == {
        "name": "X-Version",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "const": "2"},
    }


def test_what_differs_from_the_first_operation_stands_at_the_operation():
    other = CREDITS | {"servers": [{"url": "https://eu.acme.example"}], "api_header": []}
    document = valid(openapi_document(contract(CREATE, other)))
    assert document["paths"]["/credits"]["get"]["servers"] == [{"url": "https://eu.acme.example"}]
    assert document["paths"]["/credits"]["get"]["security"] == []
    assert "servers" not in document["paths"]["/generation/big"]["post"]


def test_raw_bytes_are_a_binary_body():
    file = {"name": "file", "wire_name": "file", "in": "raw", "type": "string", "required": True}
    headers = [{"name": "Content-Type", "value": "application/octet-stream"}]
    document = valid(
        openapi_document(contract(RESULT | {"api_body": [file], "endpoint": "/up", "api_header": headers}))
    )
    body = document["paths"]["/up"]["post"]["requestBody"]
    assert body == {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"minLength": 1, "type": "string", "format": "binary"}}},
    }


def test_a_rule_that_reaches_beyond_the_body_stands_at_the_operation():
    rule = {"when": {"task_id": ["t0"]}, "then": {"resolution": ["768P"]}}
    operation = RESULT | {"api_body": [*RESULT["api_body"], RESOLUTION], "rules": [rule]}
    document = valid(openapi_document(contract(operation)))
    [written] = document["paths"]["/generation/result/{task_id}"]["post"]["x-mediawright-rules"]
    assert set(written) == {"if", "then"}
    assert "allOf" not in document["components"]["schemas"]["TasksResultRequest"]["properties"]["data"]


def test_operations_with_one_address_are_all_there():
    other = CREATE | {"name": "Small Model", "python": "image_to_video.small_model"}
    document = valid(openapi_document(contract(CREATE, other)))
    assert set(document["paths"]) == {"/generation/big", "/generation/big#image_to_video.small_model"}


ALTERNATIVE = CREATE | {
    "name": "Big Model (old pages)",
    "python": "image_to_video.big_model_old",
    "alternative_of": "Big Model",
    "endpoint": "/v0/big",
}


def test_alternatives_are_left_out():
    document = valid(openapi_document(contract(CREATE, ALTERNATIVE)))
    assert set(document["paths"]) == {"/generation/big"}


def test_a_named_alternative_takes_the_place_of_its_primary():
    document = valid(openapi_document(contract(CREATE, RESULT, ALTERNATIVE), ["Big Model (old pages)"]))
    assert set(document["paths"]) == {"/v0/big", "/generation/result/{task_id}"}
    assert document["paths"]["/v0/big"]["post"]["x-mediawright-alternative-of"] == "Big Model"


def test_an_unknown_alternative_is_named_with_the_known_ones():
    with pytest.raises(UnknownAlternativeError, match=r"no alternative is named 'Big'.*'Big Model \(old pages\)'"):
        openapi_document(contract(CREATE, ALTERNATIVE), ["Big"])


def test_a_vendor_without_operations():
    assert valid(openapi_document(contract()))["paths"] == {}


def test_a_record_that_says_as_little_as_it_may():
    keys = ("name", "category", "method", "endpoint", "python", "servers")
    document = valid(openapi_document(contract({key: RESULT[key] for key in keys} | {"endpoint": "/result"})))
    assert document["paths"]["/result"]["post"]["responses"]["200"]["description"] == "The answer."


def test_the_same_contract_gives_the_same_bytes(document):
    again = openapi_document(contract(CREATE, RESULT, CREDITS))
    assert json.dumps(again) == json.dumps(document)
