"""Changes specs, emitted code and the runtime, one thing at a time, and reports what the tests notice of it."""

import argparse
import random
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from mutating import farm, survivors
from mutating.report import BARS, CONTROL_BAR, Outcome, lines

SAMPLES = {"specs": 0, "clients": 600, "runtime": 400}
"""How many mutants of a group are judged when nothing is said; 0 is all."""


def main(arguments: list[str] | None = None) -> int:
    """Judge what is asked for; 1 where tests notice too little, or an explanation is not true any more."""
    options = _parser().parse_args(arguments)
    farm.prepare_process()
    known = survivors.explanations()
    print(f"{datetime.now(UTC):%Y-%m-%d}, seed {options.seed}", flush=True)
    return max([_run(group, options, known) for group in GROUPS if group in (options.group or GROUPS)])


def _run(group, options, known):
    began = perf_counter()
    outcome, drawn = GROUPS[group](options)
    for line in lines(outcome, known, control=options.control):
        print(line)
    wrong = [] if options.control else _untrue(known, drawn, outcome, ROOMS[group])
    for each in wrong:
        print(f"  {survivors.FILE.name}: no longer true, remove it: {each}")
    print(f"  {perf_counter() - began:.0f} s", flush=True)
    short = outcome.share >= CONTROL_BAR if options.control else outcome.falls_short()
    return int(short or bool(wrong))


def _specs(options):
    from mutating import control, reviewers

    drawn = _drawn([each for vendor in reviewers.vendors() for each in reviewers.mutants_of(vendor)], "specs", options)
    judge = control.judge_specs if options.control else reviewers.judge
    return Outcome("specs", tuple(judge(drawn.judged)), drawn.total), drawn


def _clients(options):
    from mutating import control, suites

    drawn = _drawn(suites.client_cases(), "clients", options)
    if options.control:
        own = [each._replace(suites=each.suites[:1], prepare=control.ask_the_code) for each in drawn.judged]
        drawn = drawn._replace(judged=own)
    import mediawright_runtime.testing  # noqa: F401 (not mutated here, so it may be loaded for all children)

    return _judged("clients", drawn, options), drawn


def _runtime(options):
    from mutating import suites

    drawn = _drawn(suites.runtime_cases(), "runtime", options)
    return _judged("runtime", drawn, options), drawn


GROUPS = {"runtime": _runtime, "clients": _clients, "specs": _specs}
"""In this order: what a later one loads, an earlier one changes."""
ROOMS = {"runtime": "runtime/", "clients": "generated/", "specs": "specs/"}


class _Drawn(NamedTuple):
    """What is judged of all that there is."""

    judged: list
    everything: list

    @property
    def total(self):
        return len(self.everything)


def _drawn(found, group, options):
    if options.place:
        return _Drawn([each for each in found if options.place in str(getattr(each, "mutant", each))], found)
    wanted = 0 if options.all else SAMPLES[group] if options.sample is None else options.sample
    if not wanted or wanted >= len(found):
        return _Drawn(found, found)
    return _Drawn(random.Random(options.seed).sample(found, wanted), found)  # noqa: S311 (a draw, no secret)


def _judged(group, drawn, options):
    cases = [each._replace(suites=each.suites[: options.stages]) for each in drawn.judged]
    farm.check_suites(suite for case in cases for suite in case.suites)
    verdicts = tuple(_followed(farm.judge(cases, options.jobs, shown=options.shown), len(cases)))
    return Outcome(group, verdicts, drawn.total)


def _followed(verdicts, total):
    """Tell on stderr how far a run is, which may take an hour, and each survivor at once."""
    for number, each in enumerate(verdicts, 1):
        if not each.killed:
            print(f"{number} of {total}: nothing noticed {each.mutant}", file=sys.stderr, flush=True)
        elif number % 20 == 0:
            print(f"{number} of {total}", file=sys.stderr, flush=True)
        yield each


def _untrue(known, drawn, outcome, room):
    """List what is explained of a room and is not there, or is noticed after all; a run of one place cannot tell."""
    mutants = [getattr(each, "mutant", each) for each in drawn.everything]
    if not mutants or not all(each.place.file.startswith(room) for each in mutants):
        return []
    of_room = [each for each in known if each.file.startswith(room)]
    return [*survivors.idle(of_room, mutants), *survivors.refuted(of_room, outcome.verdicts, mutants)]


def _parser():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--group", action="append", choices=BARS, help="judge these alone; may be repeated")
    parser.add_argument("--all", action="store_true", help="judge every mutant, not a sample (an hour and more)")
    parser.add_argument("--sample", type=int, metavar="N", help="judge N mutants of each group")
    parser.add_argument("--seed", type=int, default=6, help="which sample is drawn")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="mutants that are judged at the same time")
    parser.add_argument("--place", metavar="TEXT", help="judge the mutants alone whose line has this text")
    parser.add_argument("--stages", type=int, metavar="N", help="run no more than the N quickest sets of tests")
    parser.add_argument("--shown", action="store_true", help="show what the tests print")
    parser.add_argument("--control", action="store_true", help="judge by tests that ask the code what is right")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
