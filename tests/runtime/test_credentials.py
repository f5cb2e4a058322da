import pytest
from acme_client.vendor import VENDOR

from mediawright_runtime import credentials
from mediawright_runtime.errors import ConfigurationError


def test_a_keyword_wins_over_the_environment():
    assert credentials.resolve(VENDOR, {"api_key": "given"}, {"ACME_API_KEY": "found"}) == {"api_key": "given"}


def test_the_environment_is_read_where_nothing_is_given():
    found = credentials.resolve(VENDOR, {"api_key": None}, {"ACME_API_KEY": "found", "ACME_USER_ID": "u"})
    assert found == {"api_key": "found", "user_id": "u"}


@pytest.mark.parametrize("environment", [{}, {"ACME_API_KEY": ""}])
def test_a_missing_credential_names_keyword_and_variable(environment):
    with pytest.raises(ConfigurationError, match=r"acme: no api_key; pass api_key= .* ACME_API_KEY"):
        credentials.resolve(VENDOR, {}, environment)


@pytest.mark.parametrize("value", ["secret-key\n", " secret-key", "secret\u2028key"])
def test_a_credential_that_no_header_can_carry_is_refused_unseen(value):
    with pytest.raises(ConfigurationError, match="api_key holds") as caught:
        credentials.resolve(VENDOR, {"api_key": value}, {})
    assert "secret" not in str(caught.value)


def test_headers_are_filled_and_those_of_a_missing_optional_credential_left_out():
    assert dict(credentials.fill(VENDOR.headers, {"api_key": "{user_id}"})) == {
        "X-API-KEY": "{user_id}",
        "Content-Type": "application/json",
    }


def test_one_header_may_hold_two_credentials():
    headers = (("Authorization", "{a}:{b}"),)
    assert list(credentials.fill(headers, {"a": "1", "b": "2"})) == [("Authorization", "1:2")]


@pytest.mark.parametrize(
    ("given", "used"),
    [
        (None, "https://api.acme.example/v1"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("https://proxy.example/acme//", "https://proxy.example/acme"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address(given, used):
    assert credentials.address(VENDOR, given) == used


@pytest.mark.parametrize(
    "given",
    [
        "",
        "api.acme.example",
        "ftp://api.acme.example",
        "https://",
        "https://a.example:port",
        "https://a.example:99999",
        "https://a.example?x=1",
        "https://a.example#x",
        "https://user:password@a.example",
        "https://a.example\n",
        "https://a .example",
        "https://[::1",
    ],
)
def test_what_is_no_address_is_refused(given):
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        credentials.address(VENDOR, given)
    assert "password" not in str(caught.value)
