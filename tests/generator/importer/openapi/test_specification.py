"""Whole documents, clean and dirty: addresses, credentials, names, parameters, answers, and what has no place."""

import pytest

HEAD = 'openapi: 3.1.0\ninfo: {title: Studio, version: "1"}\n'
SERVER = 'servers: [{url: "https://api.studio.example/v1"}]\n'
GET = "{responses: {'200': {description: Done}}}"


def test_operations_without_an_id_are_named_by_method_and_path(brought):
    found = brought(f"{HEAD}{SERVER}paths:\n  /v1/images/{{id}}:\n    get: {GET}\n    delete: {GET}\n")
    assert {each.python_path for each in found.records.values()} == {
        "images.get_images_by_id",
        "images.delete_images_by_id",
    }


def test_operations_with_one_id_are_named_apart(brought):
    get = "{operationId: go, responses: {'200': {description: Done}}}"
    found = brought(f"{HEAD}{SERVER}paths:\n  /a:\n    get: {get}\n  /b:\n    get: {get}\n")
    assert {each.name for each in found.records.values()} == {"Get A", "Get B"}


def test_a_name_does_not_depend_on_other_operations(brought):
    one = f"{HEAD}{SERVER}paths:\n  /a:\n    get: {{operationId: go, responses: {{}}}}\n"
    two = f"{one}  /b:\n    get: {{operationId: other, responses: {{}}}}\n"
    assert "Go" in brought(one).records
    assert "Go" in brought(two).records


def test_without_servers_the_address_is_marked_as_unknown(brought):
    found = brought(f"{HEAD}paths:\n  /a:\n    get: {GET}\n")
    assert found.vendor.servers[0].url == "https://studio.example"
    assert [each.fact for each in found.vendor.review] == ["servers"]


def test_variables_of_servers_are_filled(brought):
    servers = (
        "servers:\n  - url: https://{region}.studio.example/{version}\n    variables:\n"
        "      region: {default: eu, enum: [eu, us]}\n      version: {default: v1}\n"
    )
    found = brought(f"{HEAD}{servers}paths:\n  /a:\n    get: {GET}\n")
    assert [each.url for each in found.vendor.servers] == [
        "https://eu.studio.example/v1",
        "https://us.studio.example/v1",
    ]


def test_an_operation_that_is_served_elsewhere_keeps_its_own_servers(brought):
    own = "{servers: [{url: 'https://up.studio.example/files'}], responses: {}}"
    found = brought(f"{HEAD}{SERVER}paths:\n  /a:\n    get: {GET}\n  /c:\n    get: {GET}\n  /b:\n    post: {own}\n")
    assert {each.endpoint: [one.url for one in each.servers] for each in found.records.values()} == {
        "/a": [],
        "/c": [],
        "/b": ["https://up.studio.example/files"],
    }
    assert found.lost() == []


def test_a_key_that_is_only_a_header_parameter_becomes_a_credential(brought):
    header = "{parameters: [{in: header, name: x-api-key, schema: {type: string}}], responses: {}}"
    found = brought(f"{HEAD}{SERVER}paths:\n  /a:\n    get: {header}\n")
    assert [(each.name, each.value) for each in found.vendor.api_header] == [("x-api-key", "{api_key}")]
    assert found.record.api_body == ()
    assert [each.fact for each in found.vendor.review] == ["credentials"]


@pytest.mark.parametrize(
    ("scheme", "headers", "names"),
    [
        ("{type: http, scheme: bearer}", [("Authorization", "Bearer {api_key}")], ["api_key"]),
        ("{type: apiKey, in: header, name: X-Key}", [("X-Key", "{api_key}")], ["api_key"]),
        (
            "{type: apiKey, in: header, name: Authorization, description: 'Use `Token <your key>`'}",
            [("Authorization", "Token {api_key}")],
            ["api_key"],
        ),
        (
            "{type: http, scheme: basic}",
            [("Authorization", "Basic {base64:username:password}")],
            ["username", "password"],
        ),
        ("{type: apiKey, in: cookie, name: sid}", [("Cookie", "sid={api_key}")], ["api_key"]),
    ],
)
def test_a_security_scheme_becomes_credentials(brought, scheme, headers, names):
    schemes = f"components: {{securitySchemes: {{Key: {scheme}}}}}\nsecurity: [{{Key: []}}]\n"
    found = brought(f"{HEAD}{SERVER}{schemes}paths:\n  /a:\n    get: {GET}\n")
    assert [(each.name, each.value) for each in found.vendor.api_header] == headers
    assert [each.name for each in found.vendor.credentials] == names


def test_a_key_in_the_query_is_sent_with_every_call(brought):
    schemes = "components: {securitySchemes: {Key: {type: apiKey, in: query, name: key}}}\nsecurity: [{Key: []}]\n"
    found = brought(f"{HEAD}{SERVER}{schemes}paths:\n  /a:\n    get: {GET}\n")
    assert [(each.name, each.value) for each in found.vendor.api_query] == [("key", "{api_key}")]


