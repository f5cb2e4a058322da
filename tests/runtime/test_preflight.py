"""A look at the media of a call before it is paid for."""

import base64
import contextlib
import gzip
import json
import logging
import subprocess
import sys
import time
from types import SimpleNamespace

import httpx
import pytest
from acme_server import serving
from acme_world import World, created
from muse import AsyncMuse, Muse
from pictures import Shown, film, picture, showing, sound, turned
from slow_server import dribbling

from mediawright_runtime import measures
from mediawright_runtime.errors import ConfigurationError, InvalidRequestError
from mediawright_runtime.recorder import Answer
from mediawright_runtime.timeout import Timeout

PNG = picture()
LARGE_FILM = film((320, 320), noisy=True)


class Studio(World):
    """A client whose vendor is scripted and whose files come over real HTTP."""

    def __init__(self, kind):
        super().__init__(kind, (Muse, AsyncMuse), api_key="key-1234567890")
        self.answers(forever=created("t1"))

    def look(self, operation="image_to_video.animate", stream=None, check=True, timeout=None, **params):
        client = self.client()
        client.caller.driver.http.stream = stream or (_stream if self.kind == "sync" else _astream)
        client = client.with_options(check_media=check, timeout=timeout)
        return self.settle(lambda: client.call(operation, **params))

    def refused(self, **params):
        with pytest.raises(InvalidRequestError) as caught:
            self.look(**params)
        assert self.requests == []
        return caught.value


@contextlib.contextmanager
def _stream(method, url, **options):
    with httpx.Client(trust_env=False) as http, http.stream(method, url, **options) as answer:
        yield answer


@contextlib.asynccontextmanager
async def _astream(method, url, **options):
    async with httpx.AsyncClient(trust_env=False) as http, http.stream(method, url, **options) as answer:
        yield answer


@pytest.fixture(params=["sync", "async"])
def studio(request):
    return Studio(request.param)


FITTING = {
    "image": (picture("JPEG"), picture("WEBP"), PNG),
    "film": (film(), film(kind="mov"), film(seconds=2.9, fps=60)),
    "sound": (sound(1),),
    "light": (PNG,),
}


@pytest.mark.parametrize(("parameter", "content"), [(name, each) for name, all_ in FITTING.items() for each in all_])
def test_a_call_with_a_fitting_file_is_sent_once(studio, parameter, content, caplog):
    """Promise: what the record allows goes out, and its media are asked for no more than they must."""
    with showing(file_bin=content) as server:
        studio.look(**{parameter: f"{server.url}/file.bin?signature=s3cret"})
    assert len(studio.requests) == 1
    assert len(server.seen) == 1
    assert caplog.records == []


VIOLATIONS = {
    "format": ("image", picture("GIF"), "is gif"),
    "megabytes": ("image", PNG + bytes(110_000), "bytes"),
    "least size": ("image", picture(size=(299, 400)), "is 299x400 pixels"),
    "greatest size": ("image", picture(size=(1001, 900)), "is 1001x900 pixels"),
    "least ratio": ("image", picture(size=(301, 700)), "is 301x700 pixels, 0.43:1"),
    "greatest ratio": ("image", picture("WEBP", size=(700, 301)), "is 700x301 pixels, 2.33:1"),
    "shown turned": ("image", turned((700, 301)), "is 700x301 pixels, 2.33:1"),
    "page": ("image", b"<!DOCTYPE html><p>sign in", "is html (a web page in place of the file)"),
    "no format": ("image", b"neither this nor that", "is of no known format"),
    "format of a film": ("film", film(kind="avi"), "is avi"),
    "size of a film": ("film", film(size=(48, 48)), "is 48x48 pixels"),
    "large film": ("film", film(size=(656, 64)), "is 656x64 pixels"),
    "slow film": ("film", film(fps=12), "has 12 frames per second"),
    "fast film": ("film", film(size=(64, 64), fps=75), "has 75 frames per second"),
    "short film": ("film", film(seconds=1), "is 1 seconds long"),
    "long film": ("film", film(seconds=5), "is 5 seconds long"),
    "long sound": ("sound", sound(2), "is 2 seconds long"),
    "picture for a sound": ("sound", PNG, "is png"),
}


