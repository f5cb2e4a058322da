"""What a vendor tells of tasks by itself, as it documents that: sent when a task ends, sealed, repeated."""

import json
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest

from mediawright.akool import Akool
from mediawright.tomoviee import Tomoviee
from mediawright_mock.contract import vendor_contract
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock
from mediawright_mock.server import MockServer

CREDENTIALS = {"client_id": "client-id-0123456789", "client_secret": "client-secret-0123456789"[:24]}
HOOK = "http://127.0.0.1:9/hook"


class Receiver:
    """Takes what is sent in place of an application, and answers what a test wants."""

    def __init__(self, *statuses):
        self.statuses = list(statuses)
        self.got = []

    def __call__(self, url, headers, body):
        self.got.append((url, dict(headers), body))
        answer = self.statuses.pop(0) if self.statuses else 200
        if isinstance(answer, OSError):
            raise answer
        return answer


class World:
    """A vendor whose webhooks go out when the test says so."""

    def __init__(self, vendor, receiver, **options):
        self.at = 1_700_000_000.0
        self.receiver = receiver
        self.mock = Mock(vendor_contract(vendor), now=lambda: self.at, post=receiver, **options)
        self.mock._courier.stop()

    def post(self, path, body, **headers):
        named = {"content-type": "application/json", **headers}
        return json.loads(self.mock.answer(Request("POST", path, (), named, json.dumps(body).encode())).body)

    def go_round(self, seconds=0.0):
        self.at += seconds
        return self.mock._round()


def speaking_photo(receiver, **options):
    world = World("akool", receiver, credentials=CREDENTIALS, **options)
    given = {"talking_photo_url": "https://a.example/p.png", "audio_url": "https://a.example/a.mp3", "webhookUrl": HOOK}
    path = "/api/open/v3/content/video/createbytalkingphoto"
    return world, world.post(path, given, **{"x-api-key": "k1"})["data"]["_id"]


def test_a_sealed_webhook_is_read_by_the_client_of_the_vendor():
    """What an application verifies and decrypts in production it verifies and decrypts here."""
    receiver = Receiver()
    world, task = speaking_photo(receiver, polls=1)
    world.at = time.time()
    world.go_round(2)
    ((url, headers, body),) = receiver.got
    assert url == HOOK
    with Akool(api_key="k1", **CREDENTIALS) as client:
        told = client.parse_webhook(headers, body)
        outputs = told.result().outputs
    assert told.id == task
    assert [each.url for each in outputs] == [f"http://127.0.0.1/files/{task}.mp4"]


def test_nothing_is_told_before_the_task_has_ended():
    receiver = Receiver()
    world, _ = speaking_photo(receiver, speed=1)
    world.go_round(1)
    assert (receiver.got, world.mock.webhooks.pending) == ([], True)
    world.go_round(60)
    assert (len(receiver.got), world.mock.webhooks.pending) == (1, False)


def test_where_queries_decide_a_task_that_tells_ends_by_itself():
    receiver = Receiver()
    world, _ = speaking_photo(receiver)
    world.go_round(0.9)
    assert receiver.got == []
    world.go_round(0.2)
    assert len(receiver.got) == 1


def test_what_is_not_answered_as_documented_is_sent_again():
    """akool sends again unless HTTP 200 is answered; nobody says how often, so at most three times more."""
    receiver = Receiver(500, OSError("no connection"), 202)
    world, _ = speaking_photo(receiver, polls=1)
    assert [world.go_round(2) for _ in range(2)] == [True, True]
    world.go_round(0.1)
    assert len(receiver.got) == 2
    world.go_round(10)
    world.go_round(10)
    world.go_round(10)
    sent = world.mock.webhooks.sent
    assert [(each.attempt, each.status, each.error) for each in sent] == [
        (1, 500, None),
        (2, None, "no connection"),
        (3, 202, None),
        (4, 200, None),
    ]


def test_without_the_credentials_of_the_seal_it_is_said_why_nothing_was_sent():
    receiver = Receiver()
    world = World("akool", receiver, polls=1)
    given = {"talking_photo_url": "https://a.example/p.png", "audio_url": "https://a.example/a.mp3", "webhookUrl": HOOK}
    world.post("/api/open/v3/content/video/createbytalkingphoto", given, **{"x-api-key": "k1"})
    assert world.go_round(2) is False
    (sent,) = world.mock.webhooks.sent
    assert receiver.got == []
    assert "client_secret" in sent.error


