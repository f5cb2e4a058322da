"""The mock itself: takes a request, gives an answer, remembers tasks; knows nothing of sockets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediawright_mock import answers
from mediawright_mock.checks import Checks
from mediawright_mock.faults import FaultError
from mediawright_mock.files import Files
from mediawright_mock.issuer import Issuer
from mediawright_mock.ledger import Ledger
from mediawright_mock.listing import Listing
from mediawright_mock.messages import Answer, Handler, Request, Step, json_answer
from mediawright_mock.plan import Plan
from mediawright_mock.refusals import Refusal, refused
from mediawright_mock.routes import Match, Routes
from mediawright_mock.tasks import DEFAULT_POLLS, Tasks
from mediawright_mock.trouble import spoiled
from mediawright_mock.values import address_values, body_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediawright_mock.contract import Contract
    from mediawright_mock.plan import Planned

LEDGER = "/_mock/requests"
"""Where a mock tells what it was asked."""


class Mock:
    """One vendor, played from its contract."""

    def __init__(
        self,
        contract: Contract,
        *,
        polls: int = DEFAULT_POLLS,
        credentials: Mapping[str, str] | None = None,
        faults: Sequence[Planned] = (),
        steps: Sequence[Step] = (),
    ) -> None:
        """Play a vendor.

        Args:
            contract: What the vendor offers.
            polls: The query at which a task has succeeded, counted from 1.
            credentials: The only accepted value of a credential, by its name; of others any value is accepted.
            faults: What goes wrong, and with which calls; the first that hits a call is played.
            steps: What stands before the vendor, outermost first.
        """
        self.vendor = contract.vendor
        self.ledger = Ledger()
        self._operations = contract.operations
        self._routes = Routes(contract.operations)
        self._issuer = Issuer(credentials or {})
        self._checks = {each.name: Checks(each, self._issuer) for each in contract.operations}
        self._queries = {each.task.query: each.task for each in contract.operations if each.task}
        self._listings = {each.python: Listing(each, tuple(self._queries.values())) for each in contract.operations}
        self._tasks = Tasks(polls)
        self._files = Files()
        self._plan = Plan(faults)
        self._handler: Handler = self._serve
        for step in reversed(steps):
            self._handler = _before(self._handler, step)

    def answer(self, request: Request) -> Answer:
        """Answer a request."""
        return self._handler(request)

    def _serve(self, request: Request) -> Answer:
        if request.method in {"GET", "HEAD"} and (file := self._files.answer(request.path)):
            return file
        matches = self._routes.matches(request.method, request.path)
        if not matches:
            return self._told(request)
        refusals = [self._refusal(match, request) for match in matches]
        accepted = matches[refusals.index(None)] if None in refusals else None
        operation = (accepted or matches[0]).operation
        try:
            fault = self._plan.fault_of(request, operation.python)
        except FaultError as error:
            return json_answer({"error": "unknown fault", "message": str(error)}, 400)
        self.ledger.receive(operation, request, fault)

        def serve() -> Answer:
            return self._accepted(accepted, request) if accepted else refused(operation, next(filter(None, refusals)))

        return spoiled(fault, operation, serve) if fault else serve()

    def _refusal(self, match: Match, request: Request) -> Refusal | None:
        return self._checks[match.operation.name].refusal(request, match.values)

    def _accepted(self, match: Match, request: Request) -> Answer:
        operation = match.operation
        if operation.task or operation.outputs:
            self.ledger.accept(operation)
        if operation.task:
            return answers.created(self._tasks.start(operation, operation.task))
        if operation.python in self._queries:
            return self._task_status(match, request)
        if operation.outputs:
            return answers.made(operation, self._files, request.origin)
        if operation.issues:
            return answers.issued(operation, [(each.answer, self._issuer.issue(each)) for each in operation.issues])
        return self._listings[operation.python].filled(self._tasks.all(), _values(match, request)).sent()

    def _task_status(self, match: Match, request: Request) -> Answer:
        operation, lifecycle = match.operation, self._queries[match.operation.python]
        values = _values(match, request)
        given = [values.get(wire_name, "") for wire_name, _ in lifecycle.ids]
        asked = zip(*given, strict=False) if lifecycle.many else [given]
        found = [(ids, self._tasks.query(tuple(map(str, ids)), operation)) for ids in map(tuple, asked)]
        tasks = [task for _, task in found if task is not None]
        if not tasks:
            what = " and ".join(
                f"{wire_name} {value!r}" for (wire_name, _), value in zip(lifecycle.ids, given, strict=True)
            )
            return refused(operation, Refusal("not_found", f"no task is known as {what}"))
        return answers.standing(operation, tasks, self._files, request.origin)

    def _told(self, request: Request) -> Answer:
        """Answer what is no operation of the vendor."""
        if request.path == LEDGER:
            return json_answer(self.ledger.told())
        return self._listing() if request.path == "/" else self._unknown(request)

    def _listing(self) -> Answer:
        keys = ("name", "python", "method", "endpoint")
        operations = [{key: getattr(each, key) for key in keys} for each in self._operations]
        return json_answer({"vendor": self.vendor, "operations": operations})

    def _unknown(self, request: Request) -> Answer:
        message = f"{self.vendor} has no {request.method} {request.path}"
        known = self._routes.known(request.method)
        return json_answer({"error": "unknown route", "message": message, "known": known}, 404)


def _before(handler: Handler, step: Step) -> Handler:
    return lambda request: step(request, handler)


def _values(match: Match, request: Request) -> dict[str, Any]:
    values = address_values(match.operation, request, match.values)
    body = request.json() if request.body and match.operation.raw is None else None
    return {**values, **body_values(match.operation, body)}