@pytest.mark.parametrize(("parameter", "content", "said"), VIOLATIONS.values(), ids=VIOLATIONS)
def test_a_file_that_the_record_does_not_allow_costs_nothing(studio, parameter, content, said):
    """Promise: a file that is not as the record wants it is refused, and no request reaches the vendor."""
    with showing(file_png=content) as server:
        error = studio.refused(**{parameter: f"{server.url}/file.png?signature=s3cret"})
    assert error.field == parameter
    assert error.source == "muse.txt:1-9"
    assert error.operation == "image_to_video.animate"
    assert said in str(error)
    assert error.allowed in str(error)
    assert "s3cret" not in str(error)


def test_nothing_is_looked_at_unless_it_is_wanted(studio):
    with showing(in_png=picture("GIF")) as server:
        studio.look(check=False, image=f"{server.url}/in.png")
        studio.look(check=None, image=f"{server.url}/in.png")
    assert (len(studio.requests), server.seen) == (2, [])


def test_what_is_not_wanted_is_not_loaded():
    code = "import sys, mediawright.mediaio as m; m.MediaIO(api_key='k').image_to_video; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    ours = {f"mediawright_runtime.{name}" for name in ("preflight", "measures", "limits", "signatures", "remote")}
    assert not ours & {*loaded}
    assert not {"imagesize", "pymediainfo"} & {*loaded}


def test_the_name_of_a_file_is_not_believed(studio):
    with showing(in_txt=PNG) as server:
        studio.look(image=f"{server.url}/in.txt")
    assert len(studio.requests) == 1


def test_a_turned_picture_fits_as_it_is_stored_or_as_it_is_shown(studio):
    with showing(in_jpg=turned((600, 300))) as server:
        studio.look(image=f"{server.url}/in.jpg")
    assert len(studio.requests) == 1


def test_each_item_of_a_list_is_looked_at(studio):
    with showing(a_png=PNG, b_png=picture("GIF")) as server:
        error = studio.refused(pictures=[f"{server.url}/a.png", f"{server.url}/b.png"])
    assert error.field == "pictures"
    assert "[1] " in str(error)
    assert [path for path, _ in server.seen] == ["/a.png", "/b.png"]


def test_no_credential_goes_to_where_a_file_lies(studio):
    with showing(in_png=PNG) as server:
        studio.look(image=f"{server.url}/in.png")
    ((_, headers),) = server.seen
    assert headers["Range"] == "bytes=0-65535"
    assert not {"authorization", "cookie"} & {name.lower() for name in headers}
    assert "key-1234567890" not in json.dumps(headers)


@pytest.mark.parametrize("length", [True, False])
def test_a_film_whose_header_is_at_its_end_is_read_by_pieces(studio, length):
    """Promise: a long film is measured by a few pieces of it."""
    with showing(in_mp4=Shown(LARGE_FILM, length=length)) as server:
        studio.look(film=f"{server.url}/in.mp4")
    assert len(studio.requests) == 1
    assert LARGE_FILM.index(b"moov") > len(LARGE_FILM) * 0.9
    assert 2 <= len(server.seen) <= 4
    assert len(LARGE_FILM) > 1_000_000 > server.sent


@pytest.mark.parametrize("length", [True, False])
def test_a_server_without_ranges_is_heard_no_longer_than_needed(studio, length, caplog):
    shown = Shown(PNG + bytes(90_000), ranges=False, length=length)
    with showing(in_png=shown) as server:
        studio.look(image=f"{server.url}/in.png")
    assert len(studio.requests) == 1
    unchecked = [] if length else ["megabytes, size, ratio cannot be told"]
    assert [each.getMessage().partition("its ")[2] for each in caplog.records] == unchecked


def test_a_huge_file_is_never_fetched_whole_from_a_server_without_ranges(studio, caplog):
    moov = LARGE_FILM.index(b"moov") - 4
    padding = (30_000_008).to_bytes(4, "big") + b"free" + bytes(30_000_000)
    content = LARGE_FILM[:moov] + padding + LARGE_FILM[moov:]
    with showing(in_mp4=Shown(content, ranges=False)) as server:
        studio.look(film=f"{server.url}/in.mp4")
    assert len(server.seen) == 2
    assert server.sent < 15_000_000  # what lies in the buffers of two connections goes out unread
    (warning,) = caplog.records
    assert "size, fps, seconds cannot be told" in warning.getMessage()


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_an_address_without_a_file_is_refused(studio, status):
    with showing(in_png=Shown(status=status)) as server:
        error = studio.refused(image=f"{server.url}/in.png")
    assert f"answers HTTP {status}" in str(error)


