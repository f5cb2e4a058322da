"""What an answer's envelope says, seen through a call that costs nothing (credits) and one that is billed."""

from dataclasses import replace

import pytest
from acme_client.operations.account import credits as credits_
from acme_client.vendor import VENDOR
from acme_world import created
from fictional import AsyncLyra, AsyncOrion, AsyncVega, Lyra, Orion, Vega

from mediawright_runtime.call import Call
from mediawright_runtime.declarations import Envelope, ErrorCode
from mediawright_runtime.envelope import is_passing, refusal, same_code
from mediawright_runtime.errors import VendorError
from mediawright_runtime.recorder import Answer
from mediawright_runtime.redaction import Redaction


def _refusal(world, answer, act=lambda client: client.account.credits()):
    world.answers(answer)
    with pytest.raises(VendorError) as caught:
        world.run(act)
    return caught.value


def _create(client):
    return client.text_to_video.big_model(prompt="a boat")


@pytest.mark.parametrize(
    ("code", "other", "same"),
    [
        (0, 0, True),
        ("0", 0, True),
        (" 0 ", 0, True),
        (0.0, 0, True),
        (0, "0", True),
        ("OK", "OK", True),
        (False, 0, False),
        (True, 1, False),
        ("True", True, False),
        (True, True, True),
        (1, True, False),
        (None, 0, False),
        ([0], 0, False),
        ("00", 0, False),
        ("", 0, False),
    ],
)
def test_codes_are_one_where_a_number_and_its_digits_meet(code, other, same):
    assert same_code(code, other) is same


@pytest.mark.parametrize("code", [0, "0"])
def test_a_success_is_a_success(world, code):
    world.answers(Answer({"code": code, "data": {"credits": 5}}))
    assert world.run(lambda client: client.account.credits()).data.credits == 5


@pytest.mark.parametrize("answer", [{"data": {"credits": 5}}, {"code": None}, {}])
def test_an_answer_without_a_required_code_is_no_success(world, answer):
    error = _refusal(world, Answer(answer))
    assert (error.code, error.kind, error.message) == (
        None,
        "vendor",
        "the answer does not say whether it is a success",
    )


@pytest.mark.parametrize("code", [374004, "374004"])
def test_an_error_inside_http_200_is_found_and_explained(world, code):
    error = _refusal(world, Answer({"code": code, "msg": "", "trace_id": "r9"}))
    assert (error.code, error.kind, error.http_status) == (code, "auth", 200)
    assert (error.message, error.action) == ("The request is not authenticated.", "Apply for a key.")
    assert (error.trace_id, error.operation, error.charged) == ("r9", "account.credits", "no")


def test_the_vendors_own_words_come_first(world):
    assert _refusal(world, Answer({"code": 374004, "msg": "key\n expired"})).message == "key expired"


@pytest.mark.parametrize(("trace_id", "kept"), [("r9", "r9"), (42, "42"), ("", None), (None, None), ([], None)])
def test_a_trace_id_may_be_a_number(world, trace_id, kept):
    """Whoever asks the vendor's support has it as a text."""
    assert _refusal(world, Answer({"code": 999, "trace_id": trace_id})).trace_id == kept


def test_an_operations_own_code_is_known(world):
    assert _refusal(world, Answer({"code": "NO_ACCOUNT"})).kind == "not_found"


def test_an_undocumented_code_is_the_vendors(world):
    error = _refusal(world, Answer({"code": 999, "msg": "odd"}))
    assert (error.code, error.kind, error.message) == (999, "vendor", "odd")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, "vendor"),
        (400, "invalid"),
        (401, "auth"),
        (402, "credits"),
        (403, "auth"),
        (404, "not_found"),
        (422, "invalid"),
        (429, "rate"),
        (500, "vendor"),
        (502, "vendor"),
    ],
)
@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"", b"\xff", {}, [], None, {"code": 0}])
def test_an_http_error_is_an_error_whatever_its_body(world, status, kind, body):
    error = _refusal(world, Answer(body, status))
    assert (error.kind, error.http_status) == (kind, status)


