"""What a person does with a client: make it, call by name, change options, close it."""

import logging

import pytest
from acme_client import Acme, AsyncAcme
from acme_world import DONE, TOKEN, created

from mediawright_runtime.errors import ConfigurationError, InvalidRequestError
from mediawright_runtime.recorder import Answer, AsyncRecorder, Recorder
from mediawright_runtime.task import AsyncTask, Task
from mediawright_runtime.timeout import Timeout

KINDS = pytest.mark.parametrize(("kind", "recorder"), [(Acme, Recorder), (AsyncAcme, AsyncRecorder)])


@KINDS
def test_a_key_comes_from_the_environment_when_the_client_is_made(kind, recorder, monkeypatch):
    monkeypatch.setenv("ACME_API_KEY", "from-the-environment")
    client = kind(http_client=recorder())
    monkeypatch.setenv("ACME_API_KEY", "changed-later")
    assert client.caller.session.redaction.line("from-the-environment") == "***"


@KINDS
def test_without_a_key_there_is_no_client(kind, recorder, monkeypatch):
    monkeypatch.delenv("ACME_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match=r"api_key= .*ACME_API_KEY"):
        kind(http_client=recorder())


@KINDS
@pytest.mark.parametrize(
    "options", [{"base_url": "nowhere"}, {"timeout": 0}, {"timeout": -1}, {"timeout": float("nan")}]
)
def test_what_cannot_work_is_refused_at_once(kind, recorder, options):
    with pytest.raises(ConfigurationError):
        kind(api_key="k", http_client=recorder(), **options)


@KINDS
def test_a_client_shows_no_secret(kind, recorder):
    """Promise: no repr prints a key."""
    client = kind(api_key="key-1234567890", http_client=recorder())
    assert repr(client) == f"{kind.__name__}(base_url='https://api.acme.example/v1')"
    assert "key-1234567890" not in repr(client.caller.session)
    assert "key-1234567890" not in repr(client.resume(TOKEN))
    assert "key-1234567890" not in repr(client.caller.session.credentials)


@KINDS
def test_nothing_that_goes_over_the_wire_is_shown(kind, recorder):
    """Promise: what the client is made of prints neither its headers nor what the caller gave it."""
    client = kind(api_key="s3cret-key", http_client=recorder(), timeout=7).with_options(extra={"new": "s3cret"})
    session = client.caller.session
    call = session._call(session.find("text_to_video.big_model"), {"prompt": "s3cret"})
    shown = repr(call) + repr(session) + repr(session.options) + repr(call.request) + repr(client)
    assert "s3cret" not in shown
    assert "Request(text_to_video.big_model: POST https://api.acme.example/v1/generation/big)" in shown
    assert "Timeout(connect=7, read=7, write=7, pool=7, total=None)" in shown


def test_a_base_url_replaces_the_vendors_address(world):
    world.answers(created())
    world.run(
        lambda client: client.text_to_video.big_model(prompt="x"), world.client(base_url="http://127.0.0.1:9/acme/")
    )
    assert world.requests[0].url == "http://127.0.0.1:9/acme/generation/big"


@pytest.mark.parametrize("name", ["Big Model", "t2v-big", "text_to_video.big_model"])
def test_an_operation_is_called_by_any_of_its_names(world, name):
    world.answers(created())
    task = world.run(lambda client: client.call(name, prompt="x"))
    assert task.id == "t1"
    assert isinstance(task, Task if world.kind == "sync" else AsyncTask)


def test_an_operation_without_a_task_gives_its_answer(world):
    world.answers(Answer({"code": 0, "data": {"credits": 5}}))
    assert world.run(lambda client: client.call("Credits")).data.credits == 5


def test_an_unknown_operation_names_the_closest(world):
    with pytest.raises(InvalidRequestError, match=r"did you mean 'Big Model'\?") as caught:
        world.run(lambda client: client.call("Big Modell"))
    assert caught.value.field == "operation"
    assert "text_to_video.big_model" in caught.value.allowed


@pytest.mark.parametrize("params", [{"promt": "x"}, {}, {"prompt": "x", "name": "y"}])
def test_a_wrong_keyword_of_a_call_is_an_invalid_request(world, params):
    with pytest.raises(InvalidRequestError):
        world.run(lambda client: client.call("Big Model", **params))
    assert world.requests == []


def test_a_wrong_keyword_of_a_method_is_pythons_own_error(world):
    with pytest.raises(TypeError):
        world.run(lambda client: client.text_to_video.slow_model(promt="x"))


@pytest.mark.parametrize("token", [TOKEN.replace("acme", "other"), TOKEN.replace("big_model", "gone"), "t1"])
def test_what_is_no_token_of_this_client_is_refused(world, token):
    with pytest.raises(InvalidRequestError) as caught:
        world.run(lambda client: client.resume(token))
    assert caught.value.field == "token"


@pytest.mark.parametrize("operation", ["account.credits", "..os", "index"])
def test_a_token_cannot_name_what_is_no_create(world, operation):
    with pytest.raises(InvalidRequestError, match="names no create"):
        world.run(lambda client: client.resume(TOKEN.replace("text_to_video.big_model", operation)))


def test_options_belong_to_the_copy(world):
    world.answers(created("t1"), created("t2"))
    client = world.client()
    told = []
    copy = client.with_options(timeout=5, on_submitted=told.append, extra={"new": 1}).with_options(validate="off")
    assert type(copy) is type(client)
    world.run(lambda client: client.text_to_video.big_model(prompt="x", duration="20s"), copy)
    with pytest.raises(InvalidRequestError):
        world.run(lambda client: client.text_to_video.big_model(prompt="x", duration="20s"), client)
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert len(told) == 1
    assert world.timeouts == [5, 60]
    assert b'"new":1' in world.requests[0].content
    assert b'"new":1' not in world.requests[1].content


@pytest.mark.parametrize("at", ["the client", "a copy"])
def test_each_phase_may_have_a_timeout_of_its_own(world, at):
    world.answers(created())
    timeout = Timeout(connect=1, read=2, write=3, pool=4)
    client = world.client(timeout=timeout) if at == "the client" else world.client().with_options(timeout=timeout)
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert client.caller.session.options.timeout.phases == (1, 2, 3, 4)
    assert world.timeouts == [2]


def test_extra_parameters_go_beside_those_of_the_spec_and_win(world):
    world.answers(created())
    client = world.client().with_options(extra={"new": {"a": [1]}, "duration": "99s"})
    world.run(lambda client: client.text_to_video.big_model(prompt="x", duration="6s"), client)
    assert world.sent["data"] == {"prompt": "x", "duration": "99s", "quality": "low", "new": {"a": [1]}, "mode": "v2"}


def test_extra_parameters_do_not_follow_a_task_into_its_queries(world):
    world.answers(created(), DONE)
    client = world.client().with_options(extra={"new": 1})
    task = world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    world.settle(task.wait)
    assert world.requests[1].content == b"{}"


@pytest.mark.parametrize("options", [{"validate": "loose"}, {"timeout": 0}])
def test_an_option_that_means_nothing_is_refused(world, options):
    with pytest.raises(ConfigurationError):
        world.client().with_options(**options)


def test_an_injected_client_stays_open():
    class Closing(Recorder):
        def close(self):
            raise AssertionError

    with Acme(api_key="k", http_client=Closing()):
        pass


def test_a_client_of_our_own_is_closed():
    with Acme(api_key="k") as client:
        http = client.caller.driver.http
    assert http.is_closed


def test_an_optional_credential_is_sent_where_it_is_given(world):
    world.answers(created(), created())
    world.create()
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), world.client(user_id="u7"))
    assert "X-User" not in world.requests[0].headers
    assert world.requests[1].headers["X-User"] == "u7"


