from mediawright_generator.load.document import read_document
from mediawright_generator.load.file import RECORD, VENDOR, parse
from mediawright_generator.load.fragments import of_schema
from mediawright_generator.load.reading import Reading


def read(text: str) -> object:
    root = read_document(text.encode(), "a.yaml").root
    assert root is not None
    return Reading(of_schema(root)).value


def test_values_of_strings_are_source_text_however_deep_they_stand():
    value = read("{type: object, properties: {ratio: {type: string, enum: [16:9, off, 1e3], default: 012}}}")
    assert value == {
        "type": "object",
        "properties": {"ratio": {"type": "string", "enum": ("16:9", "off", "1e3"), "default": "012"}},
    }


def test_null_stays_null_where_the_type_has_it():
    value = read("{anyOf: [{type: [string, 'null'], enum: [null, off]}, {type: integer, enum: [1]}]}")
    assert value == {"anyOf": ({"type": ("string", "null"), "enum": (None, "off")}, {"type": "integer", "enum": (1,)})}


def test_a_property_may_have_the_name_of_a_keyword():
    value = read(
        "{type: object, properties: {type: {type: string, const: on}, enum: {type: array, items: {const: 1}}}}"
    )
    assert value == {
        "type": "object",
        "properties": {"type": {"type": "string", "const": "on"}, "enum": {"type": "array", "items": {"const": 1}}},
    }


def test_schemas_of_records_and_vendors_are_read_so():
    record = "name: A\ncategory: b\nmethod: POST\nendpoint: /a\n"
    body = "api_body:\n  - {name: tree, type: array, schema: {items: {type: string, enum: [on]}}}\n"
    located, problems = parse((record + body).encode(), "a.yaml", RECORD)
    assert not problems
    assert located is not None
    assert located.model.api_body[0].fragment == {"items": {"type": "string", "enum": ("on",)}}
    vendor = "name: acme\ntitle: Acme\nclient: Acme\nservers: [{url: https://acme.example}]\n"
    shared = "schemas:\n  Ratio: {type: string, enum: [16:9]}\n"
    loaded, problems = parse((vendor + shared).encode(), "vendor.yaml", VENDOR)
    assert not problems
    assert loaded is not None
    assert loaded.model.schemas == {"Ratio": {"type": "string", "enum": ("16:9",)}}
