"""What callers bring is kept as it came, and answered with what it is."""

import hashlib
import json

import pytest

from mediawright.doubao import Doubao
from mediawright_mock.contract import vendor_contract
from mediawright_mock.formats import FORMATS
from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock
from mediawright_mock.server import MockServer

PICTURE = FORMATS["png"].content("mine")


def bring(mock, content, name="boat.png"):
    query = (("file_type", "2"), ("file_name", name))
    headers = {"content-type": "application/octet-stream"}
    return json.loads(mock.answer(Request("POST", "/api/file/upload", query, headers, content)).body)


def test_a_picture_is_answered_with_its_facts():
    told = bring(Mock(vendor_contract("doubao")), PICTURE)
    assert told["name"] == "boat.png"
    assert told["md5"] == hashlib.md5(PICTURE, usedforsecurity=False).hexdigest()
    assert (told["size"], told["option"]) == (len(PICTURE), {"width": 64, "height": 64})
    assert told["type"] == "vlm_image"


def test_what_is_no_picture_has_no_size_of_one():
    told = bring(Mock(vendor_contract("doubao")), b"a story", "story.txt")
    assert (told["option"], told["size"]) == (None, 7)


def test_keys_have_the_documented_shape_and_differ():
    mock = Mock(vendor_contract("doubao"))
    first, second = (bring(mock, PICTURE) for _ in range(2))
    assert first["key"].startswith("tos-cn-i-xxx/")
    assert first["key"].endswith(".jpeg")
    assert first["key"] != second["key"]
    assert first["identifier"] != second["identifier"]


@pytest.mark.parametrize("content", [PICTURE, b"\x00", b"x" * 3_000_000])
def test_what_was_brought_is_served_as_it_came(content):
    mock = Mock(vendor_contract("doubao"))
    bring(mock, content)
    (told,) = json.loads(mock.answer(Request("GET", "/_mock/uploads")).body)["uploads"]
    assert (told["name"], told["bytes"]) == ("boat.png", len(content))
    assert mock.answer(Request("GET", told["path"])).body == content


def test_the_client_brings_a_picture_and_makes_a_video_of_it():
    with MockServer(vendor_contract("doubao")) as server, Doubao(base_url=server.url) as client:
        picture = client.files.upload(file_type=2, file_name="a.png", file_bytes=PICTURE)
        task = client.video.generate(prompt="a boat sails", image_attachment=picture)
        assert task.status().state == "queued"
        assert server.requests[0].body == PICTURE
