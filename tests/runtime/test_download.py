"""Outputs over real HTTP: what is saved, from where, and what is never sent along."""

from dataclasses import replace

import pytest
from acme_client.vendor import VENDOR
from acme_server import serving
from acme_world import TOKEN
from shelves import PNG, Saver

from mediawright_runtime.errors import DownloadError, HostRefusedError


@pytest.fixture(params=["sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2"])
def save(request, tmp_path):
    """Save what stands at some addresses, as the result of a finished task of a client of a server."""
    return Saver(request.param, tmp_path)


def _file(body=PNG, **headers):
    return (
        200,
        {"content-type": "image/png", **{name.replace("_", "-"): value for name, value in headers.items()}},
        body,
    )


def _to(location, status=302):
    return status, {"location": location}, b""


def test_every_output_is_saved_under_a_name_of_its_own(save, tmp_path):
    with serving({"/a": _file(), "/b.mp4": (200, {}, b"video")}) as server:
        paths = save(server, f"{server.url}/a", f"{server.url}/b.mp4", directory=tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["t1-1.png", "t1-2.mp4"]
    assert [path.read_bytes() for path in paths] == [PNG, b"video"]
    assert sorted(each.name for each in (tmp_path / "new" / "folder").iterdir()) == ["t1-1.png", "t1-2.mp4"]


def test_one_output_has_the_name_of_its_task(save):
    with serving({"/a": _file()}) as server:
        (path,) = save(server, f"{server.url}/a")
    assert path.name == "t1.png"


def test_no_outputs_are_no_files(save):
    with serving({}) as server:
        assert save(server) == ()


def test_no_credential_goes_along(save):
    """Promise: a download carries nothing of the client's."""
    with serving({"/a": _file()}) as server:
        save(server, f"{server.url}/a")
        _, _, headers, body = server.seen[0]
    assert {name.lower() for name in headers} <= {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert headers["Accept-Encoding"] == "identity"
    assert body == b""


def test_redirects_are_followed_within_the_rule(save):
    with serving({"/a": _to("/b", 301), "/b": _to("c.png?x=1", 307), "/c.png": _file()}) as server:
        (path,) = save(server, f"{server.url}/a")
    assert path.read_bytes() == PNG


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:1/a.png",
        "http://localhost/a.png",
        "https://localhost/a.png",
        "https://127.0.0.1/a.png",
        "https://[::1]/a.png",
        "https://127.1/a.png",
        "https://2130706433/a.png",
        "https://10.0.0.1/a.png",
        "http://8.8.8.8/a.png",
        "file:///etc/passwd",
        "ftp://8.8.8.8/a.png",
    ],
)
def test_a_redirect_to_a_foreign_place_is_refused(save, tmp_path, target):
    """Promise: each redirect is judged anew, nothing is written, and the error says from where to where and of what."""
    with serving({"/a": _to(f"{target}?sign=secret")}) as server:
        with pytest.raises(HostRefusedError) as caught:
            save(server, f"{server.url}/a?sign=secret", token=TOKEN)
        assert len(server.seen) == 1
    assert caught.value.task_id == "t1"
    assert caught.value.token == TOKEN
    assert f"{server.url}/a?... was not saved: it leads on to {target}?...: " in str(caught.value)
    assert "secret" not in f"{caught.value}{caught.value.url}"
    assert list(tmp_path.iterdir()) == []


def test_an_output_at_a_private_address_is_refused(save, tmp_path):
    with serving({"/a": _file()}) as other, serving({}) as server:
        with pytest.raises(HostRefusedError):
            save(server, f"{other.url}/a")
        assert other.seen == []
    assert list(tmp_path.iterdir()) == []


def test_redirects_end(save):
    with serving({"/a": _to("/a")}) as server:
        with pytest.raises(DownloadError, match="more than 5 redirects"):
            save(server, f"{server.url}/a")
        assert len(server.seen) == 6


def test_a_redirect_to_what_is_no_address_ends_the_saving(save):
    with (
        serving({"/a": _to("http://[::1")}) as server,
        pytest.raises(DownloadError, match=r"is no address|Invalid URL in location"),
    ):
        save(server, f"{server.url}/a")


@pytest.mark.parametrize("below", ["", "new"])
def test_a_file_where_the_directory_should_be_is_told_plainly(save, tmp_path, below):
    (tmp_path / "out").write_bytes(b"precious")
    with serving({"/a": _file()}) as server:
        with pytest.raises(DownloadError, match=r"out.*' is a file, or below one; give a directory") as caught:
            save(server, f"{server.url}/a", directory=tmp_path / "out" / below, token=TOKEN)
        assert server.seen == []
    assert (caught.value.token, caught.value.retryable) == (TOKEN, False)
    assert (tmp_path / "out").read_bytes() == b"precious"


