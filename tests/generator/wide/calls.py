"""Calls of the emitted client of a wide vendor to its mock, over HTTP; run within a checkout that has emitted it."""

import asyncio
import inspect
import json

import pytest

import mediawright_mock
from mediawright.errors import InvalidRequestError, VendorError
from mediawright_runtime.form_reading import read_form

PNG = b"\x89PNG\r\n\x1a\n--mediawright\r\nand more\r\n"
HELLO = {"model": "big-1", "user": None, "messages": [{"role": "user", "content": "hello"}]}


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def call(request):
    """A function that makes one call of a client of its own, and what the vendor got."""
    with mediawright_mock.serve("acme") as stage:

        def ask(operation, /, **params):
            return asyncio.run(waited(operation, params)) if request.param else at_once(operation, params)

        def at_once(operation, params):
            with stage.client() as client:
                return method(client, operation)(**params)

        async def waited(operation, params):
            async with stage.async_client() as client:
                done = method(client, operation)(**params)
                return await done if inspect.isawaitable(done) else done

        ask.stage = stage
        yield ask


def method(client, operation):
    category, _, name = operation.partition(".")
    return getattr(getattr(client, category), name)


def test_nested_values_go_out_as_they_are_given(call):
    tree = {"name": "a", "children": [{"name": "b", "children": []}], "x-meta": {"depth": 2}}
    call("chat.complete", **HELLO, layers=tree, stop=["x"], size=128, tags=["a", "b"])

    assert json.loads(call.stage.requests[-1].body)["layers"] == tree
    assert json.loads(call.stage.requests[-1].body)["user"] is None


def test_lists_cookies_and_credentials_stand_where_the_record_says(call):
    call("chat.complete", **HELLO, session="a b;c", fields=["x", "y"])

    sent = call.stage.requests[-1]
    assert dict(sent.query) == {"fields": "x,y", "key": "mock-credential"}
    assert sent.headers["cookie"] == "session=a%20b%3Bc"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "admin", "content": "x"}]}, "messages[0].role"),
        ({"messages": [{"role": "user"}]}, "messages[0].content"),
        ({"messages": [{"role": "user", "content": [{"type": "text"}]}]}, "messages[0].content[0].text"),
        ({"messages": [{"role": "user", "content": "x", "extra": 1}]}, "messages[0].extra"),
        ({"layers": {"name": "a", "children": [{"name": "B"}]}}, "layers.children[0].name"),
        ({"layers": {"name": "a", "x-meta": {"k": "1"}}}, "layers.x-meta.k"),
        ({"size": 100}, "size"),
        ({"tags": ["a", "a"]}, "tags[1]"),
        ({"stop": 5}, "stop"),
        ({"model": "A B"}, "model"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_sent(call, given, field):
    with pytest.raises(InvalidRequestError) as raised:
        call("chat.complete", **{**HELLO, **given})

    assert raised.value.field == field
    assert raised.value.allowed
    assert not call.stage.requests


def test_files_go_out_as_parts_of_a_form(call, tmp_path):
    path = tmp_path / 'in "1".png'
    path.write_bytes(PNG)
    with path.open("rb") as opened:
        result = call(
            "images.edit", image=path, masks=[PNG, opened], prompt='ä "b"', n=2, sharp=True, options={"depth": 1}
        )

    sent = call.stage.requests[-1]
    fields = read_form(sent.headers["content-type"], sent.body)
    assert [(each.name, each.file_name, each.media_type) for each in fields if each.file_name] == [
        ("image", "in _1_.png", "image/png"),
        ("masks", "masks.png", "image/png"),
        ("masks", "in _1_.png", "image/png"),
    ]
    assert {each.content for each in fields if each.file_name} == {PNG}
    texts = {each.name: each.text for each in fields if each.file_name is None}
    assert texts == {"prompt": 'ä "b"', "n": "2", "sharp": "true", "options": '{"depth":1}'}
    assert len(result.outputs) == 1


def test_the_vendor_refuses_a_form_that_the_client_would_not_send(call):
    with call.stage.client() as client, pytest.raises(VendorError):
        client.with_options(validate="off").images.edit(image=PNG, prompt="x", n=9)


def test_a_form_without_files_is_urlencoded(call):
    call("account.login", user="ü&=", scopes=["a", "b"], keep=False)

    assert call.stage.requests[-1].body == b"user=%C3%BC%26%3D&scopes=a&scopes=b&keep=false"


def test_an_answer_that_is_a_file_can_be_saved(call, tmp_path):
    answer = call("audio.speak", text="hello")
    path = answer.save(tmp_path / "out")

    assert answer.media_type == "audio/mpeg"
    assert path.suffix == ".mp3"
    assert path.read_bytes() == answer.content
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_whole_body_may_be_a_list(call):
    call("layers.replace", id="a/b", layers=[{"name": "a"}])

    assert call.stage.requests[-1].path == "/layers/a%2Fb"
    assert json.loads(call.stage.requests[-1].body) == [{"name": "a"}]
    with pytest.raises(InvalidRequestError) as raised:
        call("layers.replace", id="a", layers=[{"name": "a"}, {}])
    assert raised.value.field == "layers[1].name"


def test_bytes_go_out_under_the_type_that_the_record_says(call):
    call("files.upload", name="x", content=PNG)

    assert call.stage.requests[-1].headers["content-type"] == "image/png"
    assert call.stage.requests[-1].body == PNG


def test_an_answer_that_is_a_list_is_given_as_its_items(call):
    answer = call("layers.list", limit=3)

    assert [each.id for each in answer.items] == ["text"]


def test_an_answer_may_be_empty(call):
    assert call("layers.delete", id="1").model_dump() == {}


def test_an_answer_may_be_text(call):
    answer = call("audio.read", id="7")

    assert (answer.media_type, answer.text) == ("text/plain", answer.content.decode())


def test_a_delete_may_have_a_body(call):
    call("layers.clear", ids=["a"], session="s")

    sent = call.stage.requests[-1]
    assert (sent.method, json.loads(sent.body), sent.headers["cookie"]) == ("DELETE", {"ids": ["a"]}, "session=s")


def test_a_body_that_is_left_out_is_none_and_not_an_empty_object(call):
    call("layers.merge")
    call("layers.merge", layers=[])

    assert [each.body for each in call.stage.requests] == [b"", b"[]"]


def test_one_of_a_long_list_goes_beside_files(call):
    call("images.style", style="s18", samples=[PNG, PNG])

    sent = call.stage.requests[-1]
    names = [each.name for each in read_form(sent.headers["content-type"], sent.body)]
    assert names == ["style", "samples", "samples"]
