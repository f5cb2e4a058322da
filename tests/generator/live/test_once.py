import pytest

from mediawright_generator.live.once import Once, SentBeforeError
from mediawright_runtime.recorder import Answer, Recorder

OPTIONS = {"headers": {}, "timeout": (1.0, 1.0, 1.0, 1.0), "follow_redirects": False}


def test_the_same_request_is_sent_once():
    """A live run pays for one create, whatever the client would do about its answer."""
    recorder = Recorder(Answer({}), Answer({}))
    once = Once(recorder)
    once.request("POST", "https://vendor.test/create", content=b"{}", **OPTIONS)

    with pytest.raises(SentBeforeError):
        once.request("POST", "https://vendor.test/create", content=b"{}", **OPTIONS)

    assert len(recorder.requests) == 1


def test_another_request_is_sent():
    recorder = Recorder(Answer({}), Answer({}))
    once = Once(recorder)
    once.request("POST", "https://vendor.test/token", content=b"{}", **OPTIONS)
    once.request("POST", "https://vendor.test/create", content=b"{}", **OPTIONS)
    assert len(recorder.requests) == 2
