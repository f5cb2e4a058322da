"""Transfers over real HTTP that break off, change under way, or bring what was not asked for."""

import gzip
import itertools
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from acme_world import TOKEN, through_pickle
from shaky_server import file, fixed, serving
from shelves import Saver

from mediawright_runtime.errors import DownloadError
from mediawright_runtime.outputs import DownloadProgress

MP4 = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 800
HALF = len(MP4) // 2
QUERY = "/generation/result/t1"
LONG_AGO = "Fri, 20 Nov 2020 00:00:00 GMT"
NOT_YET = "Wed, 20 Nov 2999 00:00:00 GMT"


@pytest.fixture(params=["sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2"])
def save(request, tmp_path):
    return Saver(request.param, tmp_path)


def _names(folder):
    return sorted(each.name for each in folder.iterdir())


def _ranges(server):
    return [each.headers.get("range") for each in server.seen]


@pytest.mark.parametrize("served", [file(MP4), file(MP4, etag=None, modified=LONG_AGO)])
def test_a_download_cut_at_half_goes_on_from_there(save, tmp_path, served):
    """Promise: the bytes are the same as without the cut, and none comes twice."""
    with serving({"/a": served}, [{"cut": HALF}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert (path.name, _names(tmp_path)) == ("t1.mp4", ["t1.mp4"])
    assert _ranges(server) == [None, f"bytes={HALF}-"]
    assert [each.headers["accept-encoding"] for each in server.seen] == ["identity"] * 2
    assert save.pauses == [1.0]


@pytest.mark.parametrize(
    "validator",
    [{"etag": None}, {"etag": 'W/"v1"'}, {"etag": 'W/"v1"', "modified": LONG_AGO}, {"etag": None, "modified": NOT_YET}],
)
def test_bytes_that_nobody_can_tell_apart_are_fetched_anew(save, tmp_path, validator):
    """Promise: a file that changes under way, to one of the same length, is never mixed."""
    new = MP4[:12] + bytes(len(MP4) - 12)
    with serving({"/a": file(MP4, **validator)}, [{"cut": HALF}, {"body": new}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == new
    assert _ranges(server) == [None, None]


def test_starting_anew_ends_though_each_time_more_comes(save, tmp_path):
    """Promise: a file that cannot be gone on with costs six transfers at most."""
    cuts = [{"cut": len(MP4) // 20 * many} for many in range(1, 20)]
    with serving({"/a": file(MP4, etag=None)}, cuts) as server:
        with pytest.raises(DownloadError):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 6


@pytest.mark.parametrize(
    ("served", "validator"), [(file(MP4), '"v1"'), (file(MP4, etag=None, modified=LONG_AGO), LONG_AGO)]
)
def test_the_rest_is_asked_for_of_the_same_version_where_the_server_can_tell(save, served, validator):
    with serving({"/a": served}, [{"cut": HALF}]) as server:
        save(server, f"{server.url}/a", kind="video")
    assert server.seen[1].headers.get("if-range") == validator


def test_progress_renews_the_patience(save):
    """Promise: a line that breaks often, but not for long, brings the file home."""
    steps = [{"cut": len(MP4) // 20} for _ in range(15)]
    with serving({"/a": file(MP4)}, steps) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert save.pauses == [1.0] * 15


def test_a_byte_per_exchange_is_no_progress(save, tmp_path):
    """Promise: no server holds a saving for ever by a little at a time; what came is there for the next one."""
    with serving({"/a": file(MP4)}, [{"cut": 1}] * 50) as server:
        with pytest.raises(DownloadError, match="save again to go on from there"):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 6
    assert (tmp_path / ".t1.part").read_bytes() == MP4[:6]


def test_an_answer_that_dribbles_is_cut_and_gone_on_with(save):
    """Promise: no server holds a saving for ever by a byte now and then."""
    clock = itertools.count(step=20)
    save.now = lambda: next(clock)
    with serving({"/a": file(MP4[:4000])}, [{"each": 1}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4[:4000]
    assert len(server.seen) == 2
    assert 0 < int(_ranges(server)[1][6:-1]) < 100


def test_a_slow_answer_that_brings_enough_is_left_to_end(save):
    clock = itertools.count(step=20)
    save.now = lambda: next(clock)
    with serving({"/a": file(MP4[:4000])}, [{"each": 100}]) as server:
        save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 1


def test_tries_without_progress_end(save, tmp_path):
    with serving({"/a": file(MP4)}, [{"cut": HALF}, *[{"cut": 0}] * 50]) as server:
        with pytest.raises(DownloadError, match="save again to go on from there") as caught:
            save(server, f"{server.url}/a?Signature=secret", kind="video")
        assert len(server.seen) == 6
    assert save.pauses == [1.0, 2.0, 4.0, 8.0, 16.0]
    assert caught.value.__cause__ is not None
    assert _names(tmp_path) == [".t1.part", ".t1.part.json"]
    assert "secret" not in (tmp_path / ".t1.part.json").read_text() + str(caught.value)


def test_a_server_that_starts_anew_each_time_does_not_hold_us_for_ever(save, tmp_path):
    with serving({"/a": file(MP4, etag=None, ranges=False)}, [{"cut": HALF}] * 50) as server:
        with pytest.raises(DownloadError):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 6
    assert _names(tmp_path) == []


def test_a_later_saving_goes_on_from_what_is_there(save, tmp_path):
    """Promise: what has come is not fetched twice, also in another process and under another signature."""
    with serving({"/a": file(MP4)}, [{"cut": HALF}, *[{"cut": 0}] * 5]) as server:
        with pytest.raises(DownloadError):
            save(server, f"{server.url}/a?sign=1", kind="video")
        server.seen.clear()
        (path,) = save(server, f"{server.url}/a?sign=2", kind="video")
        assert [(each.headers["range"], each.headers["if-range"]) for each in server.seen] == [
            (f"bytes={HALF}-", '"v1"')
        ]
    assert path.read_bytes() == MP4
    assert _names(tmp_path) == ["t1.mp4"]


@pytest.mark.parametrize("other", ["/a", "/b"])
def test_a_later_saving_of_other_bytes_starts_anew(save, tmp_path, other):
    """Promise: two versions of a file are never mixed."""
    new = MP4[:12] + bytes(len(MP4) - 12)
    with serving({"/a": file(MP4)}, [{"cut": HALF}, *[{"cut": 0}] * 5]) as server:
        with pytest.raises(DownloadError):
            save(server, f"{server.url}/a", kind="video")
        server.files = {other: file(new, etag='"v2"')}
        (path,) = save(server, f"{server.url}{other}", kind="video")
    assert path.read_bytes() == new
    assert _names(tmp_path) == ["t1.mp4"]


@pytest.mark.parametrize(
    "said",
    [
        {"content-range": f"bytes {HALF - 1}-{len(MP4) - 1}/{len(MP4)}"},
        {"content-range": f"bytes {HALF}-{len(MP4)}/{len(MP4) + 1}"},
        {"content-range": "bytes */*"},
        {"content-range": None},
        {"etag": '"v2"', "vary": '"v1"'},
        {"etag": None, "vary": '"v1"'},
        {"content-encoding": "br"},
    ],
)
def test_a_part_that_does_not_fit_is_not_taken(save, said):
    """Promise: what does not go on exactly where the file broke off is refused, and the file fetched anew."""
    with serving({"/a": file(MP4)}, [{"cut": HALF}, {"headers": said, "body": bytes(len(MP4))}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert _ranges(server) == [None, f"bytes={HALF}-", None]


@pytest.mark.parametrize(
    ("second", "ranges"), [({"status": 416}, [f"bytes={HALF}-", None]), ({"ranges": False}, [f"bytes={HALF}-"])]
)
def test_a_server_that_gives_no_part_gives_the_whole(save, second, ranges):
    with serving({"/a": file(MP4)}, [{"cut": HALF}, second]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert _ranges(server) == [None, *ranges]


def test_a_server_that_says_it_gives_no_parts_is_not_asked_for_one(save):
    with serving({"/a": file(MP4)}, [{"cut": HALF, "headers": {"accept-ranges": "none"}}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert _ranges(server) == [None, None]


def test_more_than_the_part_that_was_announced_is_refused(save, tmp_path):
    said = {"content-range": f"bytes {HALF}-{HALF + 9}/{len(MP4)}", "content-length": None, "connection": "close"}
    more = {"headers": said, "cut": len(MP4)}
    with serving({"/a": file(MP4)}, [{"cut": HALF}, more]) as server:
        with pytest.raises(DownloadError, match="more bytes come"):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 2
    assert _names(tmp_path) == []


def test_a_file_that_changes_under_way_is_fetched_anew(save):
    new = MP4[:12] + bytes(len(MP4) - 12)
    changed = {"body": new, "headers": {"etag": '"v2"'}}
    with serving({"/a": file(MP4)}, [{"cut": HALF}, changed]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == new


def test_a_part_nobody_asked_for_is_refused(save, tmp_path):
    part = fixed(206, MP4[5:], content_range=f"bytes 5-{len(MP4) - 1}/{len(MP4)}")
    with serving({"/a": part}) as server, pytest.raises(DownloadError, match="not the rest of this file"):
        save(server, f"{server.url}/a", kind="video")
    assert _names(tmp_path) == []


def test_a_part_of_the_rest_is_a_step_on_the_way(save):
    """Promise: a server may give less than was asked for, and the file still becomes whole."""
    less = {"headers": {"content-range": f"bytes {HALF}-{HALF + 9}/{len(MP4)}", "content-length": 10}, "cut": 10}
    with serving({"/a": file(MP4)}, [{"cut": HALF}, less]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert _ranges(server) == [None, f"bytes={HALF}-", f"bytes={HALF + 10}-"]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_a_server_in_trouble_is_asked_again(save, status):
    with serving({"/a": file(MP4)}, [{"status": status, "headers": {"retry-after": 7}}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4
    assert save.pauses == [7.0]


def test_a_server_that_wants_to_be_left_alone_for_long_ends_the_saving(save):
    with serving({"/a": fixed(503, retry_after="3600")}) as server:
        with pytest.raises(DownloadError, match="HTTP 503"):
            save(server, f"{server.url}/a")
        assert (len(server.seen), save.pauses) == (1, [])


@pytest.mark.parametrize(
    ("kind", "said", "body"),
    [
        ("video", "text/html; charset=utf-8", b"<!DOCTYPE html><title>Not Found</title>"),
        ("image", "application/json", b'{"error": "expired"}'),
        ("audio", "application/problem+json", b"oops"),
        ("video", "video/mp4", b"\xef\xbb\xbf <html><body>expired"),
        ("image", "application/octet-stream", b'{"code": 403}' + b" " * 2000),
        ("image", "", b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"),
    ],
)
def test_a_page_in_place_of_a_file_is_refused(save, tmp_path, kind, said, body):
    """Promise: an error page that calls itself a success is never kept as a video."""
    with serving({"/a.mp4": fixed(200, body, content_type=said, etag='"v1"')}) as server:
        with pytest.raises(DownloadError, match=r"the answer is .* of kind") as caught:
            save(server, f"{server.url}/a.mp4", kind=kind)
        assert len(server.seen) == 1
    assert caught.value.retryable is False
    assert _names(tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "said", "body", "name"),
    [
        ("video", "image/png", b"\x89PNG\r\n", "t1.png"),
        ("image", "text/html", b"\xff\xd8\xff\xe0", "t1.jpg"),
        ("video", "text/plain", MP4, "t1.mp4"),
        ("video", "application/octet-stream", b"unheard of", "t1.bin"),
        ("file", "application/json", b"{}", "t1.bin"),
    ],
)
def test_what_may_be_a_file_is_kept_with_its_own_extension(save, kind, said, body, name):
    with serving({"/a": fixed(200, body, content_type=said)}) as server:
        (path,) = save(server, f"{server.url}/a", kind=kind)
    assert (path.name, path.read_bytes()) == (name, body)


@pytest.mark.parametrize("kind", ["video", "file"])
@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_file_is_refused(save, tmp_path, kind, status):
    empty = fixed(status, content_type="video/mp4")
    with serving({"/a": empty}) as server, pytest.raises(DownloadError, match="it is empty"):
        save(server, f"{server.url}/a", kind=kind)
    assert _names(tmp_path) == []


def test_a_refused_file_leaves_the_one_before_it(save, tmp_path):
    """Promise: an existing file is replaced by a whole one, or stays."""
    (tmp_path / "t1.mp4").write_bytes(b"good")
    with serving({"/a.mp4": fixed(200, b"<html>", content_type="text/html")}) as server, pytest.raises(DownloadError):
        save(server, f"{server.url}/a.mp4", kind="video")
    assert (tmp_path / "t1.mp4").read_bytes() == b"good"


@pytest.mark.parametrize("length", [len(MP4), None])
def test_a_file_beyond_the_limit_is_refused(save, tmp_path, length):
    announced = {"headers": {"content-length": length, "connection": "close"}, "cut": len(MP4)}
    with serving({"/a": file(MP4)}, [announced]) as server:
        with pytest.raises(DownloadError, match="max_bytes allows 70000"):
            save(server, f"{server.url}/a", kind="video", max_bytes=70_000)
        assert len(server.seen) == 1
    assert _names(tmp_path) == []


def test_a_file_of_just_the_limit_is_saved(save):
    with serving({"/a": file(MP4)}) as server:
        (path,) = save(server, f"{server.url}/a", kind="video", max_bytes=len(MP4))
    assert path.read_bytes() == MP4


def test_a_file_that_is_announced_beyond_the_limit_is_not_fetched(save, tmp_path):
    huge = {"headers": {"content-length": 10**12}, "cut": 0}
    with serving({"/a": file(MP4)}, [huge]) as server:
        with pytest.raises(DownloadError, match="it has 1000000000000 bytes or more, and max_bytes allows 4294967296"):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 1
    assert _names(tmp_path) == []


def test_a_file_that_comes_encoded_is_kept_as_it_is(save):
    said = {"content-encoding": "gzip"}
    with serving({"/a": file(MP4)}, [{"body": gzip.compress(MP4), "headers": said}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video")
    assert path.read_bytes() == MP4


def test_a_file_that_grows_beyond_the_limit_when_it_is_decoded_is_refused(save, tmp_path):
    """Promise: a few bytes on the line cannot fill the disk."""
    bomb = {"body": gzip.compress(MP4[:12] + bytes(50_000_000), 1), "headers": {"content-encoding": "gzip"}}
    with serving({"/a": file(MP4)}, [bomb]) as server:
        with pytest.raises(DownloadError, match="max_bytes allows 1000000"):
            save(server, f"{server.url}/a", kind="video", max_bytes=1_000_000)
        assert len(server.seen) == 1
    assert _names(tmp_path) == []


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x-odd"])
def test_a_file_in_an_encoding_without_a_bound_is_refused(save, tmp_path, encoding):
    """Promise: what is kept is the file, never an encoding of it."""
    with serving({"/a": file(MP4)}, [{"headers": {"content-encoding": encoding}}]) as server:
        with pytest.raises(DownloadError, match=f"it comes encoded as '{encoding}'"):
            save(server, f"{server.url}/a", kind="video")
        assert len(server.seen) == 1
    assert _names(tmp_path) == []


def test_progress_is_told(save, tmp_path):
    told = []
    with serving({"/a": file(MP4)}, [{"cut": HALF}]) as server:
        (path,) = save(server, f"{server.url}/a", kind="video", on_progress=told.append)
    assert {(each.number, each.total, each.path) for each in told} == {(1, len(MP4), path)}
    assert [each.received for each in told] == sorted(each.received for each in told)
    assert told[-1].received == len(MP4)
    assert through_pickle(told[0]) == told[0]


def test_progress_of_what_is_refused_is_not_told(save):
    """Promise: who hears of a file hears its name, so nothing is told before it is known what comes."""
    told = []
    page = file(b"<html>" + bytes(500), kind="text/html")
    with serving({"/a": page}, [{"each": 10}]) as server, pytest.raises(DownloadError, match="text/html"):
        save(server, f"{server.url}/a", kind="video", on_progress=told.append)
    assert told == []


def test_progress_may_be_told_to_a_coroutine_function(tmp_path):
    told = []

    async def listener(progress: DownloadProgress):
        told.append(progress.received)

    with serving({"/a": file(MP4)}) as server:
        Saver("async-httpx", tmp_path)(server, f"{server.url}/a", kind="video", on_progress=listener)
    assert told[-1] == len(MP4)


def test_a_listener_that_fails_ends_the_saving_and_is_no_failure_of_the_line(save, tmp_path):
    def listener(progress):
        raise BrokenPipeError("nobody reads")

    with serving({"/a": file(MP4)}) as server:
        with pytest.raises(DownloadError, match="BrokenPipeError: nobody reads"):
            save(server, f"{server.url}/a", kind="video", on_progress=listener)
        assert len(server.seen) == 1


def test_an_interrupted_saving_can_go_on(save, tmp_path, caplog):
    """Promise: Ctrl-C loses no byte that came, nor the way back to the task."""

    def listener(progress):
        raise KeyboardInterrupt

    with serving({"/a": file(MP4)}) as server:
        with pytest.raises(KeyboardInterrupt) as caught:
            save(server, f"{server.url}/a", kind="video", on_progress=listener, token=TOKEN)
        (path,) = save(server, f"{server.url}/a", kind="video")
        assert server.seen[1].headers["range"].startswith("bytes=")
    assert path.read_bytes() == MP4
    words = f"0 of 1 outputs were saved, and all are paid for; save again to go on; the task's token: {TOKEN}"
    assert caught.value.__notes__ == [words]
    assert caplog.messages == [f"saving was interrupted: {words}"]


_KILLED = """
import os, signal, sys
sys.path.insert(0, {samples!r})
from shelves import Saver
from types import SimpleNamespace
kill = lambda progress: os.kill(os.getpid(), signal.SIGKILL)
Saver("sync-httpx", {folder!r})(SimpleNamespace(url={url!r}), {url!r} + "/a", kind="video", on_progress=kill)
"""


def test_a_saving_that_is_killed_can_go_on_in_another_process(tmp_path):
    """Promise: not even kill -9 loses what had come, and the file is whole in the end."""
    samples = str(Path(__file__).parent / "samples")
    with serving({"/a": file(MP4)}) as server:
        script = _KILLED.format(samples=samples, folder=str(tmp_path), url=server.url)
        assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
        (path,) = Saver("sync-httpx", tmp_path)(server, f"{server.url}/a", kind="video")
        assert server.seen[1].headers["range"].startswith("bytes=")
    assert path.read_bytes() == MP4
    assert _names(tmp_path) == ["t1.mp4"]


def _standing(server, *paths):
    body = {"code": 0, "data": {"status": "completed", "result": [{"preview": server.url + path} for path in paths]}}
    return fixed(200, json.dumps(body).encode(), content_type="application/json")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_fresh_address_is_asked_for_where_one_has_expired(save, status):
    """Promise: a task's result is saved though its signed addresses have run out."""
    with serving({"/old": fixed(status), "/a": file(MP4), "/b": file(MP4[::-1])}) as server:
        server.files[QUERY] = _standing(server, "/b", "/a?sign=new")
        paths = save(server, f"{server.url}/b", f"{server.url}/old", token=TOKEN)
        assert [each.path.partition("?")[0] for each in server.seen][:2] == ["/b", "/old"]
        assert server.seen[-1].path == "/a?sign=new"
        assert len(server.seen) == 4
    assert paths[1].read_bytes() == MP4


def test_an_address_that_expires_under_way_is_renewed_and_the_rest_fetched(save):
    with serving({"/a": file(MP4), "/new": file(MP4)}, [{"cut": HALF}, {"status": 403}]) as server:
        server.files[QUERY] = _standing(server, "/new")
        (path,) = save(server, f"{server.url}/a", kind="video", token=TOKEN)
        assert server.seen[-1].headers["range"] == f"bytes={HALF}-"
    assert path.read_bytes() == MP4


@pytest.mark.parametrize("modified", [None, LONG_AGO])
def test_bytes_that_nobody_can_tell_apart_do_not_go_on_at_another_address(save, modified):
    """Promise: two files of one length are never mixed."""
    new = MP4[:12] + bytes(len(MP4) - 12)
    files = {"/a": file(MP4, etag=None, modified=modified), "/new": file(new, etag=None, modified=modified)}
    with serving(files, [{"cut": HALF}, {"status": 403}]) as server:
        server.files[QUERY] = _standing(server, "/new")
        (path,) = save(server, f"{server.url}/a", kind="video", token=TOKEN)
    assert path.read_bytes() == new


def test_an_address_known_to_have_expired_is_not_tried(save):
    with serving({"/a": file(MP4)}) as server:
        server.files[QUERY] = _standing(server, "/a")
        past = datetime.now(UTC) - timedelta(days=1)
        save(server, f"{server.url}/old", kind="video", token=TOKEN, expires_at=past)
        assert [each.path for each in server.seen][1:] == ["/a"]


def test_a_fresh_address_is_asked_for_once(save):
    with serving({"/old": fixed(403)}) as server:
        server.files[QUERY] = _standing(server, "/old")
        with pytest.raises(DownloadError, match="HTTP 403, though its address is fresh") as caught:
            save(server, f"{server.url}/old", token=TOKEN)
        assert len(server.seen) == 3
    assert caught.value.token == TOKEN


def test_a_task_without_that_output_any_more_gives_no_address(save):
    with serving({"/old": fixed(404)}) as server:
        server.files[QUERY] = _standing(server)
        with pytest.raises(DownloadError, match="the task names no output 1 any more"):
            save(server, f"{server.url}/old", token=TOKEN)


def test_a_task_that_cannot_be_asked_gives_no_address(save):
    with serving({"/old": fixed(404)}) as server:
        server.files[QUERY] = fixed(500)
        with pytest.raises(DownloadError, match=r"the task gives no fresh address: .*HTTP 500"):
            save(server, f"{server.url}/old", token=TOKEN)


def test_a_result_without_a_task_has_nobody_to_ask(save):
    with serving({"/old": fixed(403)}) as server:
        with pytest.raises(DownloadError, match="HTTP 403; a fresh address can be had of a task only"):
            save(server, f"{server.url}/old")
        assert len(server.seen) == 1
