"""What an answer's envelope says, seen through a call that costs nothing (credits) and one that is billed."""

import pytest
from acme_world import created

from mediawright_runtime.envelope import same_code
from mediawright_runtime.errors import VendorError
from mediawright_runtime.recorder import Answer


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


def test_an_answer_without_code_is_a_success(world):
    world.answers(Answer({"data": {"credits": 5}}))
    assert world.run(lambda client: client.account.credits()).data.credits == 5


@pytest.mark.parametrize("code", [374004, "374004"])
def test_an_error_inside_http_200_is_found_and_explained(world, code):
    error = _refusal(world, Answer({"code": code, "msg": "", "trace_id": "r9"}))
    assert (error.code, error.kind, error.http_status) == (code, "auth", 200)
    assert (error.message, error.action) == ("The request is not authenticated.", "Apply for a key.")
    assert (error.trace_id, error.operation, error.charged) == ("r9", "account.credits", "no")


def test_the_vendors_own_words_come_first(world):
    assert _refusal(world, Answer({"code": 374004, "msg": "key\n expired"})).message == "key expired"


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
        (Answer(b"<html>", 502), "unknown"),
        (Answer({}, 500), "unknown"),
        (Answer({}, 408), "unknown"),
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
