"""A call: when it is sent again, what its answer means, and what is known when it fails."""

import asyncio
import json
from dataclasses import replace

import httpx
import pytest
from acme_world import TOKEN, created
from fictional import DORADO as DORADO_VENDOR
from fictional import AsyncDorado, AsyncOrion, Dorado, Orion, clients, operation

from mediawright_runtime.declarations import Envelope, OutputPlace
from mediawright_runtime.errors import AmbiguousSubmitError, ConnectionFailedError, InvalidRequestError, VendorError
from mediawright_runtime.recorder import Answer

NEVER_DELIVERED = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError]
AMBIGUOUS = [
    httpx.ReadTimeout,
    httpx.WriteTimeout,
    httpx.ReadError,
    httpx.WriteError,
    httpx.RemoteProtocolError,
    httpx.CloseError,
    httpx.DecodingError,
    ConnectionResetError,
    TimeoutError,
]


def test_a_create_gives_a_task(world):
    world.answers(created("t1"))
    task = world.create(duration="6s")
    assert (task.id, task.token) == ("t1", TOKEN)
    assert world.sent == {"data": {"mode": "v2", "prompt": "a boat", "duration": "6s", "quality": "low"}}
    assert world.requests[0].headers["X-API-KEY"] == "key-1234567890"


@pytest.mark.parametrize("fault", AMBIGUOUS)
def test_a_create_that_may_have_arrived_is_sent_once(world, fault):
    """Promise: one create is charged once."""
    world.answers(fault("boom"), created())
    with pytest.raises(AmbiguousSubmitError) as caught:
        world.create()
    assert len(world.requests) == 1
    assert caught.value.charged == "unknown"
    assert caught.value.operation == "text_to_video.big_model"
    assert f"{fault.__name__}: boom" in str(caught.value)
    assert isinstance(caught.value.__cause__, fault)


@pytest.mark.parametrize("fault", NEVER_DELIVERED)
def test_a_create_that_surely_never_arrived_is_sent_again(world, fault):
    world.answers(fault("x"), fault("x"), created())
    assert world.create().id == "t1"
    assert len(world.requests) == 3
    assert len({request.content for request in world.requests}) == 1
    assert len(world.sleeps) == 2
    assert 0.5 <= world.sleeps[0] < 1 < world.sleeps[1] < 2


@pytest.mark.parametrize("fault", NEVER_DELIVERED)
def test_a_vendor_out_of_reach_is_given_up_after_three_tries(world, fault):
    world.answers(forever=fault("x"))
    with pytest.raises(ConnectionFailedError) as caught:
        world.create()
    assert len(world.requests) == 3
    assert caught.value.charged == "no"


def test_a_create_that_may_have_arrived_at_its_second_try_is_not_sent_a_third_time(world):
    world.answers(httpx.ConnectError("x"), httpx.ReadTimeout("x"), created())
    with pytest.raises(AmbiguousSubmitError):
        world.create()
    assert len(world.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 422, 429])
def test_a_refused_create_is_sent_once(world, status):
    world.answers(Answer({}, status), created())
    with pytest.raises(VendorError):
        world.create()
    assert len(world.requests) == 1


@pytest.mark.parametrize("status", [302, 408, 500, 502, 503, 504, 599])
@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (b"<html>Bad gateway</html>", (None, "", None)),
        ({"code": 999, "msg": "odd", "trace_id": "r9"}, (999, "odd", "r9")),
    ],
)
def test_a_vendor_that_breaks_down_over_a_create_may_have_accepted_it(world, status, body, facts):
    """Promise: only an answer that refuses a create says that it costs nothing."""
    world.answers(Answer(body, status), created())
    with pytest.raises(AmbiguousSubmitError) as caught:
        world.create()
    error = caught.value
    assert len(world.requests) == 1
    assert (error.charged, error.retryable, error.http_status) == ("unknown", False, status)
    assert f"HTTP {status}" in str(error)
    assert (error.code, error.message, error.trace_id) == facts


def test_a_task_in_the_answer_of_a_broken_vendor_is_kept(world):
    """Promise: a task id, once received, is never lost."""
    world.answers(replace(created("t7"), status_code=500))
    with pytest.raises(AmbiguousSubmitError) as caught:
        world.create()
    assert caught.value.task_id == "t7"
    assert world.run(lambda client: client.reconcile(caught.value)).token == caught.value.token


