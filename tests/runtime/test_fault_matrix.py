"""Twelve faults and more, with every create of every vendor, against a real server that counts.

Promise: one create, one charge. A create whose fate is unknown is sent once, and its error says so.
"""

import functools
import socket
import time
from contextlib import ExitStack, closing

import pytest
from every_vendor import CONTRACTS, CREATES
from many_callers import Trip, make

from mediawright.errors import AmbiguousSubmitError, VendorError
from mediawright_mock.contract import vendor_contract
from mediawright_mock.server import MockServer
from mediawright_runtime.errors import ConnectionFailedError

PATIENT, IMPATIENT = 20.0, 1.0
AMBIGUOUS = {
    "read timeout before the work": "hang;accepted=no",
    "read timeout after the work": "late;seconds=60",
    "slow headers": "slow_headers;seconds=60",
    "reset before the work": "reset",
    "reset after the work": "reset;accepted=yes",
    "answer cut": "cut",
    "500 before the work": "error_500",
    "500 after the work": "error_500;accepted=yes",
    "502 as HTML": "bad_gateway_html",
    "503": "unavailable",
    "HTML in place of JSON": "html_page",
}
SILENT = {"read timeout before the work", "read timeout after the work", "slow headers"}
LIMITED = {
    "429": ("rate_limited", None),
    "429 with seconds": ("rate_limited;retry_after=7", 7.0),
    "429 with a date": ("rate_limited;retry_after=7;form=date", 7.0),
    "429 with milliseconds": ("rate_limited;retry_after=7;form=ms", 7.0),
}
CODES = [
    pytest.param(subject, each, id=f"{subject}-code {each['code']}")
    for subject in CREATES
    for each in subject.record["api_code_demo"]
    if each.get("kind") and each.get("code") is not None
]
UNDOCUMENTED = [subject for subject in CREATES if not any(each.get("code") for each in subject.record["api_code_demo"])]

creates = pytest.mark.parametrize("create", CREATES, ids=str)
kinds = pytest.mark.parametrize("kind", ["sync", "async"])


class Matrix:
    """Servers of every vendor, and what came of each fault; all creates suffer one at once, to save time."""

    def __init__(self, stack):
        self._servers = {name: stack.enter_context(MockServer(vendor_contract(name))) for name in CONTRACTS}
        self._ended = {}

    def suffer(self, create, fault, kind, timeout=PATIENT):
        """Tell how a create ended that suffers a fault, and how often the server was asked for it."""
        if (fault, kind) not in self._ended:
            trips = [self._trip(each, fault, kind, timeout) for each in CREATES]
            self._ended[fault, kind] = dict(zip(map(str, CREATES), make(kind, trips), strict=True))
        return self._ended[fault, kind][str(create)], self._sent(create, fault, kind)

    def knows(self, create, token, kind):
        """Ask the server for the task of a token."""

        def asking(client):
            return (yield client.resume(token).status())

        (ended,) = make(kind, [Trip(create, asking, self._servers[create.vendor].url, PATIENT, {"X-Case": "asking"})])
        return ended.error is None

    def _trip(self, create, fault, kind, timeout):
        headers = {"X-Mock-Fault": fault, "X-Case": _case(create, fault, kind)}
        return Trip(create, functools.partial(creating, create), self._servers[create.vendor].url, timeout, headers)

    def _sent(self, create, fault, kind):
        """Count what arrived; a caller without patience may have left before the server has read."""
        server, case, until = self._servers[create.vendor], _case(create, fault, kind), time.monotonic() + 5
        while not (found := _requests(server, case)) and time.monotonic() < until:
            time.sleep(0.01)
        assert {each.method for each in found} <= {create.record["method"]}
        return len(found)


def creating(create, client):
    return (yield create.call(client))


def _case(create, fault, kind):
    return f"{create} {fault} {kind}"


def _requests(server, case):
    return [each for each in server.requests if each.headers["x-case"] == case]


@pytest.fixture(scope="module")
def matrix():
    with ExitStack() as stack:
        yield Matrix(stack)