def test_a_documented_code_says_more_than_the_http_status(world):
    error = _refusal(world, Answer({"code": 490505}, 500))
    assert (error.kind, error.code) == ("credits", 490505)


def test_too_many_requests_may_be_asked_again_after_a_while(world):
    error = _refusal(world, Answer({}, 429, {"retry-after": "7"}))
    assert (error.retryable, error.retry_after) == (True, 7)


def test_an_error_never_repeats_the_key(world):
    """Promise: what a vendor echoes of our credentials stands in no error."""
    error = _refusal(world, Answer({"code": 999, "msg": "bad key key-1234567890"}))
    assert error.message == "bad key ***"


@pytest.mark.parametrize(
    ("answer", "charged"),
    [
        (Answer({"code": 490505}), "no"),
        (Answer({"code": 374004}, 401), "no"),
        (Answer({}, 422), "no"),
        (Answer({}, 429), "no"),
        (Answer({"code": 999}), "unknown"),
        (Answer({"code": 999}, 409), "unknown"),
    ],
)
def test_only_a_refusal_with_a_known_cause_surely_costs_nothing(world, answer, charged):
    """Promise: an error that may follow an accepted create says so."""
    error = _refusal(world, answer, _create)
    assert error.charged == charged
    assert ("charged: unknown" in str(error)) is (charged == "unknown")
    assert len(world.requests) == 1


def test_a_refusal_that_carries_a_task_keeps_it(world):
    """Promise: a task id, once received, is never lost."""
    error = _refusal(world, created("t7", code=999), _create)
    assert (error.task_id, error.token) == (
        "t7",
        '{"v":1,"vendor":"acme","operation":"text_to_video.big_model","id":"t7"}',
    )


def _call(client):
    return client.video.status(conversation_id="c", message_id="m")


@pytest.mark.parametrize(
    ("status", "kind", "message", "action"),
    [
        (500, "vendor", "The server failed.", None),
        (404, "not_found", "There is no such task.", "Look at the list."),
        (422, "invalid", "", None),
        (503, "vendor", "", None),
    ],
)
def test_an_error_may_be_known_by_its_http_status(world_of, status, kind, message, action):
    error = _refusal(world_of((Orion, AsyncOrion)), Answer({}, status), _call)
    assert (error.code, error.http_status, error.kind) == (None, status, kind)
    assert (error.message, error.action) == (message, action)


@pytest.mark.parametrize(
    ("detail", "message"),
    [
        ("boom", "boom"),
        ([{"loc": ["body", "prompt"], "msg": "Field required"}], "body.prompt: Field required"),
        ([{"loc": ["query", 0], "msg": "bad"}, {"msg": "worse"}, "worst"], "query.0: bad; worse; worst"),
        ({"why": "no\nfile"}, '{"why": "no\\nfile"}'),
        (5, "5"),
        (False, "false"),
    ],
)
def test_a_message_of_any_shape_becomes_one_line(world_of, detail, message):
    error = _refusal(world_of((Orion, AsyncOrion)), Answer({"detail": detail}, 500), _call)
    assert error.message == message
    assert "\n" not in str(error)


@pytest.mark.parametrize("body", [{}, {"errno": 0}, {"errno": "0"}, {"code": 0}, {"errno": None, "code": 0}])
@pytest.mark.parametrize("status", [200, 201])
def test_a_code_that_is_not_required_may_be_missing(world_of, body, status):
    vega = world_of((Vega, AsyncVega), api_key="key-123456")
    vega.answers(Answer({"data": [], **body}, status))
    assert vega.run(lambda client: client.picture_book.query(task_ids=["a"])).data == []


