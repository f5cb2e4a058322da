"""Callbacks: what is taken for the vendor's, and the task that it becomes."""

import hashlib
import json
import re
import subprocess
import sys
import time
from base64 import b64encode
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from fictional import NOVA, AsyncLyra, AsyncNova, AsyncOrion, Lyra, Nova, Orion, clients, operation

from mediawright_runtime.errors import ConfigurationError, TaskFailedError, WebhookError
from mediawright_runtime.recorder import Answer
from mediawright_runtime.task import AsyncTask, Task

ID, KEY = "client-id-0123456789", "0123456789abcdef01234567"
PAYLOAD = {"_id": "v1", "status": 3, "type": "talking", "url": "https://8.8.8.8/a.mp4"}
PLAIN = {"task_id": "t1", "status": 3, "result": '{"audio_path": ["https://8.8.8.8/a.mp3"]}', "params": "mine"}


@pytest.fixture
def nova(world_of):
    return world_of((Nova, AsyncNova), client_id=ID, client_secret=KEY)


@pytest.fixture
def lyra(world_of):
    return world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")


def _by_hand(payload, *, key=KEY, client_id=ID, at=None, nonce="n-1"):
    """Seal a payload as the vendor's documentation says, without our code."""
    text = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    text += bytes([16 - len(text) % 16]) * (16 - len(text) % 16)
    encryptor = Cipher(algorithms.AES(key.encode()), modes.CBC(client_id.encode()[:16].ljust(16, b"\0"))).encryptor()
    sealed = b64encode(encryptor.update(text) + encryptor.finalize()).decode()
    timestamp = int((time.time() if at is None else at) * 1000)
    return _signed({"dataEncrypt": sealed, "timestamp": timestamp, "nonce": nonce}, client_id)


def _signed(body, client_id=ID):
    signed = "".join(sorted([client_id, str(body["timestamp"]), body["nonce"], body["dataEncrypt"]]))
    return {**body, "signature": hashlib.sha1(signed.encode()).hexdigest()}  # noqa: S324 (the vendor's choice)


def _refused(client, body, **options):
    with pytest.raises(WebhookError) as caught:
        client.parse_webhook({}, body if isinstance(body, (bytes, str)) else json.dumps(body), **options)
    assert str(caught.value).startswith(caught.value.reason)
    return caught.value.reason


@pytest.mark.parametrize("kind", [bytes, str])
def test_a_sealed_callback_is_the_task_with_its_result(nova, kind):
    """Promise: a callback gives the same task as polling, and its result without a request."""
    body = json.dumps(_by_hand(PAYLOAD))
    task = nova.client().parse_webhook({"Content-Type": "application/json"}, body.encode() if kind is bytes else body)
    assert isinstance(task, Task if nova.kind == "sync" else AsyncTask)
    assert (task.id, task.ids) == ("v1", {"video_model_id": "v1"})
    assert (task.reported.state, task.reported.raw) == ("succeeded", 3)
    for act in (task.result, task.wait):
        result = nova.settle(act)
        assert [(each.kind, each.url) for each in result.outputs] == [("video", "https://8.8.8.8/a.mp4")]
        assert (result.data, result.task_id) == (PAYLOAD, "v1")
    assert nova.requests == []


@pytest.mark.parametrize("size", [16, 24, 32])
@pytest.mark.parametrize("client_id", ["short", ID])
def test_keys_of_every_length_and_short_ids_work(world_of, size, client_id):
    key = ("0123456789abcdef" * 2)[:size]
    nova = world_of((Nova, AsyncNova), client_id=client_id, client_secret=key)
    body = json.dumps(_by_hand(PAYLOAD, key=key, client_id=client_id))
    assert nova.client().parse_webhook({}, body).id == "v1"


