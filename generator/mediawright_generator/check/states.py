"""Rules on the states of a task: each documented word is one, and they can be passed in their order."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.fields import names_of
from mediawright_generator.check.rule import Finding
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec.vendor import Lifecycle
from mediawright_runtime import paths

_ENDS: Final = frozenset({"succeeded", "failed", "cancelled", "expired"})


def unmapped_status(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find statuses that the query's answer documents, and that are no state; a typing error is told once."""
    for name, lifecycle in _whole(loaded):
        documented = documented_statuses(loaded, lifecycle)
        strange = [word for word in lifecycle.states if word not in documented]
        for word in () if lifecycle.otherwise else [each for each in documented if each not in lifecycle.states]:
            meant = closest(word, strange)
            path = ("tasks", name, "states")
            place = loaded.vendor.key_place(*path, meant) if meant else loaded.vendor.place(*path)
            what = f"status {word!r} is documented, but the task {name!r} has the states {listed(lifecycle.states)}"
            remedy = f"write it for {meant!r}" if meant else "say which state it is, as `word: running`"
            yield Finding(place, what, remedy)


def undocumented_state(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find states that the documented statuses of the query's answer do not have."""
    for name, lifecycle in _whole(loaded):
        documented = documented_statuses(loaded, lifecycle)
        lacking = [] if lifecycle.otherwise else [each for each in documented if each not in lifecycle.states]
        for word in lifecycle.states if documented else ():
            if word not in documented and not closest(word, lacking):
                what = f"state {word!r} of the task {name!r} is not one of the documented {listed(documented)}"
                remedy = "remove it, or add it to the keywords of the status"
                yield Finding(loaded.vendor.key_place("tasks", name, "states", word), what, remedy)


def state_after_end(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find states of a task that goes on, listed behind one in which it has ended: no task passes them so."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        ended = ""
        is_whole = {"succeeded", "failed"} <= {*lifecycle.states.values(), lifecycle.otherwise}
        for word, state in lifecycle.states.items() if is_whole else ():
            if ended and state not in _ENDS:
                what = f"state {word!r} ({state}) stands behind {ended!r}, with which the task has ended"
                place = loaded.vendor.key_place("tasks", name, "states", word)
                yield Finding(place, what, "list states in the order a task passes them")
            ended = ended or (word if state in _ENDS else "")


def otherwise_succeeded(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks for which any word that nobody knows means success."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        if lifecycle.otherwise == "succeeded":
            what = f"any unknown status of the task {name!r} would mean success"
            place = loaded.vendor.place("tasks", name, "otherwise")
            yield Finding(place, what, "list the words of success under states")


def cancel_without_cancelled(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks that can be cancelled, and have no state for it."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        ends = (*lifecycle.states.values(), lifecycle.otherwise)
        if lifecycle.cancel and "cancelled" not in ends and loaded.vendor.complete("tasks", name):
            what = f"the task {name!r} can be cancelled, but no state means 'cancelled'"
            yield Finding(loaded.vendor.key_place("tasks", name, "cancel"), what, "add the vendor's word for it")


def documented_statuses(loaded: LoadedVendor, lifecycle: Lifecycle) -> tuple[str, ...]:
    """Give the statuses that the answer of a task's query lists."""
    wanted = {tuple(step.name for step in place) for place in paths.places(lifecycle.status)}
    queries = [each for each in loaded.operations if each.model.name == lifecycle.query.operation]
    answers = [each.model.api_response for each in queries if each.complete("api_response")]
    fields = [field for each in answers for field in each if names_of(field) in wanted]
    return tuple(dict.fromkeys(str(word) for field in fields for word in field.keywords))


def _whole(loaded: LoadedVendor) -> Iterator[tuple[str, Lifecycle]]:
    """Give the tasks whose states can be judged: they succeed and fail, which other rules demand."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        ends = {*lifecycle.states.values(), lifecycle.otherwise}
        if loaded.vendor.complete("tasks", name) and {"succeeded", "failed"} <= ends:
            yield name, lifecycle