@pytest.mark.parametrize(
    ("answer", "code", "message"),
    [
        (Answer({"errno": 4, "errmsg": "no story"}), 4, "no story"),
        (Answer({"code": "bad", "detail": "no story"}), "bad", "no story"),
        (Answer({"errno": None, "code": 5}), 5, ""),
        (Answer({}, 500), None, ""),
        (Answer({"errno": 0}, 400), 0, ""),
    ],
)
def test_of_several_places_the_first_with_a_code_counts(world_of, answer, code, message):
    vega = world_of((Vega, AsyncVega), api_key="key-123456")
    error = _refusal(vega, answer, lambda client: client.picture_book.query(task_ids=["a"]))
    assert (error.code, error.message) == (code, message)


@pytest.mark.parametrize(("value", "fine"), [(True, True), (False, False), (1, False), ("true", False)])
def test_a_truth_value_may_say_it(world, value, fine):
    vendor = replace(VENDOR, envelope=Envelope(code="success", success=(True,)))
    call = Call(vendor, credits_.OPERATION, None, 1, Redaction(()))
    assert (refusal(call, Answer({}), {"success": value}) is None) is fine


def test_of_a_code_the_entry_with_the_same_http_status_counts():
    errors = (
        ErrorCode("invalid", "as 400", code=1, http_status=400),
        ErrorCode("vendor", "as 500", code=1, http_status=500),
        ErrorCode("rate", "any 503", http_status=503),
    )
    call = Call(replace(VENDOR, errors=errors), credits_.OPERATION, None, 1, Redaction(()))
    seen = [refusal(call, Answer({}, status), {"code": 1}).message for status in (400, 500, 418)]
    assert seen == ["as 400", "as 500", "as 400"]
    assert refusal(call, Answer({}, 503), {"code": 99}).message == "any 503"


def test_of_a_code_without_its_http_status_the_entry_of_any_status_counts():
    errors = (ErrorCode("invalid", "as 400", code=1, http_status=400), ErrorCode("vendor", "as any", code=1))
    call = Call(replace(VENDOR, errors=errors), credits_.OPERATION, None, 1, Redaction(()))
    assert refusal(call, Answer({}, 500), {"code": 1}).message == "as any"


@pytest.mark.parametrize(
    ("status", "kind", "passing"),
    [
        (200, "rate", True),
        (200, "vendor", True),
        (200, "invalid", False),
        (302, "vendor", True),
        (400, "vendor", False),
        (403, "rate", False),
        (500, "invalid", True),
    ],
)
def test_asking_again_may_help_where_the_vendor_is_in_trouble(status, kind, passing):
    assert is_passing(VendorError(1, "trouble", kind, status)) is passing


STANDING = {"status": 2}


@pytest.mark.parametrize(
    ("answer", "tolerated"),
    [
        (Answer({"code": 140013, "data": STANDING}), True),
        (Answer({"code": 140013, "data": {}}), False),
        (Answer({"code": 140013, "data": None}), False),
        (Answer({"code": 140013, "data": ""}), False),
        (Answer({"code": 140013}), False),
        (Answer({"code": 140013, "data": STANDING}, 500), False),
    ],
)
def test_a_query_is_read_whatever_its_code_where_it_has_something(world_of, answer, tolerated):
    lyra = world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")
    lyra.answers(answer, answer)
    client = lyra.client()
    task = client.resume('{"v":1,"vendor":"lyra","operation":"text_to_video.generate","id":"t1"}')
    for act in (task.status, lambda: client.tasks.result(task_id="t1")):
        if tolerated:
            lyra.settle(act)
        else:
            with pytest.raises(VendorError):
                lyra.settle(act)


def test_a_create_is_not_tolerated(world_of):
    lyra = world_of((Lyra, AsyncLyra), app_key="key-123456", app_secret="secret-123456")
    lyra.answers(Answer({"code": 140013, "data": {"status": 1}}))
    with pytest.raises(VendorError):
        lyra.run(lambda client: client.text_to_video.generate(prompt="x"))
