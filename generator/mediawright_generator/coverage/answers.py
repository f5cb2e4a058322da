"""Which cases exercise a fact of answers: success, errors, ids, status words, files."""

from collections.abc import Callable, Iterator, Mapping

from mediawright_generator.coverage.compare import same, text
from mediawright_generator.coverage.facts import Fact, Record
from mediawright_generator.plan.answers import read_all
from mediawright_generator.plan.case import Case, Cases


class OfAnswers:
    """What the cases of one operation hold of its answers."""

    def __init__(self, operation: Record, cases: Cases) -> None:
        """Take the cases."""
        self._operation = operation
        self._cases = cases

    def exercising(self, fact: Fact) -> Iterator[str]:
        """Name the cases that would fail if the fact were another."""
        if fact.kind in _FOUND:
            yield from _FOUND[fact.kind](self, fact)

    def successes(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers with a code that means success."""
        place = self._operation["envelope"]["code"]
        told = (*self._cases.answers, *self._cases.tasks)
        yield from (each.name for each in told if any(same(code, fact.value) for code in read_all(each.answer, place)))

    def uncoded(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers without a code."""
        yield from (each.name for each in self._cases.answers if not read_all(each.answer, fact.value))

    def told(self, fact: Fact) -> Iterator[str]:
        """Name the cases of errors that say their code, message or trace in a place."""
        key = fact.kind.removesuffix(" in")
        for each in self._cases.codes:
            said = each.expect.get(key)
            if said is not None and any(same(value, said) for value in read_all(each.answer, fact.value)):
                yield each.name

    def errors(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a documented error."""
        for each in self._cases.codes:
            wanted = (fact.value.get("code"), fact.value.get("http_status", 200), fact.value.get("retries", 0))
            if (each.expect["code"], each.expect.get("status", 200), each.expect.get("retries", 0)) == wanted:
                yield each.name

    def renewed(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which a code has a token fetched anew."""
        yield from (
            each.name for each in self._cases.codes if "fetched" in each.expect and each.expect["code"] == fact.value
        )

    def shown(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a documented answer."""
        yield from (each.name for each in self._told() if same(each.answer, fact.value))

    def fields(self, fact: Fact) -> Iterator[str]:
        """Name the cases of answers that have a field, of which a caller's view is compared."""
        for each in self._cases.answers:
            if "whole" in each.expect and read_all(each.answer, fact.value):
                yield each.name

    def ids(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which a task's id is read."""
        for each in self._cases.answers:
            token = each.expect.get("token", {})
            known = [token.get("id"), *token.get("ids", {}).values()]
            if any(same(value, id_) for value in read_all(each.answer, fact.value) for id_ in known):
                yield each.name

    def outputs(self, fact: Fact) -> Iterator[str]:
        """Name the cases in which the files of a place are read."""
        for each in self._told():
            there = [value for value in read_all(each.answer, fact.value) if value]
            if there and set(map(str, there)) <= set(each.expect.get("outputs", ())):
                yield each.name

    def states(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a status word."""
        yield from (
            each.name
            for each in self._cases.tasks
            if text(each.expect.get("raw")) == fact.subject and each.expect["state"] == fact.value
        )

    def other_state(self, fact: Fact) -> Iterator[str]:
        """Name the cases of a status that nobody documents."""
        yield from (
            each.name
            for each in self._cases.tasks
            if each.expect.get("raw") == "no such status" and each.expect["state"] == fact.value
        )

    def tasks(self, fact: Fact) -> Iterator[str]:
        """Name the cases of tasks whose status, reason or progress is read in a place."""
        key = "raw" if fact.kind == "status in" else fact.kind.removesuffix(" in")
        for each in self._cases.tasks:
            there = [value for value in read_all(each.answer, fact.value) if value is not None]
            if key in each.expect and there and each.expect[key] == there[0]:
                yield each.name

    def tolerated(self, fact: Fact) -> Iterator[str]:
        """Name the cases of tasks that tell of an error beside what counts more."""
        envelope = self._operation["envelope"]
        for each in self._cases.tasks:
            codes = read_all(each.answer, envelope["code"])
            if codes and codes[0] not in envelope["success"] and read_all(each.answer, fact.value):
                yield each.name

    def _told(self) -> tuple[Case, ...]:
        return (*self._cases.answers, *self._cases.tasks, *self._cases.documented)


_FOUND: Mapping[str, Callable[[OfAnswers, Fact], Iterator[str]]] = {
    "documented answer": OfAnswers.shown,
    "success": OfAnswers.successes,
    "code may be missing": OfAnswers.uncoded,
    "code in": OfAnswers.told,
    "message in": OfAnswers.told,
    "trace_id in": OfAnswers.told,
    "error": OfAnswers.errors,
    "token expired": OfAnswers.renewed,
    "field of the answer": OfAnswers.fields,
    "id in": OfAnswers.ids,
    "output": OfAnswers.outputs,
    "output of a task": OfAnswers.outputs,
    "status": OfAnswers.states,
    "any other status": OfAnswers.other_state,
    "status in": OfAnswers.tasks,
    "reason in": OfAnswers.tasks,
    "progress in": OfAnswers.tasks,
    "tolerated beside": OfAnswers.tolerated,
}
