"""Proxies: given to a client, or found in the environment; no text shows what is secret in them."""

import asyncio
import json
import sys

import httpx
import httpx2
import pytest
from acme_client import Acme, AsyncAcme
from acme_server import serving

from mediawright_runtime.errors import ConfigurationError, ConnectionFailedError
from mediawright_runtime.proxy import checked, secrets
from mediawright_runtime.transport import open_async_client, open_client

CREDITS = (200, {"content-type": "application/json"}, json.dumps({"code": 0, "data": {"credits": 5}}).encode())
BOTH = pytest.mark.parametrize("library", [httpx, httpx2], ids=lambda library: library.__name__)
KINDS = pytest.mark.parametrize("kind", [Acme, AsyncAcme])
OURS = "http://vendor.invalid"
KEY = "key-1234567890"


def _credits(kind, **options):
    async def ask():
        async with kind(api_key=KEY, **{"base_url": OURS, **options}) as client:
            return await client.account.credits()

    if kind is AsyncAcme:
        return asyncio.run(ask())
    with kind(api_key=KEY, **{"base_url": OURS, **options}) as client:
        return client.account.credits()


@BOTH
@KINDS
def test_a_client_goes_through_the_proxy_that_it_is_given(kind, library, monkeypatch):
    monkeypatch.setitem(sys.modules, "httpx", library)
    with serving({f"{OURS}/user/credits": CREDITS}) as server:
        proxy = server.url.replace("http://", "http://user:pass-word@")
        assert _credits(kind, proxy=proxy).data.credits == 5
    ((_, _, headers, _),) = server.seen
    assert {name.lower() for name in headers} >= {"proxy-authorization"}


@KINDS
def test_a_proxy_of_the_environment_is_read_when_the_client_is_made(kind, monkeypatch):
    """Promise: what changes afterwards changes nothing."""
    with serving({f"{OURS}/user/credits": CREDITS}) as server:
        monkeypatch.setenv("HTTP_PROXY", server.url)
        client = kind(api_key=KEY, base_url=OURS)
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

        async def ask():
            async with client:
                return await client.account.credits()

        if kind is AsyncAcme:
            assert asyncio.run(ask()).data.credits == 5
        else:
            with client:
                assert client.account.credits().data.credits == 5


@BOTH
@KINDS
def test_no_proxy_of_the_environment_stands_before_this_machine(kind, library, monkeypatch):
    """Promise: what a test sends to a mock does not leave the machine; a proxy that is given is used."""
    monkeypatch.setitem(sys.modules, "httpx", library)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with serving({"/user/credits": CREDITS}) as server:
        assert _credits(kind, base_url=server.url).data.credits == 5
        with pytest.raises(ConnectionFailedError):
            _credits(kind, base_url=server.url, proxy="http://127.0.0.1:1")


@KINDS
def test_a_proxy_beside_an_injected_client_is_refused(kind):
    with pytest.raises(ConfigurationError, match="proxy and http_client are both given"):
        kind(api_key=KEY, proxy="http://127.0.0.1:1", http_client=object())


@pytest.mark.parametrize(
    "proxy",
    [
        "ftp://user:s3cret@h",
        "user:s3cret@h:80",
        "http://user:s3cret@",
        "http://user:s3cret@h:99999",
        "http://user:s3cret@h:0",
        "http://user:s3cret@[::1",
        "http://user:s3cret@h/path",
        "http://user:s3cret@h?s3cret",
        "",
    ],
)
def test_what_is_no_proxy_is_refused_unseen(proxy):
    with pytest.raises(ConfigurationError, match="proxy is not usable as it is; give") as caught:
        checked(proxy, injected=False)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("opened", [open_client, open_async_client])
@pytest.mark.parametrize(
    ("given", "environment", "why"),
    [
        ("socks5://u:s3cret@h:1", "", "pip install socksio"),
        (None, "socks5://u:s3cret@h:1", "pip install socksio"),
        ("http://u:s3cret@[::1", "", "usable; correct proxy="),
        (None, "http://u:s3cret@[::1", "usable; correct the environment variable"),
    ],
)
def test_a_proxy_that_the_transport_cannot_take_is_a_configuration_error(opened, given, environment, why, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", environment)
    with pytest.raises(ConfigurationError, match=why) as caught:
        opened(given)
    assert "s3cret" not in str(caught.value)


def test_the_secrets_of_a_proxy_are_named_as_written_and_as_meant():
    assert set(secrets("http://user:p%40ss@h:1")) == {"user:p%40ss", "user:p@ss", "user", "p%40ss", "p@ss"}
    assert list(secrets("http://h:1")) == list(secrets(None)) == []


def test_an_error_does_not_show_the_password():
    """Promise: whatever the transport says, the password of the proxy is taken out."""
    client = Acme(api_key=KEY, proxy="http://user:pass-word@h:1")
    with client:
        assert client.caller.session.redaction.line("407 for user:pass-word") == "407 for ***"
        assert "pass-word" not in repr(client) + repr(client.caller.session)
