import pytest


def rules(lines):
    return [line.split(": ")[:2] for line in lines]


@pytest.mark.parametrize("value", ["a\\nb", "é", " padded "])
def test_a_value_is_one_that_can_be_sent(told, value):
    found = told(f'api_header: [{{name: X-Boat, value: "{value}"}}]\n')
    assert rules(found) == [["0.yaml:5:36", "malformed-header"]]


def test_a_value_may_hold_credentials(told):
    assert told('api_header: [{name: X-Boat, value: "Bearer {api_key}"}]\n') == []


def test_a_header_parameter_is_a_header(told):
    found = told("api_body: [{name: X Boat, in: header, type: string}]\n")
    assert rules(found) == [["0.yaml:5:19", "malformed-header"]]
