"""Promise: what a client accepts its mock accepts, and what the mock refuses the client refuses, unsent.

So a suite that passes on the mock has sent what the documents allow. Requests are written from the record, by code that
neither client nor mock has, and those of the client are compared with them.
"""

import importlib
import json
from functools import cache

import pytest
from contracts import OPERATIONS, credentials
from effort import effort
from hypothesis import given
from values import given as arguments
from values import one_at_a_time
from wire import AsyncTransport, Transport, UnwritableError, kind, written

from mediawright_mock.contract import Contract, vendor_contract
from mediawright_mock.mock import Mock
from mediawright_runtime.errors import InvalidRequestError, MediawrightError


class Pair:
    """A client, and the mock behind it."""

    def __init__(self, operation, style):
        self.operation = operation
        self.mock = Mock(_alone_at_its_address(operation))
        self.transport = (AsyncTransport if style == "async" else Transport)(self.mock)
        module = importlib.import_module(f"mediawright.{operation.vendor}")
        made = next(getattr(module, each) for each in module.__all__ if each.startswith("Async") is (style == "async"))
        options = {"http_client": self.transport, "base_url": "http://127.0.0.1"}
        self.client = made(**options, **credentials(operation.record))
        self.unchecked = self.client.with_options(validate="off")

    def agree(self, params, runs):
        """Look whether both say the same of a call, and whether what is sent is what the record says."""
        sent, refused = self._called(self.client, params, runs)
        assert refused is (len(sent) == 0)
        try:
            request = written(self.operation.record, params)
        except UnwritableError:
            assert refused, f"the client sends what cannot be written: {params}"
            return
        assert self._refuses(request) is refused, f"the {'client' if refused else 'mock'} alone refuses {params}"
        if not refused:
            assert comparable(sent[0]) == comparable(request)
            return
        for each in self._called(self.unchecked, params, runs)[0]:
            assert self._refuses(each), f"as an unchecked client writes them the mock accepts {params}"

    def _called(self, client, params, runs):
        """Call, and give what was sent, and whether the client refused."""
        self.transport.requests.clear()
        refused = False
        try:
            runs(client.call(self.operation.name, **params))
        except InvalidRequestError:
            refused = True
        except MediawrightError:
            """The mock answered with an error; what it says of the parameters is asked of the mock."""
        return list(self.transport.requests), refused

    def _refuses(self, request):
        return kind(self.operation.record, self.mock.answer(request)) in {"invalid", "unknown route"}


def _alone_at_its_address(operation):
    """Leave out the other forms of a call, which a mock takes for it where they share an address."""
    contract = vendor_contract(operation.vendor)
    itself = next(each for each in contract.operations if each.python == operation.name)
    address = itself.method, itself.endpoint
    others = (each for each in contract.operations if (each.method, each.endpoint) != address)
    return Contract(contract.vendor, (itself, *others))


def comparable(request):
    """Reduce a request to what the vendor reads: bodies as JSON, in which 1 is neither true nor 1.0."""
    try:
        body = json.dumps(json.loads(request.body), sort_keys=True)
    except ValueError:
        body = request.body
    return request.method, request.path, sorted(request.query), body


@cache
def pair(operation, style):
    return Pair(next(each for each in OPERATIONS if str(each) == operation), style)


@pytest.mark.parametrize("style", ["sync", "async"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_client_and_mock_agree_on_every_fact_of_a_parameter(operation, style, runs):
    both = pair(str(operation), style)
    for params in one_at_a_time(operation.record):
        both.agree(params, runs)


@pytest.mark.parametrize(("style", "examples"), [("sync", 40), ("async", 5)])
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_client_and_mock_agree_on_any_call(operation, style, examples, runs):
    both = pair(str(operation), style)

    @effort(examples)
    @given(params=arguments(operation.record))
    def agree(params):
        both.agree(params, runs)

    agree()
