"""Values for the parameters of an operation, made from its record alone: within the bounds, at them, and beyond."""

import math

from hypothesis import strategies as st

LEFT_OUT = object()
"""Stands for a parameter that is not given."""
UNKNOWN = ("zzz", 1)
"""A keyword that no operation has."""
TEXTS = ["", "x", "\x00", "\ud800", "x\udfff", "名前", "🛶" * 3, "e\u0301", "\u202e", "1", "true", ".", "..", "a/b?c#d"]
"""Half a surrogate pair is among them."""
ADDRESSES = ["https://example.com/in.png", "http://example.com/a%20b?c=1#d", "data:,x"]
FOREIGN = {
    "string": [5, 0.5, True, ["x"], {}],
    "integer": ["zzz", 0.5, True, False, math.nan, math.inf, [1], {}],
    "number": ["zzz", True, math.nan, -math.inf, [1], {}],
    "boolean": ["zzz", "true", 0, 1, [], {}],
    "array": ["zzz", 5, True, {"zzz": 1}, {}],
    "object": ["zzz", 5, [], True],
}
"""Of another type than the documented one, in a body; bool for int among them."""
FOREIGN_IN_ADDRESS = {"string": [], "integer": ["zzz", "", 0.5, True, 10**30]}
"""The same where all is text: 5 and "5" look alike there."""
PLAIN = {"string": "x", "integer": 1, "number": 1, "boolean": True, "array": [], "object": {}}
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.floats(), st.sampled_from(TEXTS), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=4), inner, max_size=2)),
    max_leaves=4,
)


def given(record):
    """Make keyword arguments for an operation: all of them allowed, or one not, or one that it does not have."""
    declared = parameters(record)
    always = {each["python_name"]: allowed(each) for each in declared if each["required"]}
    at_times = {each["python_name"]: allowed(each) for each in declared if not each["required"]}
    good = st.fixed_dictionaries(always, optional=at_times)
    twists = [st.tuples(st.just(each["python_name"]), odd(each)) for each in declared]
    return st.one_of(good, st.builds(twisted, good, st.one_of(*twists, st.just(UNKNOWN))))


def one_at_a_time(record):
    """List keyword arguments that are as few and plain as may be, with one thing after the other changed."""
    declared = parameters(record)
    plain = {each["python_name"]: plain_value(each) for each in declared if each["required"]}
    yield plain
    yield twisted(plain, UNKNOWN)
    for each in declared:
        for value in [LEFT_OUT, *each.get("keywords", ()), *oddities(each)]:
            whole = [value] if each["type"] == "array" and value in each.get("keywords", ()) else value
            yield twisted(plain, (each["python_name"], whole))


def parameters(record):
    """List the parameters that a caller gives."""
    return [each for each in record["api_body"] if "const" not in each]


def twisted(params, twist):
    """Change one of the arguments."""
    name, value = twist
    others = {each: params[each] for each in params if each != name}
    return others if value is LEFT_OUT else {**others, name: value}


def plain_value(parameter):
    """Give the simplest value that the record allows."""
    if parameter.get("keywords"):
        return parameter["keywords"][0]
    if parameter["in"] == "raw":
        return b"\x00\xff"
    if parameter["type"] == "string":
        return "x" * parameter.get("min_length", 1)
    if parameter["type"] == "array":
        return [_item(parameter)] * parameter.get("min_items", 1)
    return parameter.get("minimum", PLAIN[parameter["type"]])


def allowed(parameter):
    """Make what the record allows."""
    if parameter["type"] == "array":
        item = allowed(parameter | {"type": "string"} | parameter.get("items", {}))
        return st.lists(item, min_size=parameter.get("min_items", 0), max_size=parameter.get("max_items", 3))
    if parameter.get("keywords"):
        documented = st.sampled_from(parameter["keywords"])
        return documented | _KINDS[parameter["type"]](parameter) if parameter.get("open") else documented
    if parameter["in"] == "raw":
        return st.binary(min_size=1, max_size=8)
    return _KINDS[parameter["type"]](parameter)


def odd(parameter):
    """Make what may be just allowed, or just not, or anything at all."""
    listed = st.sampled_from([LEFT_OUT, *oddities(parameter)])
    return listed | _JSON.filter(_differs_on_the_wire) if parameter["in"] == "body" else listed


def _differs_on_the_wire(value):
    """Leave out None, which is not sent, and 1.0, which is the integer 1 in JSON and not in Python."""
    return value is not None and not (isinstance(value, float) and value.is_integer())


def oddities(parameter):
    """List what may be just allowed, or just not."""
    if parameter["in"] == "raw":
        return [b""]
    kind = parameter["type"]
    foreign = FOREIGN if parameter["in"] == "body" else FOREIGN_IN_ADDRESS
    texts = TEXTS if kind == "string" else []
    lists = _odd_lists(parameter) if kind == "array" else []
    misspelt = [_misspelt(each) for each in parameter.get("keywords", ())]
    return [*foreign[kind], *texts, *lists, *misspelt, *_about_bounds(parameter)]


def _odd_lists(parameter):
    item, most, least = _item(parameter), parameter.get("max_items", 3), parameter.get("min_items", 1)
    foreign = FOREIGN[parameter.get("items", {}).get("type", "string")]
    lists = [[], [item] * most, [item] * (most + 1), [item] * (least - 1), [None], [item, None]]
    return [*lists, *([item, each] for each in foreign)]


def _item(parameter):
    return PLAIN[parameter.get("items", {}).get("type", "string")]


def _misspelt(value):
    if isinstance(value, str):
        return value.swapcase() if value.swapcase() != value else value + " "
    return value + 1


def _about_bounds(parameter):
    for fact, step in (("minimum", -1), ("maximum", 1), ("exclusive_minimum", -1), ("exclusive_maximum", 1)):
        if fact in parameter and parameter["type"] != "array":
            bound = parameter[fact]
            yield from (bound, bound + step, bound - step)
            if parameter["type"] == "number":
                yield math.nextafter(bound, math.copysign(math.inf, step))
    for fact, step in (("min_length", -1), ("max_length", 1)):
        if fact in parameter and parameter["type"] == "string":
            bound = parameter[fact]
            yield from (letter * length for letter in ("x", "🛶") for length in (bound, max(0, bound + step)))


def _texts(parameter):
    if parameter.get("media"):
        return st.sampled_from(ADDRESSES)
    least, most = parameter.get("min_length", 0), parameter.get("max_length", 100)
    of_length = st.sampled_from([each for each in (least, least + 1, 40, most - 1, most) if least <= each <= most])
    letters = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)
    return st.builds(lambda length, text: (text * (length // len(text) + 1))[:length], of_length, letters)


def _numbers(parameter):
    least, most = parameter.get("minimum"), parameter.get("maximum")
    within = [each for each in (least, most, 1, 0.5) if each is not None and _lies_within(each, least, most)]
    return st.sampled_from(within) | st.floats(least, most, allow_nan=False, allow_infinity=False)


def _lies_within(value, least, most):
    return (least is None or value >= least) and (most is None or value <= most)


_KINDS = {
    "string": _texts,
    "integer": lambda parameter: st.integers(parameter.get("minimum"), parameter.get("maximum")),
    "number": _numbers,
    "boolean": lambda _: st.booleans(),
    "object": lambda _: st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
}
