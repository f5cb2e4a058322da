"""The mock itself: takes a request, gives an answer, remembers tasks; knows nothing of sockets."""

from __future__ import annotations

import math
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mediawright_mock import courier, inspection
from mediawright_mock.aims import Aims
from mediawright_mock.answers import without
from mediawright_mock.chance import Chance
from mediawright_mock.checks import Checks
from mediawright_mock.clock import Clock
from mediawright_mock.contract import BARE
from mediawright_mock.faults import FaultError
from mediawright_mock.inspection import Inspection
from mediawright_mock.issuer import Issuer
from mediawright_mock.ledger import Ledger
from mediawright_mock.messages import Answer, Handler, Request, Step, json_answer
from mediawright_mock.plan import Plan
from mediawright_mock.refusals import Refusal, refused
from mediawright_mock.routes import Match, Routes
from mediawright_mock.scenario import Scenario
from mediawright_mock.service import Service, Terms
from mediawright_mock.traces import traced
from mediawright_mock.trouble import spoiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mediawright_mock.contract import Contract, Operation
    from mediawright_mock.faults import Fault
    from mediawright_mock.plan import Planned
    from mediawright_mock.webhooks import Post, Webhooks

LEDGER = "/_mock/requests"
"""Where a mock tells what it was asked."""


class Mock:
    """One vendor, played from its contract."""

    def __init__(  # noqa: PLR0913 (each is a choice that tests make)
        self,
        contract: Contract,
        *,
        scenario: Scenario | str | Path | None = None,
        polls: int | None = None,
        speed: float | None = None,
        seed: int | str | None = None,
        credentials: Mapping[str, str] | None = None,
        faults: Sequence[Planned] = (),
        steps: Sequence[Step] = (),
        now: Callable[[], float] = time.time,
        post: Post = courier.post,
    ) -> None:
        """Play a vendor.

        Args:
            contract: What the vendor offers.
            scenario: How it behaves, or the file that says so; what is said beside it goes before it.
            polls: The query at which a task has succeeded, counted from 1; 3 where no speed is given either.
            speed: Tasks take their documented time by the clock, so many times as fast, in place of a number of polls.
            seed: Makes ids, durations and files the same each time, for the same requests.
            credentials: The only accepted value of a credential, by its name; of others any value is accepted.
            faults: What goes wrong, and with which calls; the first that hits a call is played.
            steps: What stands before the vendor, outermost first.
            now: The clock, in seconds since 1970.
            post: Sends webhooks.

        Raises:
            FaultError: Something is asked for that the vendor does not have.
            ScenarioError: The file says what cannot be played.
            ValueError: A number is none that can be played.
        """
        self.vendor = contract.vendor
        self.ledger = Ledger()
        self.clock = Clock(now)
        self.scenario = _chosen(_read(scenario), polls, speed, seed)
        self._chance = Chance(self.scenario.seed)
        self._operations = contract.operations
        self._methods = sorted({each.method for each in contract.operations})
        self._routes = Routes(contract.operations)
        self._issuer = Issuer({**dict(self.scenario.credentials), **(credentials or {})}, self._chance)
        self._checks = {each.name: Checks(each, self._issuer) for each in contract.operations}
        self._terms = Terms(contract.operations)
        self._aims = Aims(contract.operations)
        for each in faults:
            self._aims.check(each)
        self._aims.check_credentials(credentials or ())
        self._plan = Plan((*faults, *self.scenario.faults))
        self._service = self._begun()
        self._post = post
        self._courier = courier.Courier(self._round)
        self._inspection = Inspection(self.ledger, self.clock, lambda: self._service, self.reset)
        self._handler: Handler = self._serve
        for step in reversed(steps):
            self._handler = _before(self._handler, step)

    @property
    def webhooks(self) -> Webhooks:
        """What was told of tasks that ended: `webhooks.sent`."""
        return self._service.webhooks

    def answer(self, request: Request) -> Answer:
        """Answer a request."""
        return self._handler(request)

    @property
    def unplayed(self) -> tuple[Planned, ...]:
        """What was planned to go wrong, and has hit no call yet."""
        return self._plan.unplayed

    def plan(self, planned: Planned) -> None:
        """Let one more thing go wrong; its calls are counted from now on.

        Raises:
            FaultError: No call of this vendor would ever meet it.
        """
        self._aims.check(planned)
        self._plan.add(planned)

    def reset(self) -> None:
        """Begin anew: without tasks, files and counts, at the first call of every plan."""
        self.ledger.restart()
        self.clock.restart()
        self._chance.restart()
        self._issuer.restart()
        self._plan.restart()
        self._service = self._begun()

    def close(self) -> None:
        """Tell of no more tasks."""
        self._courier.stop()

    def _begun(self) -> Service:
        return Service(self._terms, self.scenario, self._chance, self.clock, self._issuer, self.ledger)

    def _round(self) -> bool:
        """Tell of tasks that have ended, and whether there is more to tell later."""
        webhooks = self._service.webhooks
        webhooks.send_due(self._post, self._terms.operations)
        return webhooks.pending

    def _serve(self, request: Request) -> Answer:
        if request.method in {"GET", "HEAD"} and self._service.files.knows(request.path):
            return self._file(request)
        matches = self._routes.matches(request.method, request.path)
        if not matches:
            return self._told(request)
        refusals = [self._refusal(each, request) for each in matches]
        accepted = matches[refusals.index(None)] if None in refusals else None
        operation = (accepted or matches[0]).operation
        try:
            fault = self._plan.fault_of(request, operation.python, partial(self._aims.hits, operation=operation))
        except FaultError as error:
            return _no_fault(error)
        self.ledger.receive(operation, request, fault)

        def serve() -> Answer:
            if accepted is None:
                return refused(operation, next(filter(None, refusals)))
            return self._accepted(accepted, request, fault)

        return traced(operation, self._played(fault, operation, serve), self._chance)

    def _played(self, fault: Fault | None, operation: Operation, serve: Callable[[], Answer]) -> Answer:
        """Answer a call as it is served, or as a fault has it."""
        if fault is None or fault.of_task:
            return serve()
        return spoiled(fault, operation, lambda: traced(operation, serve(), self._chance))

    def _refusal(self, match: Match, request: Request) -> Refusal | None:
        return self._checks[match.operation.name].refusal(request, match.values)

    def _accepted(self, match: Match, request: Request, fault: Fault | None) -> Answer:
        of_task = fault if fault is not None and fault.of_task else None
        answer = self._service.answer(match, request, of_task)
        if of_task is not None and of_task.name == "missing_field" and of_task.field:
            answer = without(answer, of_task.field)
        if self._service.webhooks.pending:
            self._courier.wake()
        return answer

    def _told(self, request: Request) -> Answer:
        """Answer what is no operation of the vendor."""
        if request.path.startswith(inspection.FOLDER):
            return self._inspection.answer(request)
        return self._listing() if request.path == "/" else self._unknown(request)

    def _file(self, request: Request) -> Answer:
        try:
            fault = self._plan.fault_of(request, request.path, lambda fault: not fault.of_task)
        except FaultError as error:
            return _no_fault(error)

        def serve() -> Answer:
            return self._service.files.answer(request) or self._unknown(request)

        return spoiled(fault, BARE, serve) if fault and not fault.of_task else serve()

    def _listing(self) -> Answer:
        keys = ("name", "python", "method", "endpoint")
        operations = [{key: getattr(each, key) for key in keys} for each in self._operations]
        return json_answer({"vendor": self.vendor, "operations": operations})

    def _unknown(self, request: Request) -> Answer:
        message = f"{self.vendor} has no {request.method} {request.path}"
        allowed = ", ".join(each for each in self._methods if self._routes.matches(each, request.path))
        if allowed:
            answer = json_answer({"error": "method not allowed", "message": f"{message}; send {allowed}"}, 405)
            return answer.with_headers({"Allow": allowed})
        known = self._routes.known(request.method)
        return json_answer({"error": "unknown route", "message": message, "known": known}, 404)


