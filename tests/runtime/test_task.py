import copy
import pickle

import pytest
from acme_world import DONE, TOKEN, created, through_pickle
from fictional import AsyncLyra, Lyra

from mediawright_runtime.errors import ConfigurationError


def test_a_pickled_task_keeps_its_token_and_no_secret(world):
    """Promise: a handle crosses processes without the client's credentials, and says how to go on."""
    world.answers(created())
    task = world.create()
    assert b"key-1234567890" not in pickle.dumps(task)
    again = through_pickle(task)
    assert (type(again), again.id, again.token) == (type(task), "t1", TOKEN)
    for act in (again.status, again.result, again.wait):
        with pytest.raises(ConfigurationError, match=r"client\.resume\(task\.token\)"):
            world.settle(act)


def test_an_unpickled_task_is_resumed_by_its_token(world):
    world.answers(created(), DONE)
    again = through_pickle(world.create())
    assert world.run(lambda client: client.resume(again.token).result()).outputs


def test_a_task_shows_its_token(world):
    world.answers(created())
    assert repr(world.create()) == f"{'Task' if world.kind == 'sync' else 'AsyncTask'}({TOKEN})"


def test_a_pickled_result_keeps_what_it_says(world):
    world.answers(DONE)
    result = world.run(lambda client: client.resume(TOKEN).result())
    again = through_pickle(result)
    assert (again.outputs, again.data, again.task_id) == (result.outputs, result.data, "t1")
    assert copy.copy(result).outputs == result.outputs
    with pytest.raises(ConfigurationError, match="resume"):
        world.settle(lambda: again.save("nowhere"))


def test_a_result_shows_what_it_is_in_short(world):
    world.answers(DONE)
    result = world.run(lambda client: client.resume(TOKEN).result())
    assert repr(result).endswith("Result(task_id='t1', outputs=1)")


def test_a_pickled_task_keeps_its_ids_and_what_its_callback_said(world_of):
    lyra = world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")
    task = lyra.client().parse_webhook({}, '{"task_id": "t1", "status": 3, "result": ""}')
    again = through_pickle(task)
    assert (again.id, again.ids, again.reported, again.token) == ("t1", {"task_id": "t1"}, task.reported, task.token)
    with pytest.raises(ConfigurationError, match="resume"):
        lyra.settle(again.result)


def test_a_task_without_callback_has_no_report(world):
    world.answers(created())
    assert world.create().reported is None
