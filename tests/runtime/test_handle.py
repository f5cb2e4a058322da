import json
from dataclasses import replace

import pytest
from acme_client.operations.tasks import result
from acme_client.operations.text_to_video import big_model
from acme_client.vendor import VENDOR

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.handle import Handle, Kept, read_ids, read_token

UUID = "019b2f3c-6a51-7d2e-8c9f-0a1b2c3d4e5f"
TWO = {"conversation_id": UUID, "message_id": UUID}


def test_a_token_is_small_versioned_json():
    """Promise: a token stays below 400 bytes and holds nothing but what leads back to the task."""
    token = Handle(VENDOR, big_model.OPERATION, {"task_id": UUID}).token
    assert len(token.encode()) < 400
    assert json.loads(token) == {"v": 1, "vendor": "acme", "operation": "text_to_video.big_model", "id": UUID}


def test_a_token_of_several_ids_is_small_too():
    handle = Handle(VENDOR, big_model.OPERATION, TWO)
    assert handle.id == f"{UUID}/{UUID}"
    assert len(handle.token.encode()) < 400
    assert json.loads(handle.token) == {"v": 2, "vendor": "acme", "operation": "text_to_video.big_model", "ids": TWO}


def test_a_task_of_which_only_a_callback_told_is_kept_by_its_lifecycle():
    handle = Handle(VENDOR, replace(result.OPERATION, task="generation"), {"task_id": 7})
    assert json.loads(handle.token) == {"v": 2, "vendor": "acme", "task": "generation", "ids": {"task_id": 7}}
    assert read_token(handle.token, VENDOR) == Kept(None, "generation", {"task_id": 7})


@pytest.mark.parametrize("id_", ["t1", 17])
def test_a_token_leads_back(id_):
    token = Handle(VENDOR, big_model.OPERATION, {"task_id": id_}).token
    assert read_token(token, VENDOR) == Kept("text_to_video.big_model", None, id_)


def test_a_token_of_several_ids_leads_back():
    token = Handle(VENDOR, big_model.OPERATION, TWO).token
    assert read_token(token, VENDOR) == Kept("text_to_video.big_model", None, TWO)


@pytest.mark.parametrize("answer", [{}, {"a": 1}, {"a": 1, "b": None}, {"a": True, "b": "t"}, None])
def test_a_task_without_all_of_its_ids_has_none(answer):
    assert read_ids(answer, (("a", "a"), ("b", "b"))) == {}


def test_a_token_of_the_first_release_still_works(world):
    """Promise: a token outlives the release that wrote it."""
    token = '{"v":1,"vendor":"acme","operation":"text_to_video.big_model","id":"t1"}'
    task = world.client().resume(token)
    assert (task.id, task.ids, task.token) == ("t1", {"task_id": "t1"}, token)


@pytest.mark.parametrize(
    "token",
    [
        '{"v":2,"vendor":"acme","operation":"text_to_video.big_model","ids":{"other":"t"}}',
        '{"v":2,"vendor":"acme","operation":"text_to_video.big_model","ids":{"task_id":"t","other":"t"}}',
    ],
)
def test_a_token_with_other_ids_than_its_task_has_is_refused(world, token):
    with pytest.raises(InvalidRequestError, match="such a task has 'task_id'"):
        world.client().resume(token)


def test_a_token_of_an_unknown_lifecycle_is_refused(world):
    with pytest.raises(InvalidRequestError, match="names no create: 'gone'"):
        world.client().resume('{"v":2,"vendor":"acme","task":"gone","ids":{"task_id":"t"}}')


@pytest.mark.parametrize(
    ("token", "why"),
    [
        (
            '{"v":3,"vendor":"acme","operation":"a.b","id":"t"}',
            "is of version 3, and this release reads versions 1 and 2",
        ),
        ('{"v":1,"vendor":"other","operation":"a.b","id":"t"}', "is a task of vendor 'other'"),
        ('{"vendor":"acme","operation":"a.b","id":"t"}', "is not a token"),
        ('{"v":1,"operation":"a.b","id":"t"}', "is not a token"),
        ('{"v":1,"vendor":"acme","operation":"a.b"}', "is not a token"),
        ('{"v":1,"vendor":"acme","operation":"a.b","id":null}', "is not a token"),
        ('{"v":1,"vendor":"acme","operation":"a.b","id":true}', "is not a token"),
        ('{"v":2,"vendor":"acme","operation":"a.b","ids":{}}', "is not a token"),
        ('{"v":2,"vendor":"acme","operation":"a.b","ids":{"a":null}}', "is not a token"),
        ('{"v":2,"vendor":"acme","operation":"a.b","task":"c","ids":{"a":"t"}}', "is not a token"),
        ('{"v":2,"vendor":"acme","ids":{"a":"t"}}', "is not a token"),
        ("t1", "is not a token"),
        ("[]", "is not a token"),
        ("", "is not a token"),
        (None, "is not a token"),
    ],
)
def test_what_is_no_token_of_this_vendor_is_refused(token, why):
    with pytest.raises(InvalidRequestError, match=why) as caught:
        read_token(token, VENDOR)
    assert caught.value.field == "token"
