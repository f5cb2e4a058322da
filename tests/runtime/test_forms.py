"""Forms as they go out, read by the standard library's parser of mail and by this project's own."""

from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

import pytest

from mediawright_runtime.form_reading import Field, form_values, read_form, typed
from mediawright_runtime.forms import MULTIPART, written
from mediawright_runtime.request import _text
from mediawright_runtime.uploads import Part

URLENCODED = "application/x-www-form-urlencoded"
BINARY = b"\x00\r\n--mediawright\r\n\xff"
FIELDS = {
    "text": 'ä "b"\r\n',
    "many": ["a", 1, True],
    "options": {"depth": 1},
    "none": [],
    'od"d': "x",
    "file": Part("in.png", "image/png", BINARY),
    "files": [Part("a.bin", "application/octet-stream", b"1"), Part("a.bin", "application/octet-stream", b"2")],
}
EXPECTED = [
    ("text", None, 'ä "b"\r\n'.encode()),
    ("many", None, b"a"),
    ("many", None, b"1"),
    ("many", None, b"true"),
    ("options", None, b'{"depth":1}'),
    ('od"d', None, b"x"),
    ("file", "in.png", BINARY),
    ("files", "a.bin", b"1"),
    ("files", "a.bin", b"2"),
]


def test_parts_are_read_by_a_library_as_they_were_written():
    form = written(MULTIPART, FIELDS, _text)
    head = f"Content-Type: {form.content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + form.content)
    parts = list(message.iter_parts())

    assert not message.defects
    names = [(each.get_param("name", header="content-disposition"), each.get_filename()) for each in parts]
    assert names == [(name.replace('"', "%22"), file) for name, file, _ in EXPECTED]
    assert [each.get_payload(decode=True) for each in parts][6:] == [BINARY, b"1", b"2"]
    assert parts[4].get_content_type() == "application/json"


def test_parts_are_read_back_as_they_were_written():
    form = written(MULTIPART, FIELDS, _text)
    fields = read_form(form.content_type, form.content)

    assert [(each.name, each.file_name, each.content) for each in fields] == EXPECTED
    assert fields[6].media_type == "image/png"


def test_the_same_form_is_the_same_to_the_byte_and_another_is_another():
    first, again = (written(MULTIPART, {"a": "1", "b": "2"}, _text) for _ in range(2))

    assert first == again
    assert written(MULTIPART, {"a": "1", "b": "3"}, _text).content_type != first.content_type


def test_an_empty_form_ends():
    form = written(MULTIPART, {}, _text)

    assert read_form(form.content_type, form.content) == []


def test_fields_of_an_address_are_read_by_a_library():
    form = written(URLENCODED, {"a": "ü&=", "b": ["x", 2], "c": None}, _text)

    assert parse_qsl(form.content.decode()) == [("a", "ü&="), ("b", "x"), ("b", "2"), ("c", "null")]
    assert read_form(URLENCODED + "; charset=utf-8", form.content)[0] == Field("a", "ü&=".encode())


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (MULTIPART, b"--b\r\n\r\n--b--"),
        (f"{MULTIPART}; boundary=b", b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'),
        (f"{MULTIPART}; boundary=b", b"--b\r\n\r\n1\r\n--b--\r\n"),
        (f"{MULTIPART}; boundary=b", b"no form"),
    ],
)
def test_what_is_no_form_is_refused(kind, content):
    with pytest.raises(ValueError, match=r"boundary|end|name"):
        read_form(kind, content)


def resolve(schema):
    return {"type": "array", "items": {"type": "integer"}} if "$ref" in schema else schema


def test_fields_are_the_values_that_their_schemas_want():
    schema = {
        "properties": {
            "n": {"type": "integer"},
            "on": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
            "mixed": {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": ["auto"]}]},
            "id": {"type": ["string", "integer"]},
            "list": {"$ref": "#/schemas/List"},
            "image": {"type": "string"},
        }
    }
    pairs = [("n", "2"), ("on", "true"), ("mixed", "false"), ("id", "7"), ("list", "1"), ("list", "x"), ("more", "1")]
    fields = [*(Field(name, text.encode()) for name, text in pairs), Field("image", b"\xff", "in.png", "image/png")]

    assert form_values(fields, schema, resolve) == {
        "n": 2, "on": True, "mixed": False, "id": "7", "list": [1, "x"], "more": "1", "image": "in.png",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        ({}, "1", "1"),
        ({"type": "string"}, "true", "true"),
        ({"type": "number"}, "1.5", 1.5),
        ({"type": "number"}, "NaN", "NaN"),
        ({"enum": [1, 2]}, "2", 2),
        ({"enum": ["1", 2]}, "1", "1"),
        ({"type": "object"}, "{", "{"),
        ({"anyOf": [{"type": "boolean"}, {"const": "auto"}]}, "auto", "auto"),
        ({"anyOf": [{"type": "boolean"}, {"const": "auto"}]}, "true", True),
        ({"anyOf": [{"type": "boolean"}, {"type": "string"}]}, "true", "true"),
    ],
)
def test_a_text_is_the_value_that_it_spells_where_no_text_may_stand(schema, text, value):
    read = typed(schema, text, resolve)
    assert (type(read), read) == (type(value), value)
