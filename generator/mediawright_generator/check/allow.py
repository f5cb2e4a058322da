"""Findings that a file allows are left out; what allows nothing, or does not say why, is a problem itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mediawright_generator.check.rule import Rule, each_file
from mediawright_generator.check.table import RULES
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.allow import Allow
from mediawright_generator.load.mistakes import MISTAKES, Mistake
from mediawright_generator.problems import Place, Problem, closest
from mediawright_generator.spec.base import Spec

Allowed = tuple[Place, str]
"""Where something is allowed, and the id of the rule that is."""

ALLOWS: Final = (
    Mistake(
        "unused-allow",
        "What allows nothing would silently allow the next mistake on its line.",
        "Remove it, or move it to the line of the finding, or alone to the line above.",
    ),
    Mistake(
        "unknown-rule-in-allow",
        "What names no rule allows nothing, though it looks as if it did.",
        "Name the rule as the finding does; problems of reading a file cannot be allowed.",
    ),
    Mistake(
        "allow-without-reason",
        "Nobody could tell later whether the finding may still be allowed.",
        "Say in parentheses why it is right as it stands, as `# allow: rule-id (the vendor says so)`.",
    ),
)
_IDS: Final = frozenset(rule.id for rule in RULES)
_OF_READING: Final = frozenset(mistake.id for mistake in MISTAKES)


def settle(problems: Iterable[Problem], vendors: Iterable[LoadedVendor], rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Leave out what is allowed of the problems that some rules found, and tell what is wrong with what allows."""
    vendors = tuple(vendors)
    by_file = {located.file: located.allows for loaded in vendors for located in _files(loaded) if located.allows}
    used: set[Allowed] = set()
    for problem in problems:
        allowed = tuple(_allowing(problem, by_file.get(problem.place.file, ())))
        used.update(allowed)
        if not allowed:
            yield problem
    ran = frozenset(rule.id for rule in rules)
    for loaded in vendors:
        yield from _wrong(loaded, used, ran)


def _files(loaded: LoadedVendor) -> Iterator[Located[Spec]]:
    yield from each_file(loaded)
    if loaded.changelog:
        yield loaded.changelog


def _allowing(problem: Problem, allows: tuple[Allow, ...]) -> Iterator[Allowed]:
    for allow in allows:
        if allow.covers(problem.place) and problem.rule in _meant(allow):
            yield allow.place, problem.rule


def _meant(allow: Allow) -> Mapping[str, str]:
    """Give the rules that are meant, misspelt or not, by id."""
    return {each if each in _IDS else closest(each, _IDS): each for each in allow.rules}


def _wrong(loaded: LoadedVendor, used: set[Allowed], ran: frozenset[str]) -> Iterator[Problem]:
    for located in _files(loaded):
        is_judged = not located.incomplete and not loaded.vendor.incomplete
        for allow in located.allows:
            if not allow.reason:
                what = "it does not say why the finding is allowed"
                yield Problem(allow.place, "allow-without-reason", what, "add the reason in parentheses")
            yield from _unknown(allow)
            for rule in allow.rules if is_judged else ():
                if rule in ran and (allow.place, rule) not in used:
                    what = f"{rule!r} finds nothing here"
                    yield Problem(allow.place, "unused-allow", what, "remove it, or move it to the line of the finding")


def _unknown(allow: Allow) -> Iterator[Problem]:
    for rule in allow.rules or ("",):
        if rule in _OF_READING:
            what = f"{rule!r} is a problem of reading the file, which cannot be allowed"
            yield Problem(allow.place, "unknown-rule-in-allow", what, "correct what it tells")
        elif rule not in _IDS:
            meant = closest(rule, _IDS)
            remedy = f"did you mean {meant!r}?" if meant else "name the rule as the finding does"
            yield Problem(allow.place, "unknown-rule-in-allow", f"{rule!r} is no rule", remedy)
