import io

import pytest
from acme_client.operations.text_to_video.big_model import Response

from mediawright_runtime.digest import digest
from mediawright_runtime.errors import InvalidRequestError


def test_an_input_is_known_again_whatever_the_order_of_its_keywords():
    assert digest({"a": 1, "b": "é"}) == digest({"b": "é", "a": 1, "c": None})


@pytest.mark.parametrize("other", [{"a": 2}, {"a": "1"}, {"a": True}, {"a": [1]}, {}])
def test_another_input_is_told_apart(other):
    assert digest(other) != digest({"a": 1})


def test_files_and_bytes_are_known_by_what_is_in_them(tmp_path):
    (tmp_path / "a").write_bytes(b"picture")
    (tmp_path / "b").write_bytes(b"picture")
    assert digest({"x": tmp_path / "a"}) == digest({"x": tmp_path / "b"}) == digest({"x": b"picture"})
    assert digest({"x": b"other"}) != digest({"x": b"picture"})


def test_an_answer_can_be_an_input():
    assert digest({"x": Response(code=1)}) == digest({"x": Response(code=1)}) != digest({"x": Response(code=2)})


def test_what_cannot_be_known_again_is_refused(tmp_path):
    for value in (io.BytesIO(b"x"), tmp_path / "missing"):
        with pytest.raises(InvalidRequestError, match="inputs: "):
            digest({"x": value})
