"""What an accepted call brings about: tasks, files, tokens, lists, and the answer that tells of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mediawright_mock import answers
from mediawright_mock.allowance import Allowance
from mediawright_mock.alternatives import told_by
from mediawright_mock.answers import plain
from mediawright_mock.course import Courses
from mediawright_mock.files import Files, Made
from mediawright_mock.listing import Listing
from mediawright_mock.refusals import Refusal, refused
from mediawright_mock.replays import Replays
from mediawright_mock.tasks import Tasks
from mediawright_mock.uploads import Uploads
from mediawright_mock.values import address_values, body_values, sent_body
from mediawright_mock.webhooks import Webhooks, address
from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mediawright_mock.chance import Chance
    from mediawright_mock.clock import Clock
    from mediawright_mock.contract import Operation
    from mediawright_mock.faults import Fault
    from mediawright_mock.issuer import Issuer
    from mediawright_mock.ledger import Ledger
    from mediawright_mock.messages import Answer, Request
    from mediawright_mock.routes import Match
    from mediawright_mock.scenario import Scenario
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Lifecycle


class Terms:
    """What the contract says of a vendor's operations together: which of them tell of, cancel and list tasks."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        """Bring them together."""
        self.operations = {each.python: each for each in operations}
        lifecycles = {each.task.query: each.task for each in operations if each.task}
        self.queries = {query: (lifecycle, query) for query, lifecycle in lifecycles.items()}
        """The lifecycle as each query tells it, and the query of the tasks it tells of."""
        for operation in operations:
            for query, lifecycle in lifecycles.items():
                told = told_by(operation, self.operations[query], lifecycle) if query in self.operations else None
                if told is not None:
                    self.queries[operation.python] = (told, query)
        self.cancels = {each.cancel.operation: each for each in lifecycles.values() if each.cancel}
        self.listings = {each.python: Listing(each, tuple(lifecycles.values()), self.operations) for each in operations}


class Service:
    """One vendor at work, from its first call on."""

    def __init__(  # noqa: PLR0913, PLR0917 (what it works with)
        self, terms: Terms, scenario: Scenario, chance: Chance, clock: Clock, issuer: Issuer, ledger: Ledger
    ) -> None:
        """Begin without tasks and files."""
        self._terms = terms
        self._scenario = scenario
        self._chance = chance
        self._issuer = issuer
        self._ledger = ledger
        self._courses = Courses(scenario, chance)
        self._replays = Replays()
        self._allowance = Allowance(scenario, clock)
        self.files = Files(clock)
        self.tasks = Tasks(chance, clock)
        self.uploads = Uploads(chance)
        self.webhooks = Webhooks(self.tasks, self.files, issuer, clock)

    def answer(self, match: Match, request: Request, fault: Fault | None) -> Answer:
        """Do what an accepted call asks for; a fault of tasks hits what it makes or tells of."""
        operation = match.operation
        if not operation.creates:
            return answers.in_form(operation, self._told(match, request, fault))
        again = self._replays.repeated(operation, request)
        answer = again or self._allowance.refusal(operation, self.tasks.all)
        if answer is None:
            self._ledger.accept(operation)
            answer = self._created(match, request, fault)
            self._replays.keep(operation, request, answer)
        return answer

    def _created(self, match: Match, request: Request, fault: Fault | None) -> Answer:
        operation, given = match.operation, _values(match, request)
        if operation.answer_type is not None:
            return answers.filed(operation, self._chance.new_id())
        if operation.task is None:
            behaviour = self._scenario.behaviour(operation.python)
            whose = Made(self._chance.new_id(), operation.output_kind, behaviour, fault)
            return answers.made(operation, self.files, request.origin, whose)
        course = self._courses.course(operation, given, fault, tells=bool(address(operation, given)))
        task = self.tasks.start(operation, course, given, request.origin)
        self.webhooks.expect(task)
        return answers.created(task)

    def _told(self, match: Match, request: Request, fault: Fault | None) -> Answer:
        operation = match.operation
        if operation.answer_type is not None:
            return answers.filed(operation, self._chance.new_id())
        if operation.python in self._terms.queries:
            return self._standing(match, request, fault)
        if operation.python in self._terms.cancels:
            return self._cancelled(match, request, self._terms.cancels[operation.python])
        if operation.raw is not None:
            return self.uploads.take(operation, request, _values(match, request))
        if operation.issues:
            return answers.issued(operation, [(each.answer, self._issuer.issue(each)) for each in operation.issues])
        listing, values = self._terms.listings[operation.python], _values(match, request)
        return listing.filled(self.tasks.all(), values, self.files, request.origin).sent()

    def _standing(self, match: Match, request: Request, fault: Fault | None) -> Answer:
        operation, (lifecycle, query) = match.operation, self._terms.queries[match.operation.python]
        values = _values(match, request)
        given = {wire_name: values.get(wire_name, "") for wire_name, _ in lifecycle.ids}
        asked = zip(*given.values(), strict=False) if lifecycle.many else [given.values()]
        found = (self.tasks.query(tuple(map(str, ids)), query) for ids in asked)
        tasks = [replace(each, lifecycle=lifecycle) for each in found if each is not None]
        if not tasks:
            return refused(operation, _unknown(given))
        if fault is not None:
            tasks = [_struck(each, fault) for each in tasks]
        return answers.standing(operation, tasks, self.files, request.origin)

    def _cancelled(self, match: Match, request: Request, lifecycle: Lifecycle) -> Answer:
        names = lifecycle.cancel.keywords if lifecycle.cancel else ()
        values = _values(match, request)
        given = {name: values.get(match.operation.wire_name(name), "") for name in names}
        task = self.tasks.cancel(tuple(_one(each) for each in given.values()), lifecycle.query)
        return refused(match.operation, _unknown(given)) if task is None else plain(match.operation).sent()


def _struck(task: Task, fault: Fault) -> Task:
    """Let one look at a task go wrong."""
    return replace(task, course=task.course._replace(fault=fault))


def _one(value: Any) -> str:
    """Take the one id out of a list of ids."""
    return str(next(iter(value), "") if is_list(value) else value)


def _unknown(given: Mapping[str, Any]) -> Refusal:
    what: Iterable[str] = (f"{name} {value!r}" for name, value in given.items())
    return Refusal("not_found", f"no task is known as {' and '.join(what)}", rule=f"known {next(iter(given), 'task')}")


def _values(match: Match, request: Request) -> dict[str, Any]:
    values = address_values(match.operation, request, match.values)
    return {**values, **body_values(match.operation, sent_body(match.operation, request))}