@pytest.mark.parametrize("status", [302, 403, 404, 500])
def test_an_error_is_no_file(save, tmp_path, status):
    with serving({"/a": (status, {}, b"<html>")}) as server, pytest.raises(DownloadError, match=f"HTTP {status}"):
        save(server, f"{server.url}/a?Signature=secret")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_off_is_not_kept(save, tmp_path):
    """Promise: a file appears only when it is whole."""
    broken = _file(content_length="999999", connection="close")
    with serving({"/a": broken}) as server, pytest.raises(DownloadError) as caught:
        save(server, f"{server.url}/a?Signature=secret")
    assert "secret" not in f"{caught.value}{caught.value.url}"
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_before_an_error_is_told(save, tmp_path):
    with serving({"/a": _file(), "/b": (404, {}, b"")}) as server, pytest.raises(DownloadError) as caught:
        save(server, f"{server.url}/a", f"{server.url}/b")
    assert caught.value.saved == (tmp_path / "t1-1.png",)
    assert caught.value.saved[0].read_bytes() == PNG


def test_a_server_out_of_reach_is_a_download_error(save):
    with serving({}) as server:
        pass
    with pytest.raises(DownloadError, match="ConnectError"):
        save(server, f"{server.url}/a")


def test_a_listed_host_is_over_https(save):
    with serving({}) as server, pytest.raises(DownloadError, match="not an https address"):
        save(server, "http://cdn.example/a.png")


JUDGED = [
    "http://169.254.169.254/",
    "https://evil.example/.aliyuncs.com",
    "https://aliyuncs.com.evil.example",
    "https://aliyuncs.com.evil.example/a.png",
]
LISTED = replace(VENDOR, output_hosts=(".aliyuncs.com",))


@pytest.fixture
def listed(monkeypatch):
    """The sample vendor as one that lists where its files lie."""
    monkeypatch.setattr("acme_client.client.VENDOR", LISTED)


@pytest.mark.parametrize("url", JUDGED)
@pytest.mark.parametrize("redirected", [False, True])
def test_what_only_looks_like_the_vendors_host_brings_no_byte(save, tmp_path, listed, url, redirected):
    """Promise: nothing is asked of a foreign host, directly or by a redirect, and not even an empty file is written."""
    with serving({"/a": _to(url)}) as server:
        with pytest.raises(HostRefusedError) as caught:
            save(server, f"{server.url}/a" if redirected else url, directory=tmp_path / "out")
        assert len(server.seen) == redirected
    assert caught.value.retryable is False
    assert list((tmp_path / "out").iterdir()) == []


def _abroad(save, seen, *, sent_on=None):
    """Make a transport at which every host is there, and say what an injected client would add to its requests."""

    def answer(request):
        seen.append(request)
        if sent_on and len(seen) == 1:
            return save.http.Response(302, headers={"location": sent_on})
        return save.http.Response(200, headers={"content-type": "image/png"}, content=PNG)

    return {
        "transport": save.http.MockTransport(answer),
        "headers": {"Authorization": "Bearer secret", "X-Api-Key": "secret"},
        "cookies": {"session": "secret"},
        "params": {"key": "secret"},
        "auth": ("user", "secret"),
    }


def test_what_an_injected_client_adds_stays_at_home(save):
    """Promise: no credential goes to a foreign host, not even one that the transport would send everywhere."""
    seen = []
    with serving({}) as server:
        (path,) = save(server, "https://8.8.8.8/a.png?sign=1", http=_abroad(save, seen))
    assert path.read_bytes() == PNG
    assert str(seen[0].url) == "https://8.8.8.8/a.png?sign=1"
    assert dict(seen[0].headers) == {"host": "8.8.8.8", "accept-encoding": "identity"}
    assert seen[0].extensions["timeout"]["read"] == 60.0


def test_what_an_injected_client_adds_stays_at_home_at_a_redirect(save):
    seen = []
    with serving({}) as server:
        save(server, f"{server.url}/a", http=_abroad(save, seen, sent_on="https://8.8.8.8/a.png"))
    home, abroad = seen
    assert home.headers["x-api-key"] == "secret"
    assert "secret" not in str(abroad.url) + str(abroad.headers.raw)
    assert "authorization" not in abroad.headers


def test_a_name_that_resolves_to_a_private_address_is_refused(save, tmp_path, monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **options: [(2, 1, 6, "", ("10.0.0.7", 443))])
    seen = []
    with serving({}) as server, pytest.raises(HostRefusedError, match=r"10\.0\.0\.7, which is not a public address"):
        save(server, "https://cdn.example/a.png", http=_abroad(save, seen))
    assert (seen, list(tmp_path.iterdir())) == ([], [])


def test_a_disk_that_takes_no_more_is_told_at_once(save, tmp_path, monkeypatch):
    """Promise: trouble of one's own disk is not taken for trouble of the line."""

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with serving({"/a": _file()}) as server:
        with pytest.raises(DownloadError, match="No space left on device"):
            save(server, f"{server.url}/a")
        assert len(server.seen) == 1
    assert list(tmp_path.iterdir()) == []