def test_an_address_that_nothing_answers_is_refused(studio):
    with showing() as server:
        url = server.url
    assert "cannot be fetched (ConnectError)" in str(studio.refused(image=f"{url}/in.png?a=s3cret"))


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a:99999/x", "https://a\x01b/x", "http://.../x"])
def test_an_address_that_is_none_is_refused(studio, url):
    assert "cannot be fetched" in str(studio.refused(image=url))


def test_redirects_are_followed_five_times(studio):
    hops = {f"h{n}_png": Shown(status=302, location=f"/h{n + 1}.png") for n in range(7)}
    with showing(**hops, last_png=PNG) as server:
        server.files["/h5.png"] = server.files["/last.png"]
        studio.look(image=f"{server.url}/h0.png")
        studio.requests.clear()
        server.files["/h5.png"] = Shown(status=307, location="/h6.png")
        assert "more than 5 redirects" in str(studio.refused(image=f"{server.url}/h0.png"))


class Redirecting:
    """An edge at which everything is redirected; it remembers what was asked for."""

    def __init__(self, target):
        self.target = target
        self.asked = []

    @contextlib.contextmanager
    def stream(self, method, url, **options):
        self.asked.append(url)
        yield httpx.Response(302, headers={"location": self.target})

    @contextlib.asynccontextmanager
    async def astream(self, method, url, **options):
        self.asked.append(url)
        yield httpx.Response(302, headers={"location": self.target})


@pytest.mark.parametrize(
    "target",
    [
        "http://[::1",
        "http://127.0.0.1/x",
        "http://169.254.169.254/x",
        "http://[::1]/x",
        "file:///etc/passwd",
        "http://a b/",
    ],
)
def test_no_redirect_leads_from_a_public_host_to_a_private_one(studio, target):
    """Promise: nobody's redirect makes this client ask inside of its network."""
    edge = Redirecting(target)
    stream = edge.stream if studio.kind == "sync" else edge.astream
    assert "leads on to" in str(studio.refused(image="https://8.8.8.8/in.png", stream=stream))
    assert edge.asked == ["https://8.8.8.8/in.png"]


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 65536\r\n\r\n"], ids=["head", "body"])
def test_a_file_that_dribbles_holds_up_no_call(studio, head, caplog):
    """Promise: a look ends by the timeout's total, and the vendor is the judge."""
    started = time.monotonic()
    with dribbling(head) as (url, _):
        studio.look(image=f"{url}/in.png?signature=s3cret", timeout=Timeout(total=0.4))
    assert time.monotonic() - started < 2
    assert len(studio.requests) == 1
    assert "is sent unchecked: the 0.4 s for looks at media are over" in caplog.text
    assert "s3cret" not in caplog.text


class Dripping(Redirecting):
    """An edge at which each byte takes its time."""

    def __init__(self, clock):
        super().__init__("")
        self.clock = clock

    def _drip(self):
        for byte in PNG:
            self.clock.time += 0.5
            yield bytes([byte])

    @contextlib.contextmanager
    def stream(self, method, url, **options):
        self.asked.append(url)
        yield SimpleNamespace(status_code=200, headers={}, iter_bytes=self._drip)

    @contextlib.asynccontextmanager
    async def astream(self, method, url, **options):
        async def drip():
            for piece in self._drip():
                yield piece

        self.asked.append(url)
        yield SimpleNamespace(status_code=200, headers={}, aiter_bytes=drip)


def test_all_looks_of_a_call_have_half_a_minute(studio, monkeypatch, caplog):
    """Promise: without a total, too, a call begins in the end, and is not held up anew by each of its files."""
    clock = SimpleNamespace(time=0.0)
    monkeypatch.setattr("mediawright_runtime.deadline.monotonic", lambda: clock.time)
    edge = Dripping(clock)
    pictures = [f"https://8.8.8.8/{number}.png" for number in range(3)]
    studio.look(pictures=pictures, stream=edge.stream if studio.kind == "sync" else edge.astream)
    assert (len(studio.requests), clock.time, edge.asked) == (1, 30.0, pictures[:1])
    assert ["the 30 s for looks at media are over" in message for message in caplog.messages] == [True] * 3


