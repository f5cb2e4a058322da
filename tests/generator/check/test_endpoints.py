import pytest

HEAD = "name: Paper Boat\ncategory: text_to_video\nmethod: {}\nendpoint: {}\n"


def rules(lines):
    return [line.split(": ")[:2] for line in lines]


def test_a_misspelled_placeholder_is_one_mistake(told):
    text = "api_body: [{name: boat_id, in: path, type: string, required: true}]\n"
    assert rules(told(text, head=HEAD.format("POST", "/boat/{boat}"))) == [
        ["0.yaml:4:11", "placeholder-without-parameter"]
    ]


def test_a_lost_path_parameter_is_one_mistake(told):
    text = "api_request_demo: [{path: {boat_id: b1}}]\n"
    assert rules(told(text, head=HEAD.format("POST", "/boat/{boat_id}"))) == [
        ["0.yaml:4:11", "placeholder-without-parameter"]
    ]


def test_a_faulty_path_parameter_is_one_mistake(told):
    text = "api_body: [{name: boat_id, in: path, type: strng, required: true}]\n"
    assert rules(told(text, head=HEAD.format("POST", "/boat/{boat_id}"))) == [["0.yaml:5:44", "value-not-allowed"]]


def test_placeholders_have_wire_names(told):
    text = "api_body: [{name: boat, wire_name: boatId, in: path, type: string, required: true}]\n"
    assert told(text, head=HEAD.format("POST", "/boat/{boatId}")) == []


def test_a_brace_without_its_twin(told):
    assert rules(told("", head=HEAD.format("POST", '"/boat/{boat"'))) == [
        ["0.yaml:4:11", "placeholder-without-parameter"]
    ]


def test_a_constant_fills_a_placeholder(told):
    text = "api_body: [{name: app, in: path, type: string, const: boats}]\n"
    assert told(text, head=HEAD.format("POST", "/{app}")) == []


def test_get_takes_its_parameters_outside_the_body(told):
    text = "api_body: [{name: a, in: query, type: string}, {name: b, in: raw, type: string}]\n"
    assert rules(told(text, head=HEAD.format("GET", "/boat"))) == [["0.yaml:5:62", "body-parameter-in-get"]]


def test_a_wrong_method_is_one_mistake(told):
    text = "api_body: [{name: a, type: string}, {name: b, type: string}]\napi_request_demo: [{body: {data: {a: x}}}]\n"
    assert told(text, head=HEAD.format("GET", "/boat")) == [
        "0.yaml:3:9: body-parameter-in-get: parameters 'a', 'b' go into the body, which GET does not have"
    ]


def test_a_brace_without_its_twin_is_one_mistake(told):
    text = "api_body: [{name: boat, in: path, type: string, required: true}]\n"
    assert rules(told(text, head=HEAD.format("POST", '"/boat/{boat"'))) == [
        ["0.yaml:4:11", "placeholder-without-parameter"]
    ]


@pytest.mark.parametrize("endpoint", ["/a boat", "/boat#1", "/船", "/boat?size={size}"])
def test_an_endpoint_has_the_characters_of_a_path(told, endpoint):
    text = "api_body: [{name: size, in: path, type: string, required: true}]\n" if "{" in endpoint else ""
    assert rules(told(text, head=HEAD.format("POST", f"'{endpoint}'"))) == [["0.yaml:4:11", "malformed-endpoint"]]
