"""Drafts that break no rule: what would break one is left out, as little as possible, and named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mediawright_generator.importer.bench import Bench, Trial
from mediawright_generator.importer.draft import Draft
from mediawright_generator.importer.labels import Labels
from mediawright_generator.problems import Problem

Drafts = Mapping[str, Draft]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was left out of a record, or the whole record where it is no group, and what it would have broken."""

    file: str
    group: Labels
    problem: Problem


@dataclass(frozen=True, slots=True)
class Settled:
    """Drafts without problems, what had to be left out for that, and the records that come of it."""

    drafts: Drafts
    refusals: tuple[Refusal, ...]
    trial: Trial


def settle(drafts: Iterable[Draft], bench: Bench) -> Settled:
    """Leave out whatever would add a problem to the specs."""
    settled = Settled({each.file: each for each in drafts}, (), _attempt({}, bench))
    settled = replace(settled, trial=_attempt(settled.drafts, bench))
    for file in _suspects(settled):
        settled = _without_examples(settled, file, bench)
        settled = _without_groups(settled, file, bench)
    for file in [file for file in settled.drafts if settled.trial.of(file)]:
        settled = _refused(settled, file, settled.trial.of(file), bench)
    for file in settled.drafts if settled.trial.problems else ():
        settled = _refused(settled, file, settled.trial.problems, bench)
    return settled


def _attempt(drafts: Drafts, bench: Bench) -> Trial:
    outcomes = {file: draft.outcome for file, draft in drafts.items() if draft.is_new or draft.changes}
    return bench.attempt({file: text for file, text in outcomes.items() if text is not None})


def _suspects(settled: Settled) -> list[str]:
    """Give the files that change, those with problems of their own first; none where there is no problem."""
    if not settled.trial.problems:
        return []
    changing = [file for file, draft in settled.drafts.items() if draft.is_new or draft.changes]
    return sorted(changing, key=lambda file: (not settled.trial.of(file), file))


def _without_examples(settled: Settled, file: str, bench: Bench) -> Settled:
    """Leave out parts of the document's examples as long as that helps: facts weigh more than examples."""
    while settled.trial.of(file):
        draft = settled.drafts[file]
        options = (replace(draft, dropped=(*draft.dropped, each)) for each in draft.removable_examples())
        better = _best(settled, options, bench)
        if better is None:
            break
        settled = better
    return settled


def _without_groups(settled: Settled, file: str, bench: Bench) -> Settled:
    """Leave out groups of changes as long as that helps."""
    while settled.trial.problems:
        draft = settled.drafts[file]
        groups = dict.fromkeys(each.group for each in draft.merged.changes if each.group not in draft.left_out)
        options = (replace(draft, left_out=draft.left_out | {group}) for group in groups)
        better = _best(settled, options, bench)
        if better is None:
            break
        (group,) = better.drafts[file].left_out - draft.left_out
        gone = _gone(settled.trial, better.trial)
        refusals = (*settled.refusals, *(Refusal(file, group, problem) for problem in gone))
        settled = replace(better, refusals=refusals)
    return settled


def _best(settled: Settled, options: Iterable[Draft], bench: Bench) -> Settled | None:
    """Take the first of the drafts that leave the fewest problems; none where none leaves fewer than there are."""
    best = settled
    for option in options:
        drafts = {**settled.drafts, option.file: option}
        trial = _attempt(drafts, bench)
        if len(trial.problems) < len(best.trial.problems):
            best = replace(settled, drafts=drafts, trial=trial)
    return None if best is settled else best


def _gone(before: Trial, after: Trial) -> list[Problem]:
    """Tell which problems went, wherever in their files they stood."""
    left = [(each.rule, each.what) for each in after.problems]
    return [each for each in before.problems if (each.rule, each.what) not in left]


def _refused(settled: Settled, file: str, problems: tuple[Problem, ...], bench: Bench) -> Settled:
    if not (settled.drafts[file].is_new or settled.drafts[file].changes):
        return settled
    drafts = {**settled.drafts, file: replace(settled.drafts[file], refused=True)}
    refusals = (*settled.refusals, *(Refusal(file, (), each) for each in problems))
    return Settled(drafts, refusals, _attempt(drafts, bench))