def test_the_seal_is_made_with_what_a_token_was_fetched_with():
    receiver = Receiver()
    world = World("akool", receiver, polls=1)
    login = {"clientId": CREDENTIALS["client_id"], "clientSecret": CREDENTIALS["client_secret"]}
    token = world.post("/api/open/v3/getToken", login)["token"]
    given = {"talking_photo_url": "https://a.example/p.png", "audio_url": "https://a.example/a.mp3", "webhookUrl": HOOK}
    path = "/api/open/v3/content/video/createbytalkingphoto"
    world.post(path, given, authorization=f"Bearer {token}")
    world.go_round(2)
    assert len(receiver.got) == 1


MUSIC = {"prompt": "calm", "duration": 10, "qty": 1, "callback": HOOK, "params": "order-7"}


def test_what_the_create_gives_along_comes_back_and_a_refusal_is_not_repeated_without_documents():
    receiver = Receiver(500)
    world = World("tomoviee", receiver, polls=1)
    headers = {"x-app-key": "k", "authorization": "Basic azpz"}
    answer = world.post("/v1/open/capacity/application/tm_text2music", MUSIC, **headers)
    assert world.go_round(2) is False
    ((_, _, body),) = receiver.got
    told = json.loads(body)
    task = answer["data"]["task_id"]
    assert (told["task_id"], told["status"], told["params"]) == (task, 3, "order-7")
    assert json.loads(told["result"])["audio_path"] == [f"http://127.0.0.1/files/{task}.wav"]
    with Tomoviee(app_key="k", app_secret="s") as client:
        assert [each.kind for each in client.parse_webhook({}, body).result().outputs] == ["audio"]


def test_a_failure_is_told_too():
    receiver = Receiver()
    world = World("tomoviee", receiver, polls=1)
    headers = {"x-app-key": "k", "authorization": "Basic azpz", "x-mock-fault": "task_ends;state=expired"}
    world.post("/v1/open/capacity/application/tm_text2music", MUSIC, **headers)
    world.go_round(2)
    told = json.loads(receiver.got[0][2])
    assert told["status"] == 6
    assert "result" not in told


@pytest.mark.parametrize("callback", [None, "ftp://a.example/", "hook"])
def test_a_create_without_a_usable_address_is_told_nothing(callback):
    receiver = Receiver()
    world = World("tomoviee", receiver, polls=1)
    body = {name: value for name, value in (MUSIC | {"callback": callback}).items() if value is not None}
    world.post("/v1/open/capacity/application/tm_text2music", body, **{"x-app-key": "k", "authorization": "Basic azpz"})
    assert not world.mock.webhooks.pending


@pytest.fixture(name="application")
def listening_application():
    """A server of the application's own, and what it was sent."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200 if len(got) > 1 else 503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook", got
    server.shutdown()
    thread.join()
    server.server_close()


def test_over_http_a_webhook_arrives_when_the_clock_is_put_forward(application):
    """An application's own test drives the clock from outside and waits for nothing."""
    hook, got = application
    with (
        MockServer(vendor_contract("akool"), credentials=CREDENTIALS, speed=1) as server,
        Akool(
            client_id=CREDENTIALS["client_id"], client_secret=CREDENTIALS["client_secret"], base_url=server.url
        ) as client,
    ):
        task = client.talking_photo.create(
            talking_photo_url="https://a.example/p.png", audio_url="https://a.example/a.mp3", webhook_url=hook
        )
        for _ in range(500):
            httpx.post(f"{server.url}/_mock/clock", json={"advance": 40})
            told = httpx.get(f"{server.url}/_mock/webhooks").json()["webhooks"]
            if len(told) == 2:
                break
        assert [(each["attempt"], each["status"]) for each in told] == [(1, 503), (2, 200)]
        assert (told[0]["payload"]["_id"], len(got)) == (task.id, 2)
        assert task.status().state == "succeeded"
