import pytest

from mediawright_runtime import rules
from mediawright_runtime.declarations import Constraint, Rule

FULL_HD = Rule(when={"resolution": Constraint(values=("1080P",))}, then={"duration": Constraint(values=("6s",))})
DEFAULTS = {"resolution": "768P", "duration": "6s"}


def _breaks(rule, sent, defaults=DEFAULTS):
    refused = rules.broken(rule, sent, defaults)
    return refused and refused[0]


@pytest.mark.parametrize(
    ("sent", "broken"),
    [
        ({"resolution": "1080P", "duration": "10s"}, "duration"),
        ({"resolution": "1080P", "duration": "6s"}, None),
        ({"resolution": "1080P"}, None),
        ({"resolution": "768P", "duration": "10s"}, None),
        ({"duration": "10s"}, None),
        ({}, None),
    ],
)
def test_a_rule_binds_only_where_its_condition_holds(sent, broken):
    assert _breaks(FULL_HD, sent) == broken


def test_an_omitted_parameter_counts_as_its_default_in_the_condition():
    assert _breaks(FULL_HD, {"duration": "10s"}, {"resolution": "1080P"}) == "duration"


def test_an_omitted_parameter_counts_as_its_default_in_the_demand():
    assert _breaks(FULL_HD, {"resolution": "1080P"}, {"duration": "10s"}) == "duration"


def test_an_omitted_parameter_without_default_satisfies_no_condition_and_breaks_no_demand():
    assert _breaks(FULL_HD, {"duration": "10s"}, {}) is None
    assert _breaks(FULL_HD, {"resolution": "1080P"}, {}) is None


@pytest.mark.parametrize(
    ("present", "sent", "holds"),
    [(True, {"a": 1}, True), (True, {}, False), (False, {"a": 1}, False), (False, {}, True)],
)
def test_presence_asks_whether_a_parameter_is_sent_whatever_its_default(present, sent, holds):
    rule = Rule(when={}, then={"a": Constraint(present=present)})
    assert (_breaks(rule, sent, {"a": 5}) is None) is holds


@pytest.mark.parametrize(
    ("present", "sent", "broken"),
    [(True, {"a": 1}, "b"), (True, {}, None), (False, {"a": 1}, None), (False, {}, "b")],
)
@pytest.mark.parametrize("defaults", [{}, {"a": 5}])
def test_a_rule_may_bind_where_a_parameter_is_sent_or_left_out(present, sent, broken, defaults):
    rule = Rule(when={"a": Constraint(present=present)}, then={"b": Constraint(present=True)})
    assert _breaks(rule, sent, defaults) == broken


@pytest.mark.parametrize(
    ("demand", "value", "holds"),
    [
        (Constraint(minimum=2), 2, True),
        (Constraint(minimum=2), 1.9, False),
        (Constraint(maximum=2), 2, True),
        (Constraint(maximum=2), 3, False),
        (Constraint(exclusive_minimum=2), 2, False),
        (Constraint(exclusive_minimum=2), 2.1, True),
        (Constraint(exclusive_maximum=2), 2, False),
        (Constraint(exclusive_maximum=2), 1, True),
        (Constraint(minimum=2), True, True),
        (Constraint(minimum=2), "1", True),
        (Constraint(minimum=2), {"width": 1}, True),
        (Constraint(minimum=2), [3, {"width": 1}], True),
        (Constraint(minimum=2), [3, {"width": 1}, 1], False),
        (Constraint(min_length=2), "ab", True),
        (Constraint(min_length=2), "a", False),
        (Constraint(max_length=2), "ab", True),
        (Constraint(max_length=2), "abc", False),
        (Constraint(max_length=2), ["abc"], False),
        (Constraint(min_items=2), ["a"], False),
        (Constraint(max_items=1), ["a", "b"], False),
        (Constraint(max_items=2), ["a", "b"], True),
        (Constraint(values=("a",)), ["a", "a"], True),
        (Constraint(values=("a",)), ["a", "b"], False),
        (Constraint(values=(1,)), 1.0, True),
        (Constraint(values=(1,)), True, False),
        (Constraint(values=(True,)), 1, False),
        (Constraint(values=("1",)), 1, False),
    ],
)
def test_each_bound(demand, value, holds):
    assert (_breaks(Rule(when={}, then={"a": demand}), {"a": value}) is None) is holds


def test_says_why():
    rule = Rule(FULL_HD.when, FULL_HD.then, "Full HD exists for six seconds only.")
    sent = {"resolution": "1080P", "duration": "10s"}
    why = "'10s' is not allowed when resolution is '1080P': Full HD exists for six seconds only"
    assert rules.reason(rule, "duration", sent, DEFAULTS) == why


def test_says_that_a_default_is_to_blame():
    sent = {"resolution": "1080P"}
    why = "'10s' (the default) is not allowed when resolution is '1080P'"
    assert rules.reason(FULL_HD, "duration", sent, {"duration": "10s"}) == why


def test_says_what_was_left_out():
    assert (
        rules.reason(FULL_HD, "steps", {"resolution": "1080P"}, {}) == "may not be left out when resolution is '1080P'"
    )
