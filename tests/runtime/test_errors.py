"""Every error is one line, knows its facts, and survives a process boundary."""

import copy
import subprocess
import sys
from pathlib import Path

import pytest
from acme_world import through_pickle

from mediawright_runtime import errors
from mediawright_runtime.call import Trace
from mediawright_runtime.errors import (
    AmbiguousSubmitError,
    ConfigurationError,
    ConnectionFailedError,
    DownloadError,
    HostRefusedError,
    InvalidRequestError,
    MediawrightError,
    NotFinishedError,
    TaskFailedError,
    UnsupportedError,
    VendorError,
    WaitTimeoutError,
    WebhookError,
)
from mediawright_runtime.status import TaskStatus

OPERATION = "text_to_video.big_model"
RUNNING = TaskStatus("running", "processing", 40.0)

SAMPLES = [
    MediawrightError("something is wrong", operation=OPERATION),
    ConfigurationError("no api_key"),
    InvalidRequestError("duration", "7s", "one of '6s'", "acme.txt:1-2", operation=OPERATION),
    VendorError(
        490505, "Too few credits", "credits", 200, trace_id="r1", retry_after=3.0, action="Buy.", operation=OPERATION
    ),
    ConnectionFailedError("ConnectError: refused", operation=OPERATION),
    AmbiguousSubmitError(
        "HTTP 500",
        http_status=500,
        code=9,
        message="odd",
        body="<html>",
        trace=Trace(1.5, {"a": "b"}),
        operation=OPERATION,
    ),
    TaskFailedError("failed", "nsfw", raw="failed", trace_id="r1", operation=OPERATION),
    WaitTimeoutError(RUNNING, 600.04, polls=7, operation=OPERATION),
    NotFinishedError(RUNNING, operation=OPERATION),
    UnsupportedError("acme documents no way to cancel a task", operation=OPERATION),
    WebhookError("bad signature", "'signature' is not what the credentials make of the body"),
    DownloadError("https://cdn.example/a.png?sign=1", "HTTP 500", saved=(Path("a.png"),)),
    HostRefusedError("https://10.0.0.1/a.png", "not public"),
]


def _classes(root):
    yield root
    for each in root.__subclasses__():
        yield from _classes(each)


def test_every_class_has_a_sample_here():
    assert {type(sample) for sample in SAMPLES} == set(_classes(MediawrightError))


def test_every_class_stands_in_the_drawn_tree():
    assert all(each.__name__ in errors.__doc__ for each in _classes(MediawrightError))


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("way", [through_pickle, copy.copy, copy.deepcopy])
def test_survives_pickling_with_every_fact(error, way):
    """Promise: an error reaches another process as it was."""
    error.about("t1", "token-1")
    error.add_note("a note")
    again = way(error)
    assert type(again) is type(error)
    assert again.args == error.args
    assert vars(again) == vars(error)
    assert str(again) == str(error)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_is_one_line_with_operation_and_ids(error):
    error.about("t1", "token-1")
    text = str(error)
    assert "\n" not in text
    assert len(text) < 700
    assert "task 't1'" in text
    assert error.trace_id is None or f"trace {error.trace_id!r}" in text
    assert error.operation is None or text.startswith(f"{error.operation}: ")


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_says_what_it_costs_and_whether_to_ask_again(error):
    assert error.charged in {"no", "yes", "unknown"}
    assert error.retryable in {True, False}
    assert isinstance(error.kind, str)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SAMPLES[2], "duration: '7s' is not allowed; give one of '6s' (documented in acme.txt:1-2)"),
        (SAMPLES[3], "the vendor answered HTTP 200 code 490505 (credits): Too few credits; Buy."),
        (SAMPLES[5], "charged: unknown"),
        (SAMPLES[6], "the task ended as failed: nsfw"),
        (SAMPLES[10], "bad signature: 'signature' is not"),
        (SAMPLES[7], "still running and billed after 600.0 s and 7 queries (last seen running 40%)"),
        (SAMPLES[11], "https://cdn.example/a.png?... was not saved: HTTP 500"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_says_the_reason(error, words):
    assert words in str(error)


def test_a_timeout_never_invites_a_second_create():
    """Promise: no text about a paid task says `try again`."""
    assert "again" not in str(SAMPLES[7])


def test_an_invalid_value_that_does_not_pickle_is_kept_as_text():
    error = InvalidRequestError("image", open, "a string")  # a function of C does pickle; its repr is what is kept
    assert error.value == "<built-in function open>"


def test_a_long_value_is_capped_in_the_message_and_whole_in_the_attribute():
    error = InvalidRequestError("prompt", "x" * 5000, "a string of at most 20 characters")
    assert len(str(error)) < 200
    assert error.value == "x" * 5000


def test_loads_neither_transport_nor_models():
    """Promise: catching an error costs no import of httpx or pydantic."""
    code = "import sys, mediawright_runtime.errors; print([m for m in ('httpx', 'pydantic') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "[]"
