"""The table of changes: every rule is met, told, and has a way back."""

from string import Formatter

import pytest
from battery import CASES

from mediawright_generator.diff import CHANGE_RULES
from mediawright_generator.diff.words import WORDS

WHOLE = {"operation-added", "operation-removed", "vendor-added", "vendor-removed", "vendor-renamed"}
"""Changes of whole files, which `test_compare.py` makes."""


def test_every_rule_is_met_by_a_case():
    met = {case[key] for case in CASES for key in ("rule", "back")} | WHOLE
    assert met == set(CHANGE_RULES)


@pytest.mark.parametrize("rule", CHANGE_RULES.values(), ids=lambda rule: rule.id)
def test_the_way_back_is_a_rule_and_leads_to_one_of_its_kind(rule):
    back = CHANGE_RULES[rule.inverse]
    assert {rule.id, CHANGE_RULES[back.inverse].inverse} & {back.inverse, back.id}


@pytest.mark.parametrize("rule", CHANGE_RULES.values(), ids=lambda rule: rule.id)
def test_whoever_has_something_to_do_is_told_what(rule):
    assert rule.todo or rule.severity == "safe"
    assert rule.severity != "safe" or "wire" not in rule.effects


@pytest.mark.parametrize("rule", CHANGE_RULES.values(), ids=lambda rule: rule.id)
def test_texts_use_only_words_that_a_change_has(rule):
    used = {name for text in (rule.what, rule.todo) for _, name, _, _ in Formatter().parse(text) if name}
    assert used <= WORDS
    assert rule.purpose.endswith(".")
