from contextlib import suppress

import pytest

from mediawright_runtime.files import Landing, extension, stem


@pytest.mark.parametrize(
    ("task_id", "number", "count", "name"),
    [
        ("t1", 1, 1, "t1"),
        ("t1", 2, 3, "t1-2"),
        ("t1", 2, 12, "t1-02"),
        ("../../etc/passwd", 1, 1, "etc-passwd"),
        ("..", 1, 1, "task"),
        (".hidden", 1, 1, "hidden"),
        ("a b/c:d", 1, 1, "a-b-c-d"),
        ("x" * 300, 1, 1, "x" * 100),
    ],
)
def test_a_file_is_named_for_its_task(task_id, number, count, name):
    assert stem(task_id, number, count) == name


@pytest.mark.parametrize(
    ("url", "content_type", "ending"),
    [
        ("https://a/b.mp4", "", ".mp4"),
        ("https://a/b.MP4?x=.png", "", ".mp4"),
        ("https://a/b", "image/png", ".png"),
        ("https://a/b.php", "Image/JPEG; charset=x", ".jpg"),
        ("https://a/b.mov", "application/octet-stream", ".mov"),
        ("https://a/b", "application/octet-stream", ".bin"),
        ("https://a/b.verylong", "", ".bin"),
        ("https://a/b.%2e%2f", "", ".bin"),
        ("https://a.png", "", ".bin"),
    ],
)
def test_an_extension_comes_from_the_content_or_the_address(url, content_type, ending):
    assert extension(url, content_type) == ending


def _land(directory, headers, *pieces):
    with Landing(directory, "t1.png", headers) as landing:
        for piece in pieces:
            landing.write(piece)
        return landing.keep()


def test_a_file_appears_when_it_is_whole(tmp_path):
    with Landing(tmp_path, "t1.png", {"content-length": "4"}) as landing:
        landing.write(b"ab")
        assert not (tmp_path / "t1.png").exists()
        landing.write(b"cd")
        path = landing.keep()
    assert path == tmp_path / "t1.png"
    assert path.read_bytes() == b"abcd"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("pieces", [(b"ab",), (b"ab", b"cde"), ()])
def test_a_file_of_another_length_than_announced_is_not_kept(tmp_path, pieces):
    with pytest.raises(EOFError):
        _land(tmp_path, {"content-length": "4"}, *pieces)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("headers", [{}, {"content-length": "x"}, {"content-length": "9", "content-encoding": "gzip"}])
def test_a_length_that_is_not_known_is_not_checked(tmp_path, headers):
    assert _land(tmp_path, headers, b"ab").read_bytes() == b"ab"


def test_an_interrupted_file_leaves_nothing(tmp_path):
    with suppress(KeyboardInterrupt), Landing(tmp_path, "t1.png", {}) as landing:
        landing.write(b"ab")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_saving_twice_replaces_the_file(tmp_path):
    _land(tmp_path, {}, b"old")
    assert _land(tmp_path, {}, b"new").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1