@kinds
@creates
@pytest.mark.parametrize("fault", AMBIGUOUS)
def test_a_create_of_unknown_fate_is_sent_once(matrix, create, fault, kind):
    """Promise: nothing that the vendor may have taken is sent again, and the error says that it may be billed."""
    outcome, sent = matrix.suffer(create, AMBIGUOUS[fault], kind, IMPATIENT if fault in SILENT else PATIENT)
    assert sent == 1
    assert isinstance(outcome.error, AmbiguousSubmitError), outcome
    assert (outcome.error.charged, outcome.error.operation) == ("unknown", create.name)


@kinds
@creates
@pytest.mark.parametrize("kept", [0.3, 0.5, 0.7, 0.95])
def test_a_truncated_answer_is_a_task_only_with_its_whole_id(matrix, create, kept, kind):
    """Promise: half an answer is no reason to pay twice, nor to lose an id that it holds, nor to make one up."""
    outcome, sent = matrix.suffer(create, f"truncated_json;kept={kept}", kind)
    assert sent == 1
    if outcome.error is None:
        assert matrix.knows(create, outcome.returned.token, kind)
    else:
        assert isinstance(outcome.error, AmbiguousSubmitError), outcome
        assert outcome.error.charged == "unknown"


@kinds
def test_a_whole_id_in_a_truncated_answer_is_found(matrix, kind):
    """The case above is not empty: of almost whole answers some hold all ids in closed quotes."""
    ended = [
        matrix.suffer(create, "truncated_json;kept=0.95", kind)[0] for create in CREATES if "task" in create.record
    ]
    assert any(each.error is None for each in ended)


@kinds
@creates
def test_a_wrong_content_type_is_read_all_the_same(matrix, create, kind):
    """Promise: a paid answer that can be read is not thrown away."""
    outcome, sent = matrix.suffer(create, "wrong_content_type", kind)
    assert (sent, outcome.error) == (1, None)
    assert outcome.returned.id if "task" in create.record else outcome.returned.outputs


@kinds
@creates
@pytest.mark.parametrize("limit", LIMITED)
def test_a_refusal_of_too_many_requests_says_when_to_come_again(matrix, create, limit, kind):
    """Promise: a 429 is sent again only where the documents say that nothing was done before it."""
    fault, seconds = LIMITED[limit]
    outcome, sent = matrix.suffer(create, fault, kind)
    assert isinstance(outcome.error, VendorError), outcome
    assert (outcome.error.kind, outcome.error.http_status) == ("rate", 429)
    assert outcome.error.retry_after == seconds
    assert sent == 1 + _resends(create, http_status=429)


@kinds
@pytest.mark.parametrize(("create", "documented"), CODES)
def test_a_documented_code_is_sent_again_as_often_as_documented(matrix, create, documented, kind):
    code = documented["code"]
    outcome, sent = matrix.suffer(create, f"error_code;code={code}", kind)
    assert isinstance(outcome.error, VendorError), outcome
    assert (outcome.error.code, outcome.error.kind) == (code, documented["kind"])
    assert sent == 1 + _resends(create, code=code)


@kinds
@pytest.mark.parametrize("create", UNDOCUMENTED, ids=str)
def test_an_undocumented_code_inside_a_success_is_an_error(matrix, create, kind):
    outcome, sent = matrix.suffer(create, "error_code", kind)
    assert isinstance(outcome.error, VendorError), outcome
    assert outcome.error.charged == "unknown"
    assert sent == 1


def _resends(create, **known):
    """Read off the contract how often a call is to be sent again."""
    same = (each for each in create.record["api_code_demo"] if known.items() <= each.items())
    return next(same, {}).get("retries", 0)


@pytest.fixture(scope="module")
def unreached():
    """How every create ended where nobody listens."""
    with closing(socket.socket()) as refusing:
        refusing.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{refusing.getsockname()[1]}"
        trips = [Trip(each, functools.partial(creating, each), url, PATIENT) for each in CREATES]
        return {kind: dict(zip(map(str, CREATES), make(kind, trips), strict=True)) for kind in ("sync", "async")}


@kinds
@creates
def test_a_vendor_that_is_not_reached_is_tried_three_times(unreached, create, kind):
    """Promise: what never arrived costs nothing, so it may be tried again."""
    ended = unreached[kind][str(create)]
    assert isinstance(ended.error, ConnectionFailedError), ended
    assert (ended.error.charged, ended.tried, len(ended.pauses)) == ("no", 3, 2)