@pytest.mark.parametrize("cut", ['{"code": 0, "data": {"task_id": "t1"', '{"data": {"task_id": "t1", "sta'])
def test_an_id_that_is_whole_in_a_torn_answer_gives_a_task(world, cut):
    world.answers(Answer(cut.encode()))
    assert world.create().id == "t1"


@pytest.mark.parametrize("cut", ['{"data": {"task_id": "t1', '{"data": {"task_id": 12', '{"data": {"tas', ""])
def test_a_torn_id_is_none(world, cut):
    """Promise: nobody waits for the task of another."""
    world.answers(Answer(cut.encode()))
    with pytest.raises(AmbiguousSubmitError):
        world.create()


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"task_id": "t1"}},
        {"code": None, "data": {"task_id": "t1"}},
        {"code": [], "data": {"task_id": "t1", "surprise": {}}},
    ],
)
def test_an_odd_answer_with_an_id_still_gives_a_task(world, body):
    """Promise: a task id, once received, is never lost."""
    world.answers(Answer(body))
    assert world.create().id == "t1"


def test_an_id_may_be_a_number(world):
    world.answers(created(17))
    task = world.create()
    assert task.id == "17"
    assert json.loads(task.token)["id"] == 17


@pytest.mark.parametrize(
    "body", [{"code": 0, "data": {}}, {"code": 0, "data": {"task_id": ""}}, {"code": 0, "data": {"task_id": True}}, {}]
)
def test_a_success_without_an_id_is_ambiguous_and_keeps_the_answer(world, body):
    world.answers(Answer(body))
    with pytest.raises(AmbiguousSubmitError, match="the answer has no task id") as caught:
        world.create()
    assert json.loads(caught.value.body) == body
    assert caught.value.http_status == 200


@pytest.mark.parametrize(
    "body", [b"<html>Welcome</html>", b"", b'{"code": 0, "data": {"task_i', b"[]", b"\xff\xfe", b"[" * 100_000]
)
def test_a_success_that_is_not_json_is_ambiguous(world, body):
    world.answers(Answer(body))
    with pytest.raises(AmbiguousSubmitError):
        world.create()
    assert len(world.requests) == 1


def test_the_answer_kept_in_an_error_is_capped_and_without_the_key(world):
    world.answers(Answer(b"key-1234567890" + b"x" * 1_000_000))
    with pytest.raises(AmbiguousSubmitError) as caught:
        world.create()
    assert len(caught.value.body) == 2000
    assert caught.value.body.startswith("***xxx")


def test_a_paid_call_without_a_task_is_sent_once_too(world):
    world.answers(httpx.ReadTimeout("x"), Answer({"code": 0}))
    with pytest.raises(AmbiguousSubmitError):
        world.run(lambda client: client.text_to_diagram.flowchart(prompt="x"))
    assert len(world.requests) == 1


def test_a_paid_call_without_a_readable_answer_is_ambiguous(world):
    world.answers(Answer(b"<html>"))
    with pytest.raises(AmbiguousSubmitError):
        world.run(lambda client: client.text_to_diagram.flowchart(prompt="x"))


def test_a_question_without_an_answer_costs_nothing(world):
    world.answers(httpx.ReadTimeout("x"))
    with pytest.raises(ConnectionFailedError) as caught:
        world.run(lambda client: client.account.credits())
    assert caught.value.charged == "no"
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)


def test_a_question_with_an_unreadable_answer_is_a_vendors_error(world):
    world.answers(Answer(b"<html>"))
    with pytest.raises(VendorError, match="not a JSON object"):
        world.run(lambda client: client.account.credits())


def test_an_answer_of_another_shape_raises_nothing(world):
    """Promise: unknown fields are kept, and values of another type stay as they are."""
    world.answers(Answer({"code": "0", "data": {"credits": "many", "new": [1]}, "more": 1}))
    answer = world.run(lambda client: client.account.credits())
    assert (answer.data.credits, answer.data.new, answer.more) == ("many", [1], 1)


def test_invalid_input_costs_nothing(world):
    """Promise: zero HTTP requests."""
    with pytest.raises(InvalidRequestError):
        world.create(duration="7s")
    assert world.requests == []


