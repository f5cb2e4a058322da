"""The control: tests with the same calls that ask the code under test what is right, and should notice next to nothing.

A share of noticed mutants means something only if such tests get none of it: what they notice is what breaks by itself.
"""

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
    testing.check_accepted = _outcome
    testing.check_refused = _refused
    testing.check_parsed = _outcome
    testing.check_refused_answer = _outcome


def _played(client_class, operation, params, answer=None):
    """Say all that comes of a call."""
    from mediawright_runtime.played import calling, play
    from mediawright_runtime.recorder import Answer

    played = play(client_class, (Answer(answer),) * _MANY, calling(operation, params))
    return repr((played.requests, str(played.error), getattr(played.returned, "id", None)))


def _same(client_class, operation, params, answer):
    expected = _played(client_class, operation, params, answer)
    assert _played(client_class, operation, params, answer) == expected


def _wire(client_class, operation, params, *, answer, **_request):
    _same(client_class, operation, params, answer)


def _outcome(client_class, operation, params, answer, *_expected, **_facts):
    _same(client_class, operation, params, answer)


def _refused(client_class, operation, params, _field):
    """Ask the model whether it takes the values, and expect just that."""
    from mediawright_runtime.errors import InvalidRequestError
    from mediawright_runtime.played import play
    from mediawright_runtime.recorder import Answer

    def call(client):
        return client.call(operation, **params)

    answers = (Answer(None),) * _MANY
    expected = isinstance(play(client_class, answers, call).error, InvalidRequestError)
    assert isinstance(play(client_class, answers, call).error, InvalidRequestError) == expected
