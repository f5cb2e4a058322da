import pytest

from mediawright_runtime.content import extension, mistaken


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


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"RIFF\1\2\3\4WEBPVP8 ", ".webp"),
        (b"RIFF\1\2\n\4WAVEfmt ", ".wav"),
        (b"\0\0\0\x1cftypavif", ".avif"),
        (b"\0\0\0\x18ftypheic", ".heic"),
        (b"\0\0\0\x14ftypqt  ", ".mov"),
        (b"\0\0\0\x20ftypM4A ", ".m4a"),
        (b"\0\0\0\x20ftypisom", ".mp4"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\1B\x82\x84webm", ".webm"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\1B\x82\x88matroska", ".mkv"),
        (b"ID3\4", ".mp3"),
        (b"\xff\xfb\x90", ".mp3"),
        (b"\xff\xf1\x50", ".aac"),
        (b"fLaC\0", ".flac"),
        (b"OggS\0", ".ogg"),
        (b"%PDF-1.7", ".pdf"),
        (b"<svg xmlns=''/>", ".svg"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- by\nhand -->\n<svg>", ".svg"),
    ],
)
def test_the_first_bytes_have_the_last_word(head, ending):
    assert extension("https://a/b.txt", "text/html", head) == ending
    assert mistaken("image", "text/html", head) is None


@pytest.mark.parametrize(
    ("url", "content_type", "ending"),
    [("https://a/b", "audio/mp4", ".m4a"), ("https://a/b.m4v", "", ".m4v"), ("https://a/b.png", "image/png", ".mp4")],
)
def test_among_what_the_first_bytes_allow_server_and_address_choose(url, content_type, ending):
    assert extension(url, content_type, b"\0\0\0\x20ftypisom") == ending


@pytest.mark.parametrize("head", [b"", b"video", b"\0\0\0", b"<svgx"])
def test_what_is_not_known_to_be_a_page_is_no_mistake(head):
    assert mistaken("video", "application/octet-stream", head) is None
    assert mistaken("video", "", head) is None


@pytest.mark.parametrize("head", [b"<html>", b'{"a": 1}', b""])
def test_an_undocumented_kind_is_not_judged(head):
    assert mistaken("file", "text/html", head) is None
