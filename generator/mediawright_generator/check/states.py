"""Rules on the states of a task: each documented word is one, and they can be passed in their order."""

from collections.abc import Iterator, Mapping
from typing import Final

from mediawright_generator.check.fields import names_of
from mediawright_generator.check.rule import Finding
from mediawright_generator.check.tasks import judged_tasks
from mediawright_generator.load import LoadedVendor
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec.vendor import Lifecycle, State
from mediawright_runtime import paths

_ENDS: Final = frozenset({"succeeded", "failed", "cancelled", "expired"})


def unmapped_status(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find statuses that the query's answer documents, and that are no state; a typing error is told once."""
    for name, lifecycle in _whole(loaded):
        documented = documented_statuses(loaded, lifecycle)
        strange = [word for word in lifecycle.states if word not in documented]
        lacking = _lacking(lifecycle, documented)
        if lacking:
            meant = strange[0] if len(strange) == len(lacking) == 1 else closest(lacking[0], strange)
            path = ("tasks", name, "states")
            place = loaded.vendor.key_place(*path, *filter(None, [meant]))
            subject, verb = (f"status {lacking[0]!r}", "is") if len(lacking) == 1 else (f"{listed(lacking)}", "are")
            what = f"{subject} {verb} documented, but the task {name!r} has the states {listed(lifecycle.states)}"
            remedy = f"write it for {meant!r}" if meant else "say which state it is, as `word: running`"
            yield Finding(place, what, remedy)


def undocumented_state(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find states that the documented statuses of the query's answer do not have."""
    for name, lifecycle in _whole(loaded):
        documented = documented_statuses(loaded, lifecycle)
        is_told = bool(_lacking(lifecycle, documented))
        for word in lifecycle.states if documented and not is_told else ():
            if word not in documented:
                what = f"state {word!r} of the task {name!r} is not one of the documented {listed(documented)}"
                remedy = "remove it, or add it to the keywords of the status"
                yield Finding(loaded.vendor.key_place("tasks", name, "states", word), what, remedy)


def state_after_end(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find states of a task that goes on, listed behind one in which it has ended: no task passes them so."""
    for name, lifecycle in judged_tasks(loaded).items():
        is_whole = {"succeeded", "failed"} <= {*lifecycle.states.values(), lifecycle.otherwise}
        found = _out_of_order(lifecycle.states) if is_whole else None
        if found:
            word, what = found
            place = loaded.vendor.key_place("tasks", name, "states", word)
            yield Finding(place, what, "list states in the order a task passes them")


def _out_of_order(states: Mapping[str, State]) -> tuple[str, str] | None:
    """Name the state that stands in the wrong place: one of going on behind the end, or the end before several."""
    words = list(states)
    first = next((index for index, word in enumerate(words) if states[word] in _ENDS), len(words))
    late = [word for word in words[first:] if states[word] not in _ENDS]
    if not late:
        return None
    early = [word for word in words[: words.index(late[-1])] if states[word] in _ENDS]
    if len(late) <= len(early):
        what = f"state {late[0]!r} ({states[late[0]]}) stands behind {early[0]!r}, with which the task has ended"
        return late[0], what
    return early[0], f"state {early[0]!r}, with which the task has ended, stands before {listed(late)}"


def otherwise_succeeded(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks for which any word that nobody knows means success."""
    for name, lifecycle in judged_tasks(loaded).items():
        if lifecycle.otherwise == "succeeded":
            what = f"any unknown status of the task {name!r} would mean success"
            place = loaded.vendor.place("tasks", name, "otherwise")
            yield Finding(place, what, "list the words of success under states")


def unknown_status_in_callback(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find documented callbacks whose status is no state of their task."""
    callback = loaded.vendor.model.callback
    lifecycle = loaded.vendor.model.tasks.get(callback.task) if callback else None
    if callback is None or lifecycle is None or lifecycle.otherwise or not loaded.vendor.complete("callback"):
        return
    status = paths.first(callback.example, callback.status)
    if status is not None and str(status) not in {*lifecycle.states, *documented_statuses(loaded, lifecycle)}:
        what = f"status {status!r} of the callback is not one of {listed(lifecycle.states)}"
        place = loaded.vendor.place("callback", "example", *callback.status.split("."))
        yield Finding(place, what, "correct the example, or add it to states")


def cancel_without_cancelled(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks that can be cancelled, and have no state for it."""
    for name, lifecycle in judged_tasks(loaded).items():
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


def _lacking(lifecycle: Lifecycle, documented: tuple[str, ...]) -> list[str]:
    """List the documented statuses that are no state, where any other value has no meaning."""
    return [] if lifecycle.otherwise else [each for each in documented if each not in lifecycle.states]


def _whole(loaded: LoadedVendor) -> Iterator[tuple[str, Lifecycle]]:
    """Give the tasks whose states can be judged: they succeed and fail, which other rules demand."""
    for name, lifecycle in judged_tasks(loaded).items():
        ends = {*lifecycle.states.values(), lifecycle.otherwise}
        if loaded.vendor.complete("tasks", name) and {"succeeded", "failed"} <= ends:
            yield name, lifecycle