def test_the_token_is_told_before_the_create_returns(world):
    """Promise: a crash after the create cannot lose the task."""
    told = []
    world.answers(created())
    client = world.client().with_options(on_submitted=told.append)
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert told == [TOKEN]


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt("disk full")])
def test_a_listener_that_fails_or_is_interrupted_does_not_lose_the_token(world, failure):
    """Promise: a task id, once received, is never lost."""

    def fail(token):
        raise failure

    world.answers(created())
    client = world.client().with_options(on_submitted=fail)
    with pytest.raises(type(failure), match="disk full") as caught:
        world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert TOKEN in "".join(caught.value.__notes__)


def test_an_asynchronous_client_awaits_its_listener():
    from acme_world import World

    told = []

    async def tell(token):
        await asyncio.sleep(0)
        told.append(token)

    world = World("async")
    world.answers(created())
    client = world.client().with_options(on_submitted=tell)
    world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert told == [TOKEN]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), RuntimeError("a bug in a transport")])
def test_what_interrupts_a_create_says_that_it_may_be_charged(world, interruption):
    world.answers(interruption)
    with pytest.raises(type(interruption)) as caught:
        world.create()
    assert "charged: unknown" in "".join(caught.value.__notes__)
    assert len(world.requests) == 1


DORADO = (Dorado, AsyncDorado)
DRAWN = Answer(
    {"code": 0, "data": {"png_url": "https://a.dorado.example/1.png", "svg_url": "https://a.dorado.example/1.svg"}}
)


def _draw(client):
    return client.text_to_diagram.flowchart(prompt="x")


@pytest.mark.parametrize("code", [3001, "3001", 212200])
def test_a_call_is_sent_again_as_often_as_the_vendor_documents(world_of, code):
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": code}), DRAWN)
    assert len(dorado.run(_draw).outputs) == 2
    assert len({request.content for request in dorado.requests}) == 1
    assert len(dorado.sleeps) == 1
    assert 1 <= dorado.sleeps[0] < 1.5


@pytest.mark.parametrize(("code", "sent"), [(3001, 2), (212200, 2), (9, 3), (2406, 1), (777, 1)])
def test_a_call_is_sent_no_more_often_than_that(world_of, code, sent):
    """Promise: what may be charged is sent exactly as often as the vendor says."""
    dorado = world_of(DORADO)
    dorado.answers(forever=Answer({"code": code, "msg": "no"}))
    with pytest.raises(VendorError, match="no") as caught:
        dorado.run(_draw)
    assert caught.value.code == code
    assert len(dorado.requests) == sent


def test_errors_of_several_kinds_do_not_add_up(world_of):
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": 212200}), Answer({"code": 3001}), DRAWN)
    with pytest.raises(VendorError):
        dorado.run(_draw)
    assert len(dorado.requests) == 2


def test_the_vendor_says_when_to_send_again(world_of):
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": 3001}, 429, {"retry-after": "7"}), DRAWN)
    dorado.run(_draw)
    assert dorado.sleeps == [7]


def test_a_vendor_that_wants_a_long_pause_is_left_to_the_caller(world_of):
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": 3001}, 429, {"retry-after": "3600"}), DRAWN)
    with pytest.raises(VendorError) as caught:
        dorado.run(_draw)
    assert (caught.value.retry_after, dorado.sleeps) == (3600, [])


def test_a_second_sending_that_may_have_arrived_is_the_last(world_of):
    dorado = world_of(DORADO)
    dorado.answers(Answer({"code": 9}), httpx.ReadTimeout("x"), DRAWN)
    with pytest.raises(AmbiguousSubmitError):
        dorado.run(_draw)
    assert len(dorado.requests) == 2


@pytest.mark.parametrize("answer", [Answer({"data": {}}), Answer({}), Answer(b"[]")])
def test_paid_work_without_a_readable_answer_is_ambiguous(world_of, answer):
    dorado = world_of(DORADO)
    dorado.answers(answer)
    with pytest.raises(AmbiguousSubmitError):
        dorado.run(_draw)


