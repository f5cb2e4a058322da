"""Parameter sets under rules."""

from mediawright_generator.plan.sampler import Sampler


def operation(*parameters, rules=()):
    return {"api_body": [{"type": "string", "required": False, **each} for each in parameters], "rules": list(rules)}


RESOLUTION = {"name": "resolution", "keywords": ["768P", "1080P"], "default": "768P"}
DURATION = {"name": "duration", "keywords": ["6s", "10s"], "default": "6s"}
FULL_HD = {"when": {"resolution": ["1080P"]}, "then": {"duration": ["6s"]}}


def test_the_base_is_what_is_required():
    assert Sampler(operation({"name": "mode", "keywords": ["a"], "required": True}, DURATION)).base() == {"mode": "a"}


def test_a_rule_is_kept_broken_and_not_triggered():
    sampler = Sampler(operation(RESOLUTION, DURATION, rules=[FULL_HD]))

    assert sampler.keeping(FULL_HD) == {"resolution": "1080P", "duration": "6s"}
    assert list(sampler.breaking(FULL_HD, "duration")) == [{"resolution": "1080P", "duration": "10s"}]
    assert list(sampler.untriggered(FULL_HD, "duration")) == [{"duration": "10s", "resolution": "768P"}]


def test_an_omitted_parameter_counts_as_its_default():
    """The default of the duration would break the rule, so the sampler must send another one."""
    sampler = Sampler(operation(RESOLUTION, {**DURATION, "default": "10s"}, rules=[FULL_HD]))

    assert sampler.variant({"resolution": "1080P"}) == {"resolution": "1080P", "duration": "6s"}


def test_a_demanded_parameter_is_given():
    rule = {"when": {"mode": ["2"]}, "then": {"image": {"present": True}}}
    sampler = Sampler(operation({"name": "mode", "keywords": ["1", "2"]}, {"name": "image"}, rules=[rule]))

    assert set(sampler.variant({"mode": "2"}) or ()) == {"mode", "image"}
    assert list(sampler.breaking(rule, "image")) == [{"mode": "2"}]


def test_a_combination_that_no_value_mends_is_none():
    rule = {"when": {"mode": ["2"]}, "then": {"image": {"present": False}}}
    sampler = Sampler(operation({"name": "mode", "keywords": ["1", "2"]}, {"name": "image"}, rules=[rule]))

    assert sampler.variant({"mode": "2", "image": "x"}) is None


def test_a_bound_of_a_rule_is_probed_one_step_beyond():
    rule = {"when": {"mode": ["2"]}, "then": {"seed": {"maximum": 5}}}
    seed = {"name": "seed", "type": "integer", "minimum": 1, "maximum": 9}
    sampler = Sampler(operation({"name": "mode", "keywords": ["1", "2"]}, seed, rules=[rule]))

    assert list(sampler.breaking(rule, "seed")) == [{"mode": "2", "seed": 6}]
