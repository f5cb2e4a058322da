"""Files of the mock are what they say: whoever reads such files reads them."""

import io
import wave
from xml.etree import ElementTree as ET

import av
import pytest
from PIL import Image
from pymediainfo import MediaInfo

from mediawright_mock.formats import FORMATS

SIZES = [0, 5000, 200_000]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["png", "jpeg"])
def test_a_picture_can_be_decoded(name, size):
    content = FORMATS[name].content("t-1", size)
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        assert (picture.format, picture.size) == (name.upper(), (64, 64))
    assert len(content) >= size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["mp4", "wav", "mp3"])
def test_a_film_or_sound_can_be_decoded(name, size):
    content = FORMATS[name].content("t-1", size)
    with av.open(io.BytesIO(content)) as container:
        assert len(list(container.decode(container.streams[0]))) > 3
    assert len(content) >= size


@pytest.mark.parametrize(("name", "told"), [("mp4", "MPEG-4"), ("mp3", "MPEG Audio"), ("wav", "Wave"), ("png", "PNG")])
def test_another_reader_names_the_format(name, told):
    (general, *_) = MediaInfo.parse(io.BytesIO(FORMATS[name].content("t-1", 3000))).tracks
    assert general.format == told


def test_a_sound_keeps_its_length_whatever_is_put_beside_it():
    with wave.open(io.BytesIO(FORMATS["wav"].content("t-1", 9001))) as sound:
        assert sound.getnframes() == 4000


@pytest.mark.parametrize("name", FORMATS)
def test_files_of_two_tasks_differ_and_of_one_do_not(name):
    one, again, other = (FORMATS[name].content(mark) for mark in ("t-1", "t-1", "t-2"))
    assert one == again != other


def test_a_drawing_is_a_drawing():
    drawing = ET.fromstring(FORMATS["svg"].content("t<1>&"))  # noqa: S314 (it is our own)
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert [each.text for each in drawing.iter("{http://www.w3.org/2000/svg}desc")] == ["t<1>&"]
