"""What a file is, by its first bytes."""

import pytest
from pictures import film, picture, sound

from mediawright_runtime.signatures import recognised


def ftyp(major, *others):
    brands = b"".join(others)
    return (16 + len(brands)).to_bytes(4, "big") + b"ftyp" + major + bytes(4) + brands + b"\0\0\0\x08free"


MADE = {
    **{kind.lower(): picture(kind) for kind in ("PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")},
    **{kind: film(kind=kind) for kind in ("mp4", "mov", "avi")},
    "jpg": picture("JPEG"),
    "mkv": film(kind="matroska"),
    "wav": sound(1),
}


@pytest.mark.parametrize(("name", "content"), MADE.items(), ids=MADE)
def test_files_that_a_library_made(name, content):
    assert recognised(content[:4096]).name == name


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (ftyp(b"heic", b"mif1", b"heic"), "heic", "image"),
        (ftyp(b"mif1", b"mif1", b"heic"), "heic", "image"),
        (ftyp(b"mif1", b"mif1", b"avif"), "avif", "image"),
        (ftyp(b"isom", b"isom", b"avc1"), "mp4", "video"),
        (ftyp(b"qt  "), "mov", "video"),
        (ftyp(b"M4A ", b"mp42"), "mp4", "audio"),
        (b"\0\0\0\x08wide\0\0\x10\0mdat", "mov", "video"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm", "webm", "video"),
        (b"ID3\x04", "mp3", "audio"),
        (b"\xff\xfb\x90d", "mp3", "audio"),
        (b"%PDF-1.7", "pdf", "document"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML><html>", "html", "page"),
        (b'<?xml version="1.0"?>\n<svg xmlns="', "svg", "image"),
    ],
)
def test_signatures(head, name, kind):
    found = recognised(head)
    assert found.name == name
    assert kind in found.kinds


@pytest.mark.parametrize("head", [b"", b"R", b"RIFF", b"\0\0\0\0ftyp"[:7], b"<?xml version='1.0'?><a/>", ftyp(b"mif1")])
def test_what_is_not_known_is_nothing(head):
    assert recognised(head) is None


@pytest.mark.parametrize("content", MADE.values(), ids=MADE)
def test_no_beginning_is_too_short_to_be_asked(content):
    for length in range(64):
        recognised(content[:length])