def test_an_operations_header_replaces_the_vendors(world):
    world.answers(Answer({"code": 0, "key": "k"}))
    world.run(lambda client: client.files.upload(content=b"x", file_name="a"))
    headers = world.requests[0].headers
    assert {name: value for name, value in headers.items() if name.lower() == "content-type"} == {
        "content-type": "application/octet-stream"
    }


def test_the_log_tells_where_requests_go_and_nothing_else(world, caplog):
    """Promise: no credential, query or body stands in a log."""
    world.answers(Answer({"code": 0, "total": 1}), created(), ConnectionResetError("reset"))
    with caplog.at_level(logging.DEBUG, "mediawright"):
        world.run(lambda client: client.tasks.list(page=2, client_tag="secret"))
        world.run(lambda client: client.text_to_video.big_model(prompt="secret"))
        with pytest.raises(Exception, match="did not answer"):
            world.run(lambda client: client.account.credits())
    sent = "sent X-API-KEY=..., Content-Type=application/json"
    at = "https://api.acme.example/v1"
    assert caplog.messages == [
        f"tasks.list: GET {at}/tasks?... HTTP 200 in 0 ms; received no headers; {sent}, X-Client-Tag=...",
        f"text_to_video.big_model: POST {at}/generation/big HTTP 200 in 0 ms; received no headers; {sent}",
        f"account.credits: POST {at}/user/credits no answer in 0 ms: ConnectionResetError: reset; {sent}",
    ]


def test_a_transport_of_the_other_kind_is_refused_before_anything_is_sent():
    """Promise: an answer is never lost between two kinds of client."""
    import httpx

    with pytest.raises(ConfigurationError, match="http_client is an asynchronous one"):
        Acme(api_key="key-1234567890", http_client=httpx.AsyncClient())
    with httpx.Client() as http, pytest.raises(ConfigurationError, match="http_client is a synchronous one"):
        AsyncAcme(api_key="key-1234567890", http_client=http)
