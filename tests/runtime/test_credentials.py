from dataclasses import replace

import pytest
from acme_client.vendor import VENDOR

from mediawright_runtime import credentials
from mediawright_runtime.declarations import Credential
from mediawright_runtime.errors import ConfigurationError


def test_a_keyword_wins_over_the_environment():
    assert credentials.resolve(VENDOR, {"api_key": "given"}, {"ACME_API_KEY": "found"}).used == {"api_key": "given"}


def test_the_environment_is_read_where_nothing_is_given():
    found = credentials.resolve(VENDOR, {"api_key": None}, {"ACME_API_KEY": "found", "ACME_USER_ID": "u"})
    assert found.used == found.held == {"api_key": "found", "user_id": "u"}


@pytest.mark.parametrize("environment", [{}, {"ACME_API_KEY": ""}])
def test_a_missing_credential_names_keyword_and_variable(environment):
    with pytest.raises(ConfigurationError, match=r"acme: no api_key; pass api_key= .* ACME_API_KEY"):
        credentials.resolve(VENDOR, {}, environment)


@pytest.mark.parametrize("value", ["secret-key\n", " secret-key", "secret\u2028key"])
def test_a_credential_that_no_header_can_carry_is_refused_unseen(value):
    with pytest.raises(ConfigurationError, match="api_key holds") as caught:
        credentials.resolve(VENDOR, {"api_key": value}, {})
    assert "secret" not in str(caught.value)


PAIR = ("client_id", "client_secret")
SETS = replace(
    VENDOR,
    credentials=(
        Credential("api_key", "ACME_API_KEY"),
        Credential("client_id", "ACME_CLIENT_ID"),
        Credential("client_secret", "ACME_CLIENT_SECRET"),
        Credential("user_id", "ACME_USER_ID", required=False),
    ),
    credential_sets=(("api_key",), PAIR),
)
ALL = {"ACME_API_KEY": "k", "ACME_CLIENT_ID": "i", "ACME_CLIENT_SECRET": "s", "ACME_USER_ID": "u"}


@pytest.mark.parametrize(
    ("given", "environment", "used"),
    [
        ({}, ALL, {"api_key", "user_id"}),
        ({"api_key": "k"}, {}, {"api_key"}),
        ({"client_id": "i", "client_secret": "s"}, {}, set(PAIR)),
        ({"client_id": "i", "client_secret": "s"}, ALL, {*PAIR, "user_id"}),
        ({"client_id": "i"}, {"ACME_CLIENT_SECRET": "s"}, set(PAIR)),
        ({"client_id": "i"}, ALL, {"api_key", "user_id"}),
        ({"api_key": "k", "client_id": "i", "client_secret": "s"}, {}, {"api_key"}),
    ],
)
def test_the_first_complete_set_is_used_and_a_set_of_keywords_goes_first(given, environment, used):
    found = credentials.resolve(SETS, given, environment)
    assert set(found.used) == used
    assert set(found.held) == {*given, *(each.name for each in SETS.credentials if each.environment in environment)}


@pytest.mark.parametrize("given", [{}, {"client_id": "i"}, {"client_secret": "s", "user_id": "u"}])
def test_without_a_complete_set_all_sets_and_their_variables_are_named(given):
    with pytest.raises(ConfigurationError) as caught:
        credentials.resolve(SETS, given, {})
    assert str(caught.value) == (
        "acme: no set of credentials is complete; pass api_key= or client_id= and client_secret= to the client, "
        "or set the environment variables ACME_API_KEY or ACME_CLIENT_ID and ACME_CLIENT_SECRET"
    )


def test_a_credential_of_an_unused_set_may_be_anything():
    assert credentials.resolve(SETS, {"api_key": "k"}, {"ACME_CLIENT_ID": " odd "}).used == {"api_key": "k"}


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