def test_an_operation_without_security_needs_no_credentials(brought):
    schemes = "components: {securitySchemes: {Key: {type: http, scheme: bearer}}}\nsecurity: [{Key: []}]\n"
    free = "{security: [], responses: {}}"
    found = brought(f"{HEAD}{SERVER}{schemes}paths:\n  /a:\n    get: {GET}\n  /b:\n    get: {free}\n")
    assert {each.endpoint: each.authenticated for each in found.records.values()} == {"/a": True, "/b": False}


PARAMETERS = (
    HEAD
    + SERVER
    + """\
paths:
  /things/{id}/{part}:
    parameters:
      - {in: path, name: id, required: true, schema: {type: integer}}
      - {$ref: '#/components/parameters/Limit'}
      - {$ref: '#/components/parameters/Nothing'}
    get:
      parameters:
        - {in: query, name: tags, style: form, explode: false, schema: {type: array, items: {type: string}}}
        - {in: query, name: kinds, schema: {type: array, items: {type: string}}}
        - in: query
          name: filter
          style: deepObject
          schema: {type: object, properties: {state: {type: string}}}
        - {in: cookie, name: sid, schema: {type: string}}
        - {in: query, name: old, type: integer}
      responses: {'200': {description: Done}}
components:
  parameters:
    Limit: {in: query, name: limit, schema: {type: integer, maximum: 100}}
"""
)


def test_parameters_stand_where_the_document_puts_them(brought):
    found = {each.name: each for each in brought(PARAMETERS).record.api_body}
    assert {name: each.location for name, each in found.items()} == {
        "id": "path", "limit": "query", "tags": "query", "kinds": "query", "filter_state": "query", "sid": "cookie",
        "old": "query", "part": "path",
    }  # fmt: skip
    assert (found["tags"].separator, found["kinds"].separator) == (",", None)
    assert found["filter_state"].wire_name == "filter[state]"
    assert (found["part"].type, found["part"].required) == ("string", True)


def test_a_broken_parameter_is_listed_with_its_place(brought):
    (loss,) = brought(PARAMETERS).report.lost
    assert str(loss).startswith("studio.yaml:9:9: lost: broken-reference: GET /things/{id}/{part}: ")


def test_a_query_in_a_path_is_always_sent(brought):
    found = brought(f"{HEAD}{SERVER}paths:\n  /a?kind=big:\n    get: {{operationId: big, responses: {{}}}}\n")
    assert (found.record.endpoint, found.parameter("kind")) == (
        "/a", {"in": "query", "type": "string", "const": "big"},
    )  # fmt: skip


ANSWERS = (
    HEAD
    + SERVER
    + """\
paths:
  /a:
    get:
      responses:
        '200':
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Node'}
              example: {name: root, kind: leaf, below: []}
        '404': {description: Gone}
        '429': {description: Slow down}
  /sound:
    post:
      responses: {'200': {content: {audio/mpeg: {schema: {type: string, format: binary}}}}}
components:
  schemas:
    Node:
      type: object
      properties:
        name: {type: [string, 'null']}
        kind: {type: string, enum: [leaf, branch]}
        below: {type: array, items: {$ref: '#/components/schemas/Node'}}
"""
)


def test_fields_of_answers_end_where_a_schema_comes_again(brought):
    record = brought(ANSWERS).records["Get A"]
    assert [(each.name, each.type, each.nullable) for each in record.api_response] == [
        ("name", "string", True), ("kind", "string", False), ("below", "array", False),
    ]  # fmt: skip


def test_errors_are_codes_by_their_status(brought):
    record = brought(ANSWERS).records["Get A"]
    assert [(each.http_status, each.kind) for each in record.api_code_demo] == [(404, "not_found"), (429, "rate")]


def test_a_file_as_answer_is_named_by_its_type(brought):
    assert brought(ANSWERS).records["Create Sound"].answer_type == "audio/mpeg"


def test_examples_that_keep_their_own_record_are_carried(brought):
    (demo,) = brought(ANSWERS).records["Get A"].api_request_demo
    assert demo.response[0].body == {"name": "root", "kind": "leaf", "below": ()}


def test_an_example_that_breaks_its_own_record_is_left_out_and_listed(brought):
    found = brought(
        f"""\
{HEAD}{SERVER}paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: {{type: object, properties: {{n: {{type: integer, maximum: 3}}}}}}
            examples: {{good: {{value: {{n: 2}}}}, bad: {{value: {{n: 4}}}}}}
      responses: {{}}
"""
    )
    assert [each.body for each in found.record.api_request_demo] == [{"n": 2}]
    assert found.aside() == ["example"]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("webhooks: {done: {post: {}}}\n", "webhook"),
        ("x: 1\n", None),
    ],
)
def test_what_stands_beside_operations_is_listed(brought, part, kind):
    assert brought(f"{HEAD}{SERVER}{part}paths:\n  /a:\n    get: {GET}\n").lost() == ([kind] if kind else [])


def test_two_documents_are_one_vendor(brought):
    found = brought(
        f"{HEAD}servers: [{{url: 'https://api.studio.example/make'}}]\npaths:\n  /a:\n    get: {GET}\n",
        f"{HEAD}servers: [{{url: 'https://api.studio.example/keep'}}]\npaths:\n  /b:\n    get: {GET}\n",
    )
    assert found.vendor.servers[0].url == "https://api.studio.example"
    assert {each.endpoint for each in found.records.values()} == {"/make/a", "/keep/b"}
