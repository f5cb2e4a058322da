"""Headers with placeholders, filled for one client."""

from base64 import b64decode

import pytest

from mediawright_runtime.header import derived, fill, fill_all, names

DECLARED = (("X-API-KEY", "{api_key}"), ("X-User", "{user_id}"), ("Content-Type", "application/json"))


def _ready(headers, values, tokens=(), *, bare=False):
    return fill_all(headers, values, tokens, bare=bare).ready


@pytest.mark.parametrize(
    ("template", "needs"),
    [
        ("application/json", set()),
        ("{api_key}", {"api_key"}),
        ("Basic {base64:app_key:app_secret}", {"app_key", "app_secret"}),
        ("{a}:{b}", {"a", "b"}),
        ("{base64:a}", {"a"}),
    ],
)
def test_a_template_names_what_it_needs(template, needs):
    assert names(template) == needs


def test_a_value_is_not_read_as_a_template():
    assert fill("{a} {b}", {"a": "{b}", "b": "2"}) == "{b} 2"


def test_basic_authentication_is_the_base64_of_both_secrets_with_a_colon():
    value = fill("Basic {base64:key:secret}", {"key": "k\u00e9y", "secret": "s:3"})
    assert b64decode(value.removeprefix("Basic ")).decode() == "k\u00e9y:s:3"


def test_a_header_is_left_out_where_a_credential_is_missing():
    assert _ready(DECLARED, {"api_key": "k"}) == {"X-API-KEY": "k", "Content-Type": "application/json"}
    assert _ready((("Authorization", "Basic {base64:a:b}"),), {"a": "1"}) == {}


def test_the_later_of_two_alike_stays_where_it_can_be_filled():
    headers = (("Authorization", "Bearer {key}"), ("authorization", "Basic {base64:a:b}"))
    assert _ready(headers, {"key": "k"}) == {"Authorization": "Bearer k"}
    assert _ready(headers, {"key": "k", "a": "1", "b": "2"}) == {"authorization": "Basic MToy"}


def test_a_bare_operation_has_no_header_with_a_placeholder():
    assert _ready(DECLARED, {"api_key": "k", "user_id": "u"}, ["token"], bare=True) == {
        "Content-Type": "application/json"
    }


def test_what_can_be_fetched_waits():
    headers = (("Authorization", "Bearer {token}"), ("X-User", "{user}-{token}"), ("X-Other", "{other}"))
    found = fill_all(headers, {"user": "u"}, {"token"}, bare=False)
    assert (found.ready, found.late) == ({}, (("Authorization", "Bearer {token}"), ("X-User", "{user}-{token}")))


def test_what_is_made_of_secrets_is_listed_for_redaction():
    templates = ("Basic {base64:a:b}", "{a}", "{base64:a:missing}")
    assert list(derived(templates, {"a": "1", "b": "2"})) == ["MToy"]