def _read(scenario: Scenario | str | Path | None) -> Scenario:
    if isinstance(scenario, (str, Path)):
        from mediawright_mock.scenario_file import read_scenario  # noqa: PLC0415 (weight: YAML)

        return read_scenario(Path(scenario))
    return scenario or Scenario()


def _before(handler: Handler, step: Step) -> Handler:
    return lambda request: step(request, handler)


def _no_fault(error: FaultError) -> Answer:
    return json_answer({"error": "unknown fault", "message": str(error)}, 400)


def _chosen(scenario: Scenario, polls: int | None, speed: float | None, seed: int | str | None) -> Scenario:
    """Let what is said beside a scenario go before it; what says when tasks are done is said once."""
    if polls is not None and speed is not None:
        raise ValueError("polls and speed both say when tasks are done; give one of them")
    if polls is not None and not _is_count(polls):
        raise ValueError(f"polls={polls!r} is the number of no query; give 1 or more")
    if speed is not None and not _is_speed(speed):
        raise ValueError(f"speed={speed!r} is no speed; give a number above 0")
    if polls is not None or speed is not None:
        scenario = scenario._replace(polls=polls, speed=speed)
    return scenario if seed is None else scenario._replace(seed=seed)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and value >= 1


def _is_speed(value: object) -> bool:
    return isinstance(value, (int, float)) and 0 < value < math.inf
