"""A parameter's schema means to the client what it means to a library that knows nothing of the client."""

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mediawright_runtime.conformity import Conformity

TEXTS = st.sampled_from(["", "a", "ab", "b1", "a船", "A\n"])
WHOLE = st.integers(-3, 6)
FRACTIONS = st.sampled_from([-1.5, 0.5, 0.75, 2.5])  # 2.0 is another matter: what goes out as 2.0 is no integer to us
SCALARS = st.none() | st.booleans() | WHOLE | FRACTIONS | TEXTS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=8
)
NAMES = st.lists(TEXTS, min_size=1, max_size=2, unique=True)
COUNTS = st.integers(0, 4)
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "object", "array", "null"])
PATTERNS = st.sampled_from(["a", "^a", "b$", "^[a-z]+$", "^$", r"\d", "(?=a)", "^.b"])


WORDS = {
    "type": lambda _: TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
    "enum": lambda _: st.lists(SCALARS, min_size=1, max_size=3),
    "const": lambda _: SCALARS,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), lambda _: WHOLE),
    "multipleOf": lambda _: st.sampled_from([1, 2, 3, 0.25, 0.5]),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), lambda _: COUNTS),
    **dict.fromkeys(("minProperties", "maxProperties"), lambda _: COUNTS),
    "pattern": lambda _: PATTERNS,
    "uniqueItems": lambda _: st.booleans(),
    **dict.fromkeys(("items", "contains", "additionalProperties", "propertyNames", "not"), lambda inner: inner),
    **dict.fromkeys(("prefixItems", "allOf", "anyOf", "oneOf"), lambda inner: st.lists(inner, min_size=1, max_size=3)),
    "required": lambda _: NAMES,
    "properties": lambda inner: st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    "patternProperties": lambda inner: st.dictionaries(PATTERNS, inner, min_size=1, max_size=2),
    "dependentRequired": lambda _: st.dictionaries(TEXTS, NAMES, min_size=1, max_size=2),
}
MEASURED = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), WHOLE | FRACTIONS),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), TEXTS | st.text("ab1", max_size=6)),
}
PLAIN = st.sampled_from(
    [
        *(True, False, {"type": "string"}, {"type": "integer"}, {"minimum": 2}, {"minLength": 2}, {"const": "a"}),
        *({"$ref": "#/schemas/Tree"}, {"$ref": "#/schemas/Name"}),
    ]
)
NAMED = {
    "Name": {"type": "string", "minLength": 1},
    "Tree": {"properties": {"a": {"$ref": "#/schemas/Tree"}, "ab": {"$ref": "#/schemas/Name"}}},
}


@st.composite
def _schemas(draw, word, inner=PLAIN):
    """Draw a schema that has a word, and up to two others."""
    if word == "if":
        then = {"if": draw(inner), "then": draw(inner), "else": draw(inner)}
        return then if draw(st.booleans()) else {key: each for key, each in then.items() if key != "else"}
    if word == "$ref":
        return {"$ref": draw(st.sampled_from(["#/schemas/Tree", "#/schemas/Name"]))}
    others = draw(st.lists(st.sampled_from(sorted(WORDS)), max_size=2, unique=True))
    return {each: draw(WORDS[each](inner)) for each in (word, *others)}


@pytest.mark.parametrize("word", [*WORDS, "if", "$ref"])
def test_a_word_means_what_it_means(word):
    @effort(60)
    @given(schema=_schemas(word) | _schemas(word, _schemas("type") | PLAIN), value=MEASURED.get(word, VALUES) | VALUES)
    def agrees(schema, value):
        meant = Draft202012Validator({**schema, "schemas": NAMED})
        assert Conformity(NAMED).accepts(schema, value) is meant.is_valid(value)

    agrees()
