import pytest

BODY = """api_body:
  - {name: prompt, type: string, required: true}
  - {name: ratio, wire_name: aspectRatio, type: string, keywords: [16:9, 9:16], default: 16:9}
  - {name: seed, type: integer, maximum: 99}
  - {name: app, type: string, const: boats}
  - {name: page, in: query, type: integer}
  - {name: X-Count, in: header, type: integer}
rules:
  - {when: {ratio: 16:9}, then: {seed: {present: true}}}
api_request_demo:
"""


@pytest.fixture
def told_of_example(told):
    return lambda text: [line.split(": ", 2)[2] for line in told(f"{BODY}  - {text}\n")]


def test_an_example_that_the_record_accepts(told_of_example):
    example = (
        "{query: {page: 2}, header: {x-count: 3, X-API-KEY: k}, body: {data: {prompt: <string>, seed: 7, app: boats}}}"
    )
    assert told_of_example(example) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{data: {seed: 7, app: boats}}", "the example lacks 'prompt', which every request has"),
        ("{data: {prompt: a, seed: 7}}", "the example lacks 'app', which every request has"),
        ("{data: {prompt: a, seed: 7, app: ships}}", "value 'ships' of 'app' is not its constant 'boats'"),
        ("{data: {prompt: a, seed: 100, app: boats}}", "value 100 of 'seed' is above the maximum 99"),
        ("{data: {prompt: a, seed: '7', app: boats}}", "value '7' of 'seed' is not a whole number"),
        ("{data: {prompt: , seed: 7, app: boats}}", "value None of 'prompt' is not text"),
        ("{data: {promt: a, seed: 7, app: boats}}", "key 'promt' of the example is no parameter of the operation"),
        (
            "{data: {prompt: a, seed: 7, app: boats, ratio: 16:9}}",
            "key 'ratio' of the example is no parameter of the operation",
        ),
        (
            "{data: {prompt: a, seed: 7, app: boats, aspectRatio: 4:3}}",
            "value '4:3' of 'aspectRatio' is not one of '16:9', '9:16'",
        ),
        ("{prompt: a, seed: 7, app: boats}", "the example lacks the key 'data' around its parameters"),
        ("{data: {}}", "the example has 'data' around nothing, where the body is {}"),
        ("{data: [a]}", "data ['a'] of the example is not a mapping"),
        ("[a]", "body ['a'] of the example is not a mapping"),
        (
            "{data: {prompt: a, app: boats}}",
            "leaving out 'seed' breaks rules[0], which demands present True",
        ),
    ],
)
def test_a_body_that_the_record_refuses(told_of_example, body, words):
    assert told_of_example(f"{{body: {body}}}") == [words]


def test_headers_are_read_as_their_parameter_has_them(told_of_example):
    body = "body: {data: {prompt: a, seed: 7, app: boats}}"
    assert told_of_example(f"{{header: {{X-Count: many}}, {body}}}") == [
        "value 'many' of 'X-Count' is not a whole number"
    ]
    assert told_of_example(f"{{header: {{X-Size: 1}}, {body}}}") == [
        "key 'X-Size' of the example is no parameter of the operation"
    ]


def test_a_rule_that_is_faulty_itself_is_not_held_against_examples(told):
    text = """api_body:
  - {name: size, type: string, keywords: [720P, 1080P]}
  - {name: duration, type: string, keywords: [5s, 10s]}
rules: [{when: {size: 1080P}, then: {duration: 5sec}}]
api_request_demo: [{body: {data: {size: 1080P, duration: 5s}}}]
"""
    assert [line.split(": ")[1] for line in told(text)] == ["unknown-value-in-rule"]


def test_an_example_is_not_held_against_a_record_with_a_faulty_parameter(told):
    text = """api_body:
  - {name: size, wire_nam: s, type: string}
api_request_demo: [{body: {data: {s: 1080P}}}]
"""
    assert [line.split(": ")[1] for line in told(text)] == ["unknown-key"]


def test_a_raw_body_is_no_mapping(told):
    assert (
        told("api_body: [{name: file, in: raw, type: string, required: true}]\napi_request_demo: [{body: bytes}]\n")
        == []
    )


def test_a_get_has_no_body(told):
    head = "name: Paper Boat\ncategory: text_to_video\nmethod: GET\nendpoint: /boat\n"
    found = told("api_request_demo: [{body: {a: 1}}]\n", head=head)
    assert [line.split(": ", 2)[2] for line in found] == ["the example has a body, which GET does not have"]


def test_a_faulty_parameter_hides_no_mistake_about_another(told):
    text = """api_body:
  - {name: size, type: string, keywords: [S, L], lables: {S: small}}
  - {name: ratio, type: string, keywords: [16:9]}
api_request_demo:
  - body: {data: {size: XL, ratio: 4:3}}
"""
    assert [line.split(": ")[:2] for line in told(text)] == [
        ["0.yaml:6:50", "unknown-key"],
        ["0.yaml:9:36", "example-breaks-record"],
    ]


def test_an_example_has_what_is_sent_anyway(told):
    text = """api_body:
  - {name: size, type: string, default: L, send_default: true}
api_request_demo:
  - body: {}
"""
    assert told(text) == ["0.yaml:8:11: example-breaks-record: the example lacks 'size', which every request has"]
