"""A whole vendor over real HTTP, asked by a client that knows nothing of the mock."""

import io
import socket
import struct
import wave
import zlib

import httpx
import pytest

from mediawright_mock.server import MockServer

KEY = {"X-API-KEY": "k1"}


def post(server, path, body=None, headers=None):
    return httpx.post(server.url + path, json={} if body is None else body, headers=headers or KEY)


def create(server, path="/generation/big"):
    return post(server, path, {"data": {"prompt": "a boat"}}).json()["data"]["task_id"]


def query(server, task):
    return post(server, f"/generation/result/{task}").json()


def finished(server, path):
    task = create(server, path)
    for _ in range(3):
        answer = query(server, task)
    return answer["data"]["result"][0]["preview"]


def test_a_task_lives_from_waiting_to_completed(server):
    """A newcomer without a key sees a task queue, run and finish."""
    task = create(server)
    answers = [query(server, task) for _ in range(4)]
    assert [each["data"]["status"] for each in answers] == ["waiting", "processing", "completed", "completed"]
    assert {each["code"] for each in answers} == {0}
    assert {each["data"]["task_id"] for each in answers} == {task}


def test_outputs_are_there_exactly_when_the_task_has_succeeded(server):
    task = create(server)
    waiting, processing, completed = (query(server, task)["data"] for _ in range(3))
    assert waiting["result"] == processing["result"] == []
    assert completed["result"] == [{"preview": f"{server.url}/files/{task}.mp4", "seconds": 100}]
    assert "reason" not in completed


def test_the_number_of_queries_is_a_choice(read_contract):
    with MockServer(read_contract(), polls=1) as server:
        assert query(server, create(server))["data"]["status"] == "completed"


def test_every_create_starts_another_task(server):
    first, second = create(server), create(server)
    assert first != second
    query(server, first)
    assert query(server, second)["data"]["status"] == "waiting"


def test_a_file_is_not_there_before_the_task_has_succeeded(server):
    task = create(server)
    assert httpx.get(f"{server.url}/files/{task}.mp4").status_code == 404


def test_the_picture_is_a_picture(server):
    answer = httpx.get(finished(server, "/generation/painter"))
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    chunks = list(png_chunks(answer.content))
    assert chunks[0][0] == b"IHDR"
    assert chunks[-1] == (b"IEND", b"")
    width, height, depth = struct.unpack(">IIB", chunks[0][1][:9])
    pixels = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    assert (width, height) == (64, 64)
    assert len(pixels) == height * (1 + width * depth // 8)


def png_chunks(content):
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    stream = io.BytesIO(content[8:])
    while head := stream.read(8):
        length, name = struct.unpack(">I4s", head)
        data = stream.read(length)
        assert struct.unpack(">I", stream.read(4))[0] == zlib.crc32(name + data)
        yield name, data


def test_the_film_is_a_film(server):
    answer = httpx.get(finished(server, "/generation/big"))
    assert answer.headers["Content-Type"] == "video/mp4"
    boxes = dict(mp4_boxes(answer.content))
    assert list(boxes)[:2] == [b"ftyp", b"moov"]
    assert b"avc1" in boxes[b"moov"]
    assert boxes[b"mdat"]


def mp4_boxes(content):
    while content:
        length, name = struct.unpack(">I4s", content[:8])
        assert 8 <= length <= len(content)
        yield name, content[8:length]
        content = content[length:]


def test_the_sound_is_a_sound(server):
    answer = httpx.get(finished(server, "/generation/singer"))
    assert answer.headers["Content-Type"] == "audio/wav"
    with wave.open(io.BytesIO(answer.content)) as sound:
        assert sound.getnframes() == len(sound.readframes(sound.getnframes())) == 4000


def test_the_head_of_a_file_has_its_length(server):
    url = finished(server, "/generation/big")
    head = httpx.head(url)
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(httpx.get(url).content))


def test_an_unknown_task_is_answered_as_documented(server):
    answer = post(server, "/generation/result/nobody")
    assert answer.status_code == 200
    assert answer.json()["code"] == 404
    assert "'nobody'" in answer.json()["msg"]


def test_an_operation_without_task_answers_its_documented_fields(server):
    answer = post(server, "/user/credits").json()
    assert answer["code"] == 0
    assert answer["msg"] == ""
    assert answer["data"] == {"credits": 100}
    assert answer["trace_id"] != post(server, "/user/credits").json()["trace_id"]


def test_an_unknown_route_lists_the_known_ones_of_its_method(server):
    answer = httpx.get(f"{server.url}/generation/small")
    assert answer.status_code == 404
    assert answer.json()["known"] == ["/user/history"]


def test_a_known_route_says_which_methods_it_takes(server):
    answer = httpx.get(f"{server.url}/generation/big")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.json()["message"] == "acme has no GET /generation/big; send POST"


def test_the_root_lists_all_operations(server):
    listing = httpx.get(server.url).json()
    assert listing["vendor"] == "acme"
    assert {"name": "Credits", "python": "account.credits", "method": "POST", "endpoint": "/user/credits"} in (
        listing["operations"]
    )


def test_requests_are_kept_for_tests(server):
    task = create(server)
    query(server, task)
    first, second = server.requests
    assert (first.method, first.path) == ("POST", "/generation/big")
    assert first.json() == {"data": {"prompt": "a boat"}}
    assert first.headers["x-api-key"] == "k1"
    assert second.path == f"/generation/result/{task}"


def test_a_body_of_many_megabytes_is_read(server):
    answer = post(server, "/generation/big", {"data": {"prompt": "x" * 5_000_000}})
    assert answer.status_code == 200
    assert answer.json()["code"] == 490
    assert len(answer.json()["msg"]) < 1000


def test_a_stopped_server_is_gone(read_contract):
    with MockServer(read_contract()) as server:
        url = server.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_a_taken_port_is_an_error_and_leaves_no_thread(read_contract):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="address already in use"), MockServer(read_contract(), port=port):
            pass


def test_two_vendors_side_by_side(read_contract):
    with MockServer(read_contract()) as one, MockServer(read_contract()) as other:
        task = create(one)
        assert query(other, task)["code"] == 404
        assert query(one, task)["code"] == 0
