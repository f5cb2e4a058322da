"""Every status of every lifecycle: what a wait does is the same for both kinds of client, and an end is an end.

Promise: no documented end of a task is overlooked, and no undocumented word ends a wait or breaks it.
"""

import copy
import logging
import random

import pytest
from acme_world import World
from every_vendor import LIFECYCLES, SUBJECTS

from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.recorder import Answer

ENDS = {"succeeded", "failed", "cancelled", "expired"}
FOREIGN = "zzz"


def _query(create):
    name = create.record["task"]["query"]["python"]
    return next(each for each in SUBJECTS if (each.vendor, each.name) == (create.vendor, name))


def _cases():
    for create in LIFECYCLES:
        lifecycle = create.record["task"]
        for word, state in [*lifecycle["states"].items(), (FOREIGN, lifecycle.get("otherwise", "unknown"))]:
            for spelled in dict.fromkeys((word, int(word) if word.isdecimal() else word)):
                yield pytest.param(create, spelled, state, id=f"{create}-{spelled!r}")


def _standing(create, word):
    """Put a status word into the documented answer of the query."""
    answer = copy.deepcopy(_query(create).answer)
    *way, last = create.record["task"]["status"].split(".")
    place = answer
    for step in way:
        listed = step.endswith("[]")
        place = place.setdefault(step.removesuffix("[]"), [{}] if listed else {})
        place = place[0] if listed else place
    place[last] = word
    return Answer(answer)


def _wait(kind, create, word):
    """Wait for a task that stands so at first and has succeeded after; give all that the wait did."""
    world = World(kind, create.clients, **create.credentials)
    client = world.client()
    done = next(each for each, state in create.record["task"]["states"].items() if state == "succeeded")
    world.answers(Answer(create.answer), _standing(create, word), forever=_standing(create, done))
    random.seed(7)
    task = world.run(create.call, client)
    told = []
    try:
        returned = world.settle(lambda: task.wait(timeout=600, on_progress=told.append))
        end = [(each.kind, each.url) for each in returned.outputs]
    except MediawrightError as error:
        end = (type(error), error.kind, str(error), error.token)
    return {"requests": world.requests, "sleeps": world.sleeps, "limits": world.timeouts, "told": told, "end": end}


@pytest.mark.parametrize(("create", "word", "state"), list(_cases()))
def test_both_kinds_of_client_do_the_same_and_an_end_ends_the_wait(create, word, state, caplog):
    with caplog.at_level(logging.WARNING, "mediawright"):
        trace = _wait("sync", create, word)
        warned = len(caplog.records)
        assert _wait("async", create, word) == trace
    assert [each.state for each in trace["told"]] == [state] + ["succeeded"] * (state not in ENDS)
    assert trace["told"][0].raw == word
    assert len(trace["requests"]) == (2 if state in ENDS else 3)
    assert isinstance(trace["end"], list) == (state not in ENDS - {"succeeded"})
    assert warned == (state == "unknown")
