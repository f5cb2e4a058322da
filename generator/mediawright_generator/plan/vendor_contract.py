"""The contract tests of a vendor as a whole, spelled; none where nothing of it can be tried."""

from collections.abc import Mapping

from mediawright_generator.plan.answers import success
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.cases import case_view, spelled_subject, subject_of
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.subject import Subject, spelled
from mediawright_generator.plan.vendor_cases import callback_cases, environment_cases, hosts, is_telling, seal_of
from mediawright_generator.plan.views import VendorContractView
from mediawright_generator.plan.wire import placeholder


def vendor_contract_view(
    vendor: str, class_name: str, package: str, operations: Mapping[str, Record], file: str
) -> VendorContractView | None:
    """Spell what holds for all operations of a vendor."""
    if not operations:
        return None
    subjects = [subject_of(vendor, each, operations) for each in operations.values()]
    telling = next((each for each in subjects if is_telling(each)), None)
    subject = telling or subjects[0]
    allowed, refused = hosts(subject.operation["output_hosts"])
    callbacks, seal, secrets = _callbacks(operations)
    if not (telling or allowed or callbacks):
        return None
    return VendorContractView(
        package=package,
        class_name=class_name,
        sources=file,
        subject=spelled_subject(subject.operation, repr(subject.operation["python"])),
        base=spelled(subject.by_keyword(subject.base)),
        answer=spelled(success(subject.operation)),
        environment=tuple(case_view(each, each.given, each.request) for each in _environment(telling)),
        allowed=spelled(allowed) if allowed else "",
        refused=spelled(refused),
        callbacks=tuple(case_view(each, each.answer, each.expect) for each in callbacks),
        secrets=spelled(_held(subject.operation) | secrets),
        seal=spelled(seal or None),
    )


def _held(operation: Record) -> dict[str, str]:
    return {each["name"]: placeholder(each["name"]) for each in operation["credentials"]}


def _environment(telling: Subject | None) -> list[Case]:
    return list(environment_cases(telling)) if telling else []


def _callbacks(operations: Mapping[str, Record]) -> tuple[list[Case], dict[str, object], dict[str, str]]:
    """Find the vendor's callback, and the lifecycle of which it tells; a seal within something is not made by hand."""
    told = next((each for each in operations.values() if "callback" in each), None)
    if told is None or any("." in str(place) for place in told["callback"].get("seal", {}).values()):
        return [], {}, {}
    return list(callback_cases(told["callback"], told["task"])), *seal_of(told["callback"])