def test_a_failed_task_is_raised_from_its_callback(nova):
    task = nova.client().parse_webhook({}, json.dumps(_by_hand({"_id": "v1", "status": 4})))
    assert task.reported.state == "failed"
    with pytest.raises(TaskFailedError) as caught:
        nova.settle(task.result)
    assert (caught.value.task_id, caught.value.token) == ("v1", task.token)
    assert nova.requests == []


def test_a_task_that_goes_on_is_asked_for(nova):
    task = nova.client().parse_webhook({}, json.dumps(_by_hand({"_id": "v1", "status": 2})))
    done = Answer({"code": 1000, "data": {"video_status": 3, "video": "https://a"}})
    nova.answers(Answer({"code": 1000, "token": "token-1"}), done)
    assert task.reported.state == "running"
    assert [(each.kind, each.url) for each in nova.settle(task.result).outputs] == [("video", "https://a")]


def test_a_success_without_files_is_asked_for(nova):
    task = nova.client().parse_webhook({}, json.dumps(_by_hand({**PAYLOAD, "url": ""})))
    done = Answer({"code": 1000, "data": {"video_status": 3, "video": "https://a"}})
    nova.answers(Answer({"code": 1000, "token": "token-1"}), done)
    assert len(nova.settle(task.result).outputs) == 1


def test_a_task_of_a_callback_is_resumed_by_its_token(nova):
    client = nova.client()
    task = client.parse_webhook({}, json.dumps(_by_hand({"_id": "v1", "status": 2})))
    again = client.resume(task.token)
    assert (again.ids, again.token, again.reported) == (task.ids, task.token, None)
    done = Answer({"code": 1000, "data": {"video_status": 3, "video": "https://a"}})
    nova.answers(Answer({"code": 1000, "token": "token-1"}), done)
    assert nova.settle(again.result).outputs[0].kind == "video"
    assert nova.requests[1].url == "https://nova.example/info?video_model_id=v1"


def test_with_another_set_in_use_the_seal_still_opens(world_of):
    """A client that calls with an API key has the other two credentials for its callbacks."""
    nova = world_of((Nova, AsyncNova), api_key="key-123456", client_id=ID, client_secret=KEY)
    assert nova.client().parse_webhook({}, json.dumps(_by_hand(PAYLOAD))).id == "v1"


@pytest.mark.parametrize("part", ["signature", "dataEncrypt", "timestamp", "nonce"])
def test_a_changed_part_is_a_bad_signature(nova, part):
    body = _by_hand(PAYLOAD)
    other = _by_hand({**PAYLOAD, "_id": "v2"}, at=time.time() + 1, nonce="n-2")
    assert _refused(nova.client(), {**body, part: other[part]}) == "bad signature"


def test_a_signature_of_another_client_is_bad(nova):
    assert _refused(nova.client(), _by_hand(PAYLOAD, client_id="another-id-012345")) == "bad signature"


def test_a_signature_may_be_in_capitals(nova):
    body = _by_hand(PAYLOAD)
    assert nova.client().parse_webhook({}, json.dumps({**body, "signature": body["signature"].upper()})).id == "v1"


@pytest.mark.parametrize("away", [-301, 301, -1e9, 1e9])
def test_another_time_is_refused_on_both_sides(nova, away):
    assert _refused(nova.client(), _by_hand(PAYLOAD, at=time.time() + away)) == "old timestamp"


@pytest.mark.parametrize("away", [-290, 290])
def test_a_little_earlier_or_later_is_fine(nova, away):
    client = nova.client()
    body = json.dumps(_by_hand(PAYLOAD, at=time.time() + away))
    assert client.parse_webhook({}, body).id == "v1"
    assert _refused(client, body, tolerance=10) == "old timestamp"


def test_the_wrong_key_is_named_and_not_shown(nova):
    body = _by_hand(PAYLOAD, key="another-key-0123456789ab")
    with pytest.raises(WebhookError, match="wrong key: client_secret ") as caught:
        nova.client().parse_webhook({}, json.dumps(body))
    assert KEY not in str(caught.value)


