"""Contract cases of one operation: what the documents say it sends, takes, refuses and answers."""

from collections.abc import Sequence

from mediawright_generator.plan import answer_cases, request_cases
from mediawright_generator.plan.answers import success
from mediawright_generator.plan.sampler import Sampler
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.subject import Subject, spelled
from mediawright_generator.plan.views import ContractView


def contract_view(class_name: str, package: str, operation: Record, asked: Sequence[Record], file: str) -> ContractView:
    """Collect the cases of an operation of the contract; `asked` are the lifecycles that it tells about."""
    sampler = Sampler(operation)
    keywords = {each["name"]: each["python_name"] for each in operation["api_body"]}
    subject = Subject(operation, sampler, sampler.base() or {}, keywords)
    answer = next((answer for _, _, answer in answer_cases.documented(subject)), None) or success(operation)
    return ContractView(
        package=package,
        class_name=class_name,
        path=operation["python"],
        path_literal=repr(operation["python"]),
        sources=file,
        answer=spelled(answer),
        base=spelled(subject.by_keyword(subject.base)),
        wire=tuple(request_cases.wire_cases(subject)),
        accepted=tuple(request_cases.accepted_cases(subject)),
        refused=tuple(request_cases.refused_cases(subject)),
        missing=tuple(request_cases.missing_cases(subject)),
        answers=tuple(answer_cases.answers(subject, asked)),
        states=tuple(answer_cases.states(subject, asked)),
        codes=tuple(answer_cases.codes(subject)),
    )
