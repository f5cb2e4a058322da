"""Ways of authentication, as contracts declare them."""

import json
from base64 import b64encode

import pytest

from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock

JSON = {"content-type": "application/json"}
PAIR = [
    {"name": "api_key", "environment": "A", "required": True},
    {"name": "client_id", "environment": "B", "required": True},
    {"name": "client_secret", "environment": "C", "required": True},
]
TOKEN = {
    "name": "token",
    "operation": "Get Token",
    "python": "account.get_token",
    "parameters": {"clientId": "client_id", "clientSecret": "client_secret"},
    "answer": "token",
    "expired": [1101],
}


@pytest.fixture(name="nova")
def vendor_with_sets(acme):
    """A key, or two credentials that fetch a token."""
    shared = {
        "credentials": PAIR,
        "credential_sets": [["api_key"], ["client_id", "client_secret"]],
        "tokens": [TOKEN],
        "api_header": [
            {"name": "X-API-KEY", "value": "{api_key}"},
            {"name": "Authorization", "value": "Bearer {token}"},
        ],
        "envelope": {"code": "code", "success": [1000], "message": "msg"},
        "api_code_demo": [
            {"code": 1009, "kind": "auth", "describe": "No permission."},
            {"code": 1101, "kind": "auth", "describe": "The token has expired."},
        ],
        "body": {},
    }
    get_token = acme.credits | shared | {
        "name": "Get Token",
        "endpoint": "/getToken",
        "python": "account.get_token",
        "authenticated": False,
        "api_body": [acme.parameter(name, required=True) for name in TOKEN["parameters"]],
        "api_response": [{"name": "token", "type": "string"}],
    }  # fmt: skip
    return acme.credits | shared, get_token


def ask(mock, path="/user/credits", body=None, **headers):
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return json.loads(mock.answer(Request("POST", path, (), JSON | given, json.dumps(body or {}).encode())).body)


def get_token(mock, given="s"):
    return ask(mock, "/getToken", {"clientId": "i", "clientSecret": given})


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"x_api_key": "k"}, 1000),
        ({"authorization": "Bearer anything"}, 1000),
        ({"x_api_key": "k", "authorization": "Bearer t"}, 1000),
        ({}, 1009),
        ({"x_api_key": ""}, 1009),
        ({"x_api_key": "", "authorization": "Bearer t"}, 1000),
        ({"authorization": "Bearer "}, 1101),
        ({"authorization": "anything"}, 1101),
    ],
)
def test_any_complete_way_leads_in(nova, read_contract, headers, code):
    assert ask(Mock(read_contract(*nova)), **headers)["code"] == code


def test_the_token_operation_needs_no_credentials_in_headers(nova, read_contract):
    answer = get_token(Mock(read_contract(*nova)))
    assert answer["code"] == 1000
    assert len(answer["token"]) == 36


def test_with_fixed_credentials_only_issued_tokens_are_accepted(nova, read_contract):
    mock = Mock(read_contract(*nova), credentials={"client_secret": "s"})
    assert ask(mock, authorization="Bearer anything")["code"] == 1101
    assert get_token(mock, "wrong")["code"] == 1009
    token = get_token(mock)["token"]
    assert ask(mock, authorization=f"Bearer {token}")["code"] == 1000
    assert ask(mock, x_api_key="any")["code"] == 1000


def test_a_fixed_token_is_the_one_that_is_issued(nova, read_contract):
    mock = Mock(read_contract(*nova), credentials={"token": "T"})
    assert get_token(mock)["token"] == "T"
    assert ask(mock, authorization="Bearer T")["code"] == 1000
    assert ask(mock, authorization="Bearer U")["code"] == 1101


def _basic(text):
    return {"authorization": f"Basic {b64encode(text.encode()).decode()}"}


COLONS = _basic("key:secret:with:colons") | {"x_app_key": "key"}


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (_basic("key:secret") | {"x_app_key": "key"}, 0),
        (COLONS, 0),
        (_basic("key:secret"), 374),
        (_basic("key:") | {"x_app_key": "key"}, 374),
        (_basic(":secret") | {"x_app_key": "key"}, 374),
        (_basic("key") | {"x_app_key": "key"}, 374),
        ({"authorization": "Basic !!!", "x_app_key": "key"}, 374),
        ({"authorization": "Basic key:secret", "x_app_key": "key"}, 374),
        ({"x_app_key": "key"}, 374),
    ],
)
def test_basic_authentication_is_opened(acme, read_contract, headers, code):
    basic = acme.credits | {
        "credentials": [{"name": name, "environment": "A", "required": True} for name in ("app_key", "app_secret")],
        "api_header": [
            {"name": "X-App-Key", "value": "{app_key}"},
            {"name": "Authorization", "value": "Basic {base64:app_key:app_secret}"},
        ],
    }
    assert ask(Mock(read_contract(basic)), **headers)["code"] == code
    fixed = Mock(read_contract(basic), credentials={"app_secret": "secret:with:colons"})
    assert ask(fixed, **headers)["code"] == (0 if headers == COLONS else 374)


@pytest.mark.parametrize(("headers", "code"), [({}, 0), ({"x_user_id": "u"}, 0), ({"x_user_id": ""}, 374)])
def test_an_optional_credential_may_be_missing_and_not_wrong(acme, read_contract, headers, code):
    optional = acme.credits | {
        "credentials": [{"name": "user_id", "environment": "A", "required": False}],
        "api_header": [{"name": "X-User-ID", "value": "{user_id}"}],
    }
    assert ask(Mock(read_contract(optional)), **headers)["code"] == code


def test_a_vendor_without_credentials_asks_for_none(acme, read_contract):
    assert ask(Mock(read_contract(acme.credits | {"credentials": [], "api_header": []})))["code"] == 0


def test_a_constant_header_is_asked_for_beside_credentials(acme, read_contract):
    constant = acme.credits | {"api_header": [*acme.credits["api_header"], {"name": "X-From", "value": "docs"}]}
    mock = Mock(read_contract(constant))
    assert ask(mock, x_api_key="k")["code"] == 490
    assert ask(mock, x_api_key="k", x_from="docs")["code"] == 0
