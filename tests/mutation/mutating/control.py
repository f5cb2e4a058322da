"""The control: tests with the same calls that ask the code under test what is right, and should notice next to nothing.

A share of noticed mutants means something only if such tests get none of it: what they notice is what breaks by itself.
"""

import json
from collections.abc import Iterable, Iterator

from mediawright_generator.plan.contract import contract
from mutating.mutant import STILLBORN, Mutant, Verdict

_MANY = 9
"""More answers than any client asks for."""


def judge_specs(found: Iterable[Mutant]) -> Iterator[Verdict]:
    """Compare the facts of each changed vendor with those that the changed vendor has."""
    from facts import read

    for mutant in found:
        loaded = mutant.make()
        if loaded.problems:
            yield Verdict(mutant, STILLBORN)
            continue
        try:
            expected, said = read(contract(loaded.vendor)), read(contract(loaded.vendor))
        except (KeyError, StopIteration, ValueError) as error:
            yield Verdict(mutant, f"breaks by itself: {error!r}")
        else:
            yield Verdict(mutant, None if said == expected else "its own facts")


def ask_the_code() -> None:
    """Put checks in the place of the contract tests' own that take what the code does for right."""
    from mediawright_runtime import testing

    testing.check_wire = _wire
    testing.check_parsed = testing.check_refused_answer = _outcome
    testing.check_task = _task
    testing.check_refused = _refused
    testing.check_documented = lambda *_documented: None


def _same(client_class, subject, act, answer):
    assert _said(client_class, subject, act, answer) == _said(client_class, subject, act, answer)


def _said(client_class, subject, act, answer):
    """Say all that comes of a call."""
    from mediawright_runtime.played import play
    from mediawright_runtime.recorder import Answer

    played = play(client_class, subject, (Answer(answer),) * _MANY, act)
    return repr((played.requests, str(played.error), getattr(played.returned, "id", None)))


def _wire(client_class, subject, params, *, answer, **_request):
    _outcome(client_class, subject, params, answer)


def _outcome(client_class, subject, params, answer, *_expected, **_facts):
    from mediawright_runtime.played import calling

    _same(client_class, subject, calling(subject, params), answer)


def _task(client_class, subject, asked, answer, _expected, **_facts):
    _same(client_class, subject, lambda client: client.resume(json.dumps(asked["token"])).status(), answer)


def _refused(client_class, subject, params, _field):
    """Ask the model whether it takes the values, and expect just that."""
    from mediawright_runtime.errors import InvalidRequestError
    from mediawright_runtime.played import play
    from mediawright_runtime.recorder import Answer

    def call(client):
        return client.call(subject.operation, **params)

    answers = (Answer(None),) * _MANY
    expected = isinstance(play(client_class, subject, answers, call).error, InvalidRequestError)
    assert isinstance(play(client_class, subject, answers, call).error, InvalidRequestError) == expected
