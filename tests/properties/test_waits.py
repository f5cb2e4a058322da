"""Promise: whatever goes wrong on the way, nothing is created unknown to the caller, and no task is lost.

What the mock accepted is a task that the client gave, or an error that says that nobody knows; and each token leads to
the end of its task.
"""

import importlib

import httpx
import pytest
from contracts import OPERATIONS, credentials
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from values import allowed
from wire import Transport

from mediawright_mock.contract import vendor_contract
from mediawright_mock.faults import Fault
from mediawright_mock.mock import Mock
from mediawright_mock.plan import Planned
from mediawright_runtime.driver import AsyncDriver, Driver
from mediawright_runtime.errors import AmbiguousSubmitError, MediawrightError

CREATES = list(
    {(each.vendor, each.record["task"]["name"]): each for each in OPERATIONS if "task" in each.record}.values()
)
"""One create for each lifecycle."""
BREAKDOWNS = ("reset", "error_500", "bad_gateway_html", "unavailable")
"""Of these a caller cannot see whether the work was accepted."""
LATE = ("late", "hang", "cut", "slow_headers", "html_page", "truncated_json", "wrong_content_type")
REFUSALS = ("rate_limited", "not_found", "error_code")
ATTEMPTS = 40

FAULTS = st.one_of(
    st.builds(Fault, st.sampled_from(BREAKDOWNS), accepted=st.booleans()),
    st.builds(Fault, st.sampled_from(LATE), seconds=st.sampled_from([1.0, 30.0, 500.0]), kept=st.floats(0, 0.99)),
    st.builds(Fault, st.sampled_from(REFUSALS), retry_after=st.sampled_from([None, 0.0, 5.0, 90.0])),
)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self):
        self.now = 1000.0

    def sleep(self, seconds):
        self.now += seconds

    async def asleep(self, seconds):
        self.now += seconds


class Line(Transport):
    """A transport on which answers come late, in part, or not at all, as the mock says."""

    def __init__(self, mock, clock):
        super().__init__(mock)
        self.clock = clock

    def request(self, method, url, *, timeout, **options):
        _, patience, _, _ = timeout
        answer = super().request(method, url, **options)
        manner, pause, kept = self.delivery
        if patience is not None and pause > patience:
            self.clock.now += patience
            raise httpx.ReadTimeout("")
        self.clock.now += pause
        if manner == "reset":
            raise httpx.ReadError("")
        if manner == "cut" and kept < 1:
            raise httpx.RemoteProtocolError("")
        return answer


class AsyncLine(Line):
    """The asynchronous form."""

    async def request(self, method, url, **options):
        return super().request(method, url, **options)


class Caller:
    """A client over such a line, synchronous or asynchronous."""

    def __init__(self, operation, style, faults, runs):
        self.operation = operation
        self.mock = Mock(vendor_contract(operation.vendor), faults=faults)
        self.runs = runs
        clock = Clock()
        line = (AsyncLine if style == "async" else Line)(self.mock, clock)
        module = importlib.import_module(f"mediawright.{operation.vendor}")
        made = next(getattr(module, each) for each in module.__all__ if each.startswith("Async") is (style == "async"))
        self.client = made(http_client=line, base_url="http://127.0.0.1", **credentials(operation.record))
        driver, sleep = (AsyncDriver, clock.asleep) if style == "async" else (Driver, clock.sleep)
        self.client.caller.driver = driver(line, lambda: clock.now, sleep)

    def does(self, act):
        """Act, and give what it came to."""
        try:
            return self.runs(act())
        except MediawrightError as error:
            return error


def plans(operation):
    """Make faults that end: of the create, then of any call."""
    names = [operation.name, operation.record["task"]["query"]["python"], "*"]
    first = st.builds(Planned, FAULTS, st.just(operation.name), st.integers(1, 2), st.integers(1, 2))
    others = st.builds(Planned, FAULTS, st.sampled_from(names), st.integers(1, 5), st.integers(1, 4))
    return st.builds(lambda one, more: [one, *more], first, st.lists(others, max_size=3))


@pytest.mark.parametrize(("style", "examples"), [("sync", 100), ("async", 20)])
@pytest.mark.parametrize("operation", CREATES, ids=str)
def test_nothing_is_created_unknown_and_no_task_is_lost(operation, style, examples, runs):
    declared = [each for each in operation.record["api_body"] if each["required"] and "const" not in each]
    params = st.fixed_dictionaries({each["python_name"]: allowed(each) for each in declared})

    @effort(examples)
    @given(params=params, faults=plans(operation), creates=st.integers(1, 3))
    def holds(params, faults, creates):
        caller = Caller(operation, style, faults, runs)
        made = [caller.does(lambda: caller.client.call(operation.name, **params)) for _ in range(creates)]
        tasks = [each for each in made if not isinstance(each, MediawrightError)]
        doubtful = [each for each in made if isinstance(each, AmbiguousSubmitError)]
        accepted = caller.mock.ledger.creates[operation.name]
        assert len({each.token for each in tasks}) == len(tasks) <= accepted <= len(tasks) + len(doubtful)
        for task in tasks:
            _ends(caller, task)
        assert caller.mock.ledger.creates[operation.name] == accepted, "a wait created something"

    def _ends(caller, task):
        for _ in range(ATTEMPTS):
            outcome = caller.does(lambda: caller.client.resume(task.token).wait(timeout=3600))
            if not isinstance(outcome, MediawrightError):
                assert outcome.outputs
                return
            assert outcome.token == task.token
        raise AssertionError(f"{task.token} does not lead to an end: {outcome!r}")

    holds()
