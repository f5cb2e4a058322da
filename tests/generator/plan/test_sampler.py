"""Parameter sets under rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mediawright_generator.plan.sampler import Sampler
from mediawright_generator.plan.samples import accepts, sample
from mediawright_runtime.declarations import Constraint, Rule
from mediawright_runtime.rules import broken


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


NUMBERS = st.integers(min_value=-3, max_value=9)
WORDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3, unique=True)


@st.composite
def parameters(draw, name):
    kind = draw(st.sampled_from(["string", "integer", "boolean", "array"]))
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    limits = {"integer": {"minimum": low, "maximum": high}, "array": {"items": {"type": "string"}, "max_items": 4}}
    listed = {"keywords": draw(WORDS)} if kind == "string" and draw(st.booleans()) else {}
    facts = {"name": name, "type": kind, "required": draw(st.booleans()), **limits.get(kind, {}), **listed}
    return facts | ({"default": sample(facts)} if draw(st.booleans()) else {})


@st.composite
def conditions(draw, parameter):
    of_type = {
        "string": st.one_of(WORDS, st.fixed_dictionaries({"max_length": st.integers(min_value=1, max_value=5)})),
        "integer": st.one_of(st.lists(NUMBERS, min_size=1, max_size=3), st.fixed_dictionaries({"minimum": NUMBERS})),
        "boolean": st.lists(st.booleans(), min_size=1, max_size=1),
        "array": st.one_of(WORDS, st.fixed_dictionaries({"max_items": st.integers(min_value=1, max_value=5)})),
    }[parameter["type"]]
    condition = draw(st.one_of(of_type, st.just({})))
    if isinstance(condition, list):
        return condition
    return condition | ({"present": draw(st.booleans())} if draw(st.booleans()) or not condition else {})


@st.composite
def operations(draw):
    body = [draw(parameters(name)) for name in "xyz"]
    rules = []
    for _ in range(draw(st.integers(min_value=1, max_value=3))):
        trigger, *demanded = draw(st.permutations(body))
        then = demanded[: draw(st.integers(min_value=1, max_value=2))]
        rules.append(
            {
                "when": {trigger["name"]: draw(conditions(trigger))},
                "then": {each["name"]: draw(conditions(each)) for each in then},
            }
        )
    return {"api_body": body, "rules": rules}


def refused_by_a_client(operation, given):
    """Judge a parameter set as a client does: the first parameter that each rule refuses."""
    defaults = {each["name"]: each["default"] for each in operation["api_body"] if "default" in each}
    return [refused[0] if (refused := broken(declared(rule), given, defaults)) else None for rule in operation["rules"]]


def declared(rule):
    return Rule(*({name: constraint(each) for name, each in rule[part].items()} for part in ("when", "then")))


def constraint(condition):
    return Constraint(values=tuple(condition)) if isinstance(condition, list) else Constraint(**condition)


@settings(max_examples=150, deadline=None)
@given(operations())
def test_a_client_judges_every_parameter_set_as_the_sampler_means_it(operation):
    """Whatever the rules: what is to be accepted is, what is to be refused is, for the parameter that is named."""
    sampler, body = Sampler(operation), {each["name"]: each for each in operation["api_body"]}
    kept = [sampler.base(), *map(sampler.keeping, operation["rules"])]
    free = [each for rule in operation["rules"] for name in rule["then"] for each in sampler.untriggered(rule, name)]
    for found in (each for each in (*kept, *free) if each is not None):
        assert refused_by_a_client(operation, found) == [None] * len(operation["rules"])
        assert all(accepts(body[name], value) for name, value in found.items())
    for index, rule in enumerate(operation["rules"]):
        for name in rule["then"]:
            for found in sampler.breaking(rule, name):
                judged = refused_by_a_client(operation, found)
                assert (judged[index], all(accepts(body[each], value) for each, value in found.items())) == (name, True)


def test_where_a_schema_accepts_nothing_there_is_no_base():
    nothing = {"type": "object", "additionalProperties": False, "required": ["a"]}
    body = {"name": "body", "type": "object", "required": True, "schema": nothing}

    assert Sampler(operation(body)).base() is None
    assert Sampler(operation({**body, "required": False})).base() == {}