def test_paid_work_that_is_answered_by_nothing_is_ambiguous_where_no_code_is_required(world_of):
    """Promise: only an answer that refuses a create says that it costs nothing."""
    made = clients(
        replace(DORADO_VENDOR, package="fictional_dorado_bare", envelope=Envelope(code="code", required=False)),
        operation("text_to_diagram.flowchart", "POST", "/flowchart", outputs=(OutputPlace("data.png_url"),)),
    )
    dorado = world_of(made)
    dorado.answers(Answer(b" \n"))
    with pytest.raises(AmbiguousSubmitError, match="not a JSON object"):
        dorado.run(lambda client: client.text_to_diagram.flowchart())


ORION = (Orion, AsyncOrion)


@pytest.mark.parametrize("status", [200, 201, 202])
def test_without_a_code_every_2xx_is_a_success(world_of, status):
    orion = world_of(ORION)
    orion.answers(Answer({"conversation_id": "c1", "message_id": 7}, status))
    task = orion.run(lambda client: client.video.generate(prompt="x"))
    assert (task.id, task.ids) == ("c1/7", {"conversation_id": "c1", "message_id": "7"})


@pytest.mark.parametrize("missing", ["conversation_id", "message_id"])
def test_a_task_of_two_ids_needs_both(world_of, missing):
    orion = world_of(ORION)
    answer = {"conversation_id": "c1", "message_id": "m1", missing: None}
    orion.answers(Answer(answer))
    with pytest.raises(AmbiguousSubmitError, match="no task id") as caught:
        orion.run(lambda client: client.video.generate(prompt="x"))
    assert json.loads(caught.value.body) == answer


@pytest.mark.parametrize(
    "body",
    [
        b'{"code": 0, "data": {"task_id": "t1", "note": "\xff"}}',
        b'{"code": 0, "data": {"task_id": "t1", "note": "a\x01b"}}',
        b'Warning: slow\n{"code": 0, "data": {"task_id": "t1"}}',
        b'{"code": 0, "data": {"task_id": "t1"}}\n<br>',
    ],
)
def test_an_id_in_an_answer_that_is_nearly_json_gives_a_task(world, body):
    world.answers(Answer(body))
    assert world.create().id == "t1"


def test_the_token_of_a_task_in_an_error_is_told_too(world):
    """Promise: `on_submitted` hears of every id that came."""
    told = []
    world.answers(created("t7", code=999))
    client = world.client().with_options(on_submitted=told.append)
    with pytest.raises(VendorError) as caught:
        world.run(lambda client: client.text_to_video.big_model(prompt="x"), client)
    assert told == [caught.value.token]


@pytest.mark.parametrize(
    ("method", "headers", "media_type"),
    [
        ("say", {"content-type": "audio/wav; rate=8000"}, "audio/wav"),
        ("say", {"content-type": ""}, "audio/mpeg"),
        ("say", {}, "audio/mpeg"),
        ("sample", {}, "application/octet-stream"),
    ],
)
def test_a_file_is_what_the_answer_says_else_what_is_documented_else_any_bytes(world_of, method, headers, media_type):
    orion = world_of(ORION)
    orion.answers(Answer(b"sound", 200, headers))
    given = {"text": "x"} if method == "say" else {}
    answer = orion.run(lambda client: getattr(client.speech, method)(**given))
    assert (answer.content, answer.media_type) == (b"sound", media_type)


def test_a_file_is_named_after_its_call(world_of, tmp_path):
    orion = world_of(ORION)
    orion.answers(Answer(b"sound", 200, {"content-type": "audio/mpeg"}))
    path = orion.run(lambda client: client.speech.say(text="x")).save(tmp_path)
    assert path.name.startswith("speech-say-")
    assert path.read_bytes() == b"sound"


def test_a_paid_file_that_is_empty_may_have_been_charged(world_of):
    """Promise: only an answer that refuses a create says that it costs nothing."""
    orion = world_of(ORION)
    orion.answers(Answer(b""))
    with pytest.raises(AmbiguousSubmitError, match="the answer is empty") as caught:
        orion.run(lambda client: client.speech.say(text="x"))
    assert caught.value.charged == "unknown"


@pytest.mark.parametrize(("status", "raised"), [(404, VendorError), (500, AmbiguousSubmitError)])
def test_a_refused_file_is_an_error_with_the_vendors_words(world_of, status, raised):
    orion = world_of(ORION)
    orion.answers(Answer({"detail": "no voice"}, status))
    with pytest.raises(raised, match="no voice") as caught:
        orion.run(lambda client: client.speech.say(text="x"))
    assert caught.value.http_status == status
