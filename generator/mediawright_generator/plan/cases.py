"""Contract cases of one operation: what the documents say it sends, takes, refuses and answers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mediawright_generator.plan import answer_cases, code_cases, request_cases, task_cases
from mediawright_generator.plan.answers import success
from mediawright_generator.plan.case import Case, Cases
from mediawright_generator.plan.fragments import with_schemas
from mediawright_generator.plan.sampler import Sampler
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.spelling import Spelled, spell
from mediawright_generator.plan.subject import Subject, spelled
from mediawright_generator.plan.views import CaseView, ContractView
from mediawright_generator.plan.wire import KEY, placeholder


def cases_of(subject: Subject, operations: Mapping[str, Record]) -> Cases:
    """Collect the cases of an operation; `operations` are all of its vendor, by `category.method`."""
    operation = subject.operation
    lifecycles = {each["task"]["name"]: each["task"] for each in operations.values() if "task" in each}
    asked = [each for each in lifecycles.values() if each["query"]["python"] == operation["python"]]
    query = operations[operation["task"]["query"]["python"]] if "task" in operation else None
    tasks = task_cases.of_queries(subject, asked) if query is None else task_cases.of_creates(subject, query)
    cases = Cases(
        base=subject.base,
        request=subject.request,
        answer=next((body for _, _, body in answer_cases.successes(subject)), None) or success(operation),
        documented=tuple(answer_cases.documented_cases(subject)),
        tasks=tuple(tasks),
        models=tuple(answer_cases.model_cases(subject)),
    )
    return _with_calls(cases, subject) if subject.is_callable else cases


def _with_calls(cases: Cases, subject: Subject) -> Cases:
    return replace(
        cases,
        wire=tuple(request_cases.wire_cases(subject)),
        accepted=tuple(request_cases.accepted_cases(subject)),
        refused=tuple(request_cases.refused_cases(subject)),
        near=tuple(request_cases.near_cases(subject)),
        missing=tuple(request_cases.missing_cases(subject)),
        answers=tuple(answer_cases.answers(subject)),
        codes=tuple(code_cases.codes(subject)),
        beside=tuple(code_cases.beside_success(subject.operation)),
    )


def subject_of(vendor: str, operation: Record, operations: Mapping[str, Record]) -> Subject:
    """Make the operation under test ready; `operations` are all of its vendor, by `category.method`."""
    operation = with_schemas(operation)
    sampler = Sampler(operation)
    base = sampler.base()
    return Subject(vendor, operation, sampler, base or {}, _keywords(operation), operations, base is not None)


def _keywords(operation: Record) -> dict[str, str]:
    return {each["name"]: each["python_name"] for each in operation["api_body"]}


def contract_view(class_name: str, package: str, subject: Subject, cases: Cases, file: str) -> ContractView:
    """Spell the cases of an operation."""
    return ContractView(
        package=package,
        class_name=class_name,
        path=subject.operation["python"],
        path_literal=repr(subject.operation["python"]),
        sources=file,
        subject=spelled_subject(subject.operation, "OPERATION"),
        answer=spelled(cases.answer),
        base=spelled(subject.by_keyword(subject.base)),
        request=spelled(cases.request),
        sent=tuple(_sent(subject, each) for each in cases.wire),
        accepted=tuple(_sent(subject, each) for each in cases.accepted if not each.group),
        together=tuple(_together(subject, cases.accepted)),
        refused=tuple(case_view(each, subject.spelled(each.given), each.refused) for each in cases.refused),
        near=tuple(_near(cases.near)),
        missing=tuple(case_view(each, subject.by_keyword(each.given), each.refused) for each in cases.missing),
        documented=tuple(case_view(each, each.answer, each.expect["status"]) for each in cases.documented),
        answers=tuple(case_view(each, subject.spelled(each.given), each.answer, each.expect) for each in cases.answers),
        tasks=tuple(case_view(each, _asked(each), each.answer, each.expect) for each in cases.tasks),
        models=tuple(case_view(each, each.answer, each.expect) for each in cases.models),
        codes=tuple(case_view(each, each.answer, each.expect) for each in cases.codes),
        beside=tuple(CaseView(repr(each.expect["code"]), spelled(each.answer)) for each in cases.beside),
        asks="task" not in subject.operation,
    )


def spelled_subject(operation: Record, name: str) -> str:
    """Spell what a client is given before the call; `name` is that of the operation, as an expression."""
    return spell(
        "testing.Subject",
        operation=Spelled(name),
        server=next((each["url"] for each in operation["servers"]), ""),
        credentials={each["name"]: placeholder(each["name"]) for each in operation["credentials"]},
        tokens={each["name"]: placeholder(each["name"]) for each in operation["tokens"]},
        idempotency_key=KEY if "idempotency" in operation else None,
    )


def _asked(case: Case) -> dict[str, Any]:
    return {"token": case.token, "request": case.request}


def _sent(subject: Subject, case: Case) -> CaseView:
    return case_view(case, subject.spelled(case.given), subject.spelled_request(case.request or {}))


def _together(subject: Subject, cases: tuple[Case, ...]) -> Iterator[CaseView]:
    """Spell cases of one group as one: a list of what each is given and sends."""
    for group in dict.fromkeys(each.group for each in cases if each.group):
        pairs = (f"({_sent(subject, each).arguments})" for each in cases if each.group == group)
        yield CaseView(repr(group), f"[{', '.join(pairs)}]")


def _near(cases: tuple[Case, ...]) -> Iterator[CaseView]:
    """Spell refused values by the field at which they are refused."""
    for field in dict.fromkeys(each.refused for each in cases):
        values = [value for each in cases if each.refused == field for value in [each.given[each.group]]]
        yield CaseView(repr(field), spelled(values))


def case_view(case: Case, *arguments: Any) -> CaseView:
    """Spell a case: its name for people, and the arguments of its check."""
    texts = (each if isinstance(each, Spelled) else spelled(each) for each in arguments)
    return CaseView(repr(case.name), ", ".join(texts))