def _cut(text):
    return [text[:end] for end in (0, 1, 40, len(text) // 2, len(text) - 1)]


@pytest.mark.parametrize("number", range(5))
def test_a_truncated_body_is_said_to_be_one(nova, lyra, number):
    assert _refused(nova.client(), _cut(json.dumps(_by_hand(PAYLOAD)))[number]) == "truncated body"
    assert _refused(lyra.client(), _cut(json.dumps(PLAIN).encode())[number]) == "truncated body"


@pytest.mark.parametrize("sealed", ["", "AAAA", "no base64!", "!" + b64encode(bytes(16)).decode()])
def test_a_truncated_payload_is_said_to_be_one(nova, sealed):
    """Whoever signs what is cut off already."""
    assert _refused(nova.client(), _signed({**_by_hand(PAYLOAD), "dataEncrypt": sealed})) == "truncated body"


@pytest.mark.parametrize("timestamp", ["soon", "", "12:30"])
def test_a_timestamp_that_is_no_time_is_refused(nova, timestamp):
    with pytest.raises(WebhookError, match="missing field: 'timestamp' is not a time in milliseconds"):
        nova.client().parse_webhook({}, json.dumps(_signed({**_by_hand(PAYLOAD), "timestamp": timestamp})))


def test_a_payload_that_is_no_text_was_sealed_with_another_key(nova):
    with pytest.raises(WebhookError, match="wrong key: client_secret makes no text of 'dataEncrypt'"):
        nova.client().parse_webhook({}, json.dumps(_by_hand(b"\xff\xfe{}")))


@pytest.mark.parametrize("body", ["<html></html>", "[]", '"text"', "5", b"\xff\xfe", '{"a": nope}', "[" * 100_000])
def test_what_is_no_json_object_is_refused(nova, lyra, body):
    assert _refused(nova.client(), body) == "not JSON"
    assert _refused(lyra.client(), body) == "not JSON"


def test_a_payload_that_is_no_json_object_is_refused(nova):
    assert _refused(nova.client(), _by_hand([PAYLOAD])) == "not JSON"


@pytest.mark.parametrize("part", ["signature", "dataEncrypt", "timestamp", "nonce"])
@pytest.mark.parametrize("value", [None, {}, [], True])
def test_a_missing_part_is_named(nova, part, value):
    with pytest.raises(WebhookError, match=f"missing field: the body has no '{part}'"):
        nova.client().parse_webhook({}, json.dumps({**_by_hand(PAYLOAD), part: value}))


@pytest.mark.parametrize(("name", "place"), [("_id", "_id"), ("status", "status")])
def test_a_payload_without_task_or_status_is_refused(nova, name, place):
    payload = {key: value for key, value in PAYLOAD.items() if key != name}
    with pytest.raises(WebhookError, match=f"missing field: the callback has no '{place}'"):
        nova.client().parse_webhook({}, json.dumps(_by_hand(payload)))


@pytest.mark.parametrize("value", [None, "", True, {}, [], 1.5])
def test_what_can_be_no_id_is_none(lyra, value):
    """Promise: nobody asks for the task of another, or for one that cannot be."""
    with pytest.raises(WebhookError, match="missing field: the callback has no 'task_id'"):
        lyra.client().parse_webhook({}, json.dumps({**PLAIN, "task_id": value}))


def test_an_unknown_word_is_no_end(lyra):
    task = lyra.client().parse_webhook({}, json.dumps({**PLAIN, "status": 77}))
    assert (task.reported.state, task.reported.ended) == ("unknown", False)


def test_a_plain_callback_is_the_task_with_its_result(lyra):
    task = lyra.client().parse_webhook({}, json.dumps(PLAIN))
    result = lyra.settle(task.result)
    assert [(each.kind, each.url) for each in result.outputs] == [("audio", "https://8.8.8.8/a.mp3")]
    assert result.data["params"] == "mine"
    assert lyra.requests == []


def test_a_plain_callback_says_why_a_task_failed(lyra):
    task = lyra.client().parse_webhook({}, json.dumps({"task_id": 7, "status": 4, "reason": "too\nloud"}))
    assert task.id == "7"
    with pytest.raises(TaskFailedError, match="too loud"):
        lyra.settle(task.result)


def test_a_vendor_without_callbacks_says_so(world_of):
    client = world_of((Orion, AsyncOrion)).client()
    assert _refused(client, "{}") == "no callback"
    with pytest.raises(WebhookError, match="orion documents no callbacks"):
        client.sign_webhook({})


def test_a_signed_callback_is_as_the_vendor_makes_it(nova):
    """The twin for tests agrees with the seal written by hand."""
    headers, body = nova.client().sign_webhook(PAYLOAD)
    made = json.loads(body)
    assert headers == {"Content-Type": "application/json"}
    by_hand = _by_hand(PAYLOAD, at=made["timestamp"] / 1000, nonce=made["nonce"])
    assert made.keys() == by_hand.keys()
    assert re.fullmatch("[0-9a-f]{40}", made["signature"])
    assert nova.client().parse_webhook(headers, body).id == "v1"


def test_a_signed_callback_may_be_of_another_time(nova):
    client = nova.client()
    assert _refused(client, client.sign_webhook(PAYLOAD, timestamp=time.time() - 301)[1]) == "old timestamp"


def test_the_twin_of_a_plain_callback_is_json(lyra):
    headers, body = lyra.client().sign_webhook({**PLAIN, "params": "äö"})
    assert json.loads(body)["params"] == "äö"
    assert lyra.client().parse_webhook(headers, body).id == "t1"


@pytest.mark.parametrize("size", [15, 17, 33])
def test_a_key_of_another_length_is_a_problem_of_the_client(world_of, size):
    nova = world_of((Nova, AsyncNova), client_id=ID, client_secret="k" * size)
    with pytest.raises(ConfigurationError, match=f"client_secret has {size} bytes; as a key it must have 16, 24 or 32"):
        nova.client().sign_webhook(PAYLOAD)


def test_missing_credentials_are_a_problem_of_the_client(world_of):
    nova = world_of((Nova, AsyncNova), api_key="key-123456")
    with pytest.raises(ConfigurationError, match="sealed with client_id, client_secret"):
        nova.client().parse_webhook({}, json.dumps(_by_hand(PAYLOAD)))
    with pytest.raises(ConfigurationError, match="sealed with client_id, client_secret"):
        nova.client().sign_webhook(PAYLOAD)


def test_without_the_package_it_is_said_what_to_install(nova, monkeypatch):
    body = json.dumps(_by_hand(PAYLOAD))
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'mediawright\[webhooks\]'"):
        nova.client().parse_webhook({}, body)


def test_parts_may_lie_deeper_in_the_body(world_of):
    seal = NOVA.callback.seal._replace(
        payload="d.p", signature="s.h", timestamp="s.t", signed=("s.t", "s.n", "d.p"), digest="sha256"
    )
    vendor = replace(NOVA, package="fictional_nova_deep", callback=NOVA.callback._replace(seal=seal))
    info = operation("video.info", "GET", "/info")
    deep = world_of(clients(vendor, info), client_id=ID, client_secret=KEY)
    headers, body = deep.client().sign_webhook(PAYLOAD)
    made = json.loads(body)
    assert (made["d"].keys(), made["s"].keys()) == ({"p"}, {"h", "t", "n"})
    assert deep.client().parse_webhook(headers, body).id == "v1"


def test_calls_load_nothing_of_this():
    """Promise: whoever calls and polls pays nothing for callbacks."""
    code = """
import sys, mediawright_runtime.client, mediawright_runtime.asynchronous
names = ("cryptography", "mediawright_runtime.webhooks", "mediawright_runtime.seal")
print([name for name in names if name in sys.modules])
"""
    environment = {"PYTHONPATH": ":".join(sys.path)}
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
    assert shown.stdout.strip() == "[]"
