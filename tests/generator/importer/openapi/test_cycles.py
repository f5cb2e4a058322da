"""Schemas that hold themselves where they stand."""

from mediawright_generator.importer.openapi.cycles import without_cycles

P = "#/schemas/"


def cut(**named):
    return without_cycles(named, named, P)


def test_a_variant_takes_the_own_part_of_the_base_that_lists_it():
    """A base with its variants is what generators of documents write: both must stay whole."""
    base = {"type": "object", "properties": {"kind": {}}, "oneOf": [{"$ref": f"{P}Cat"}]}
    found = cut(Base=base, Cat={"allOf": [{"$ref": f"{P}Base"}, {"required": ["paws"]}]})
    own = {"type": "object", "properties": {"kind": {}}}
    assert found == {"Cat": {"allOf": [own, {"required": ["paws"]}]}}


def test_a_way_back_without_anything_to_take_is_left_out():
    assert cut(Self={"$ref": f"{P}Self", "type": "string"}) == {"Self": {"type": "string"}}
    assert cut(One={"anyOf": [{"$ref": f"{P}One"}, {"type": "string"}]}) == {"One": {"anyOf": [{"type": "string"}]}}


def test_what_stands_below_may_be_the_same_again():
    assert cut(Node={"properties": {"next": {"$ref": f"{P}Node"}}}, List={"items": {"$ref": f"{P}List"}}) == {}
