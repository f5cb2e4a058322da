"""Checks of what surrounds calls."""

import os

import pytest
from acme_client import Acme, AsyncAcme

from mediawright_runtime import testing


def test_variables_are_there_for_a_while(monkeypatch):
    monkeypatch.setenv("ACME_ONE", "before")
    monkeypatch.delenv("ACME_TWO", raising=False)
    with testing.environment({"ACME_ONE": None, "ACME_TWO": "2"}):
        assert ("ACME_ONE" in os.environ, os.environ["ACME_TWO"]) == (False, "2")
    assert (os.environ["ACME_ONE"], "ACME_TWO" in os.environ) == ("before", False)


@pytest.mark.parametrize("client", [Acme, AsyncAcme])
def test_hosts_are_those_of_the_client(client):
    subject = testing.Subject("tasks.list", "https://api.acme.example/v1", {"api_key": "x"})
    right, wrong = ["https://files.example.com/a"], ["http://files.example.com/a"]

    testing.check_hosts(client, subject, right, wrong)
    with pytest.raises(AssertionError, match="is not an https address"):
        testing.check_hosts(client, subject, wrong, [])
    with pytest.raises(AssertionError, match="a is allowed"):
        testing.check_hosts(client, subject, [], right)
