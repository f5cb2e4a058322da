"""Every documented answer with one thing wrong in it, for every operation.

Promise: answers are open. What a vendor adds, drops or renames breaks no call; where the meaning of a paid answer is
lost, the error says that it may be billed.
"""

import copy
import json
from http import HTTPStatus

import pytest
from every_vendor import LIFECYCLES, SUBJECTS

from mediawright.errors import AmbiguousSubmitError, MediawrightError, NotFinishedError, TaskFailedError, VendorError
from mediawright_runtime.played import calling, play
from mediawright_runtime.recorder import Answer

GONE = object()
WRONG = [GONE, None, "zzz", "", 5, 0.5, True, [], {}, [None], ["zzz"], {"zzz": "zzz"}]
BODIES = [None, "zzz", 5, True, [], ["zzz"], {}, {"zzz": None}, b"", b"\xff", b"<html>", b"[" * 100_000]


def _documented():
    """List the answers that the documents show, and the one that contract tests take; each once for an operation."""
    for subject in SUBJECTS:
        shown = [
            response for demo in subject.record.get("api_request_demo", ()) for response in demo.get("response", ())
        ]
        bodies = [(each.get("status", 200), each["body"]) for each in shown if isinstance(each.get("body"), dict)]
        unlike = {json.dumps(each, sort_keys=True): each for each in [(200, subject.answer), *bodies]}
        for number, (status, body) in enumerate(unlike.values()):
            yield pytest.param(subject, status, body, id=f"{subject}-{number}")


ANSWERS = list(_documented())
ASKED = {(each.vendor, each.record["task"]["query"]["python"]) for each in LIFECYCLES}
QUERIES = [each for each in ANSWERS if (each.values[0].vendor, each.values[0].name) in ASKED]

documented = pytest.mark.parametrize(("subject", "status", "body"), ANSWERS)
kinds = pytest.mark.parametrize("client", [0, 1], ids=["sync", "async"])


def _nodes(value, way=()):
    """List the ways to all that stands in an answer."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*way, key)
        yield from _nodes(each, (*way, key))


def _mutated(body, way, wrong):
    changed = copy.deepcopy(body)
    *above, last = way
    place = changed
    for key in above:
        place = place[key]
    if wrong is GONE:
        del place[last]
    else:
        place[last] = wrong
    return changed


def _mutations(body):
    """List what can be wrong in an answer: where, and the answer that has it."""
    return [(way, _mutated(body, way, wrong)) for way in _nodes(body) for wrong in WRONG]


def _spelled(way):
    return ".".join("[]" if isinstance(key, int) else key for key in way).replace(".[]", "[]")


def _touches(way, paths):
    """Whether what stands at a way is on a path, or above or below it."""
    place = _spelled(way).split(".")
    for each in (one.replace("@json", "").split(".") for path in paths for one in path.split("|")):
        if place[: len(each)] == each[: len(place)]:
            return True
    return False


def _call(subject, answer, client):
    return play(subject.clients[client], subject.tested, (answer,) * 4, calling(subject.tested, subject.params))


def _code(subject):
    return [path for path in [subject.record["envelope"].get("code")] if path]


def _needed(subject):
    """Name what a paid answer must have: whether it is a success, and what leads to the work."""
    ids = [each["id"] for each in subject.record["task"]["query"]["takes"]] if "task" in subject.record else []
    return [*_code(subject), *ids, *(each["path"] for each in subject.record.get("outputs", ()))]


@kinds
@documented
def test_one_thing_wrong_in_an_answer_breaks_no_call(subject, status, body, client):
    """Only a code that says so, or the lack of what a paid answer must have, makes an error."""
    succeeds = _call(subject, Answer(body, status), client).error is None
    for way, changed in _mutations(body):
        played = _call(subject, Answer(changed, status), client)
        if isinstance(played.error, AmbiguousSubmitError):
            assert subject.creates
            assert not succeeds or _touches(way, _needed(subject)), (way, changed, played.error)
        elif played.error is not None:
            assert isinstance(played.error, VendorError)
            assert not succeeds or _touches(way, _code(subject)), (way, changed, played.error)
        elif "task" in subject.record:
            assert played.returned.id, (way, changed)


@kinds
@pytest.mark.parametrize(("subject", "status", "body"), QUERIES)
def test_one_thing_wrong_in_an_answer_breaks_no_question_about_a_task(subject, status, body, client):
    for way, changed in _mutations(body):
        error = _asked(subject, Answer(changed, status), client, "status").error
        assert error is None or isinstance(error, VendorError)
        assert error is None or status != HTTPStatus.OK or _touches(way, _code(subject)), (way, changed, error)
        error = _asked(subject, Answer(changed, status), client, "result").error
        assert error is None or isinstance(error, (VendorError, NotFinishedError, TaskFailedError))


def _asked(subject, answer, client, question):
    def ask(client):
        return getattr(client.resume(_token(subject)), question)()

    return play(subject.clients[client], subject.tested, (answer, answer), ask)


def _token(subject):
    """Write the token of a task of which this query tells."""
    tasks = (each.record["task"] for each in LIFECYCLES if each.vendor == subject.vendor)
    task = next(each for each in tasks if each["query"]["python"] == subject.name)
    keywords = {each["name"]: each["python_name"] for each in subject.record["api_body"]}
    ids = {keywords[each["name"]]: "task-1" for each in task["query"]["takes"]}
    return json.dumps({"v": 2, "vendor": subject.vendor, "task": task["name"], "ids": ids})


@kinds
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_a_body_that_is_nothing_of_the_kind_is_an_error_of_ours(subject, client):
    for body in BODIES:
        error = _call(subject, Answer(body), client).error
        if subject.creates:
            assert isinstance(error, AmbiguousSubmitError), body
            assert error.charged == "unknown"
        else:
            assert error is None or isinstance(error, MediawrightError)