@pytest.mark.parametrize(("encoding", "status"), [("br", 200), ("gzip, br", 200), ("gzip", 206)])
def test_a_file_in_an_odd_encoding_is_sent_with_a_warning(studio, caplog, encoding, status):
    """Promise: what is no byte of the file is not judged as one."""
    headers = {"content-encoding": encoding, "content-range": "bytes 0-9/10"}
    with serving({"/in.png": (status, headers, b"0123456789")}) as server:
        studio.look(image=f"{server.url}/in.png")
    assert len(studio.requests) == 1
    assert f"is sent unchecked: it comes encoded as '{encoding}'" in caplog.text


def test_a_file_that_comes_encoded_is_looked_at_as_it_is(studio):
    with serving({"/in.png": (200, {"content-encoding": "GZIP"}, gzip.compress(picture("GIF")))}) as server:
        assert "is gif" in str(studio.refused(image=f"{server.url}/in.png"))


def test_a_data_address_holds_the_file(studio):
    studio.look(image=f"data:image/png;base64,{base64.b64encode(PNG).decode()}")
    studio.requests.clear()
    assert "is gif" in str(studio.refused(image=f"data:image/png;base64,{base64.b64encode(picture('GIF')).decode()}"))
    assert "is no well-formed data address" in str(studio.refused(image="data:image/png;base64,AAAAA"))


def test_a_local_file_where_an_address_is_wanted_is_refused(studio, tmp_path):
    (tmp_path / "in.png").write_bytes(PNG)
    assert "is a file of this machine" in str(studio.refused(image=str(tmp_path / "in.png")))


def test_what_cannot_be_looked_at_is_sent_with_a_warning(studio, caplog):
    studio.look(image="asset://17", film="\0")
    assert len(studio.requests) == 1
    assert ["no address that can be looked at" in each.getMessage() for each in caplog.records] == [True, True]


def test_a_broken_header_is_sent_with_a_warning(studio, caplog):
    with showing(in_png=PNG[:12]) as server:
        studio.look(image=f"{server.url}/in.png")
    assert len(studio.requests) == 1
    assert "size, ratio cannot be told" in caplog.text


def test_bytes_that_are_the_whole_body_are_looked_at(studio):
    studio.answers(forever=Answer({"code": 0, "data": {"url": "https://8.8.8.8/out.png"}}))
    studio.look("image_to_image.sharpen", content=PNG)
    studio.requests.clear()
    error = studio.refused(operation="image_to_image.sharpen", content=bytearray(picture("GIF")))
    assert str(error).startswith("image_to_image.sharpen: content: the file is gif; give an image (png, jpeg, webp)")


@pytest.mark.parametrize(("parameter", "kind", "name"), [("image", "image", "media"), ("film", "video", "media-video")])
def test_without_its_extra_a_look_says_what_to_install(studio, parameter, kind, name, monkeypatch):
    absent = measures.EXTRAS[kind]._replace(package="no_such_package")
    monkeypatch.setitem(measures.EXTRAS, kind, absent)
    with pytest.raises(ConfigurationError, match=rf"{parameter}: .*pip install 'mediawright\[{name}\]'"):
        studio.look(**{parameter: "https://8.8.8.8/in"})
    assert studio.requests == []


def test_an_extra_is_asked_for_only_where_it_is_needed(studio, monkeypatch):
    absent = measures.EXTRAS["image"]._replace(package="no_such_package")
    monkeypatch.setitem(measures.EXTRAS, "image", absent)
    with showing(in_png=PNG) as server:
        studio.look(light=f"{server.url}/in.png")
    assert len(studio.requests) == 1


def test_the_vendors_checks_come_first(studio):
    with showing(in_png=PNG) as server, pytest.raises(InvalidRequestError, match="is not a parameter"):
        studio.look(image=f"{server.url}/in.png", imagee="x")
    assert server.seen == []


def test_what_is_logged_has_no_query(studio, caplog):
    caplog.set_level(logging.DEBUG, "mediawright")
    with showing(in_png=PNG) as server:
        studio.look(image=f"{server.url}/in.png?signature=s3cret")
    assert "HTTP 20" in caplog.text
    assert "s3cret" not in "".join(each.getMessage() for each in caplog.records if each.name == "mediawright")
