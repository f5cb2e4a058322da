import subprocess
import sys

import httpx
import httpx2
import pytest

from mediawright_runtime.transport import failure, open_async_client, open_client

POST = ("POST", "https://vendor.example/x")
NEVER = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}
BOTH = pytest.mark.parametrize("library", [httpx, httpx2], ids=lambda library: library.__name__)


def _errors(library):
    """Every exception of a transport that the library exports."""
    exported = (getattr(library, name) for name in dir(library))
    return [each for each in exported if isinstance(each, type) and issubclass(each, library.RequestError)]


@BOTH
def test_every_exception_of_both_libraries_is_judged(library):
    errors = _errors(library)
    assert len(errors) >= 17
    for each in errors:
        assert failure(each("boom"), *POST).delivered == ("no" if each.__name__ in NEVER else "unknown"), each


@pytest.mark.parametrize("error", [OSError("x"), ConnectionResetError("x"), TimeoutError("x"), BrokenPipeError("x")])
def test_an_error_of_the_system_leaves_the_outcome_open(error):
    assert failure(error, *POST).delivered == "unknown"


@pytest.mark.parametrize("error", [ValueError("x"), RuntimeError("x"), TypeError("x"), AssertionError("x")])
def test_a_bug_is_no_failure_of_a_transport(error):
    assert failure(error, *POST) is None


def test_a_failure_says_what_the_transport_says():
    assert failure(httpx.ReadTimeout("slow"), *POST).reason == "ReadTimeout: slow"
    assert failure(httpx.ReadTimeout(""), *POST).reason == "ReadTimeout"


@BOTH
def test_whatever_httpx_is_installed_is_opened(library, monkeypatch):
    """Promise: this one module decides between httpx and its successor."""
    monkeypatch.setitem(sys.modules, "httpx", library)
    with open_client() as client:
        assert isinstance(client, library.Client)
    assert isinstance(open_async_client(), library.AsyncClient)


def test_only_one_module_knows_httpx():
    """Promise: an injected client does without httpx, and a synchronous one without asyncio."""
    code = """
import sys
import mediawright_runtime.client
print([name for name in ("httpx", "httpx2", "asyncio") if name in sys.modules])
"""
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "[]"


def test_what_another_request_did_not_reach_says_nothing_of_ours():
    """Promise: a hook of an injected client that fails does not have a create sent again."""
    import httpx

    def refused(method, url):
        return httpx.ConnectError("refused", request=httpx.Request(method, url))

    assert failure(refused("POST", "https://vendor.example/x"), *POST).delivered == "no"
    assert failure(refused("GET", "https://vendor.example/x"), *POST).delivered == "unknown"
    assert failure(refused("POST", "https://metrics.example/x"), *POST).delivered == "unknown"


def test_an_address_that_is_invalid_may_be_where_the_answer_points_on_to():
    import httpx

    assert failure(httpx.InvalidURL("x"), *POST).delivered == "unknown"
