"""The file of an import: what the next import compares with."""

import json

import pytest

from mediawright_generator.importer import read_known
from mediawright_generator.importer.base import base_text, read_base

PATH = "specs/paintbox/imported/c_api_doc.json"
PROSE = "Say what the picture is to show."
EXAMPLE = "A red boat under a bridge"


@pytest.fixture
def easel(entry):
    body = json.dumps({"data": {"prompt": EXAMPLE, "loop": True, "sizes": ["as large as can be", 2]}})
    curl = f"curl --request POST --url https://api.paintbox.example/v1/easel --data '{body}'"
    return entry(
        {"name": "prompt", "type": "string", "required": True, "describe": f"{PROSE} Maximum string length: 90."},
        {"name": "loop", "type": "boolean", "keywords": [True]},
        {"name": "sizes", "type": "array<string>"},
        description="Paints whatever comes to mind.",
        api_request_demo={"request": [{"title": "Paint a red boat", "code_example": curl}]},
    )


def test_it_keeps_facts_and_no_sentence_of_the_vendor(desk, easel):
    """The vendor's prose is not ours to publish; its digest tells when it changed."""
    desk.run(easel)
    text = (desk.root / PATH).read_text(encoding="utf-8")
    assert '"max_length": 90' in text
    for words in (PROSE, EXAMPLE, "whatever comes", "Paint a red boat", "as large as"):
        assert words not in text
    assert text.count("sha256:") >= 5


def test_what_was_written_is_read_again(desk, easel):
    desk.run(easel)
    content = (desk.root / PATH).read_bytes()
    read = read_base(content, PATH)
    assert read.problems == ()
    assert base_text(read.said).encode() == content


def test_a_parameter_stands_on_one_line(desk, easel):
    desk.run(easel)
    lines = (desk.root / PATH).read_text(encoding="utf-8").splitlines()
    assert '     "loop": {"name": "loop", "type": "boolean", "keywords": [true]},' in lines


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"<<<<<<< ours\n{}",
        b"[]",
        b"{}",
        b'{"format": 2, "records": []}',
        b'{"format": 1, "records": [{"facts": 5}]}',
        b'{"format": 1, "records": [{"facts": {}}]}',
        b'{"format": 1, "records": [{"facts": {"name": "A"}, "source": {"document": 5}}]}',
    ],
)
def test_file_that_cannot_be_believed_is_a_problem(desk, easel, content):
    """Nothing is imported on top of it: a correction could be taken for a change of the vendor."""
    desk.run(easel)
    (desk.root / PATH).write_bytes(content)
    known, (problem,) = read_known(desk.root / "specs", desk.root, "paintbox")
    assert known is None
    assert str(problem).startswith(f"{PATH}:1:1: unreadable-base: what the last import left cannot be read: ")
    assert "\n" not in str(problem)


def test_records_that_cannot_be_read_stop_the_import(desk, easel):
    desk.run(easel)
    desk.file("easel_2_0").write_text("name: [\n", encoding="utf-8")
    known, problems = read_known(desk.root / "specs", desk.root, "paintbox")
    assert known is None
    assert [problem.place.file for problem in problems] == ["specs/paintbox/apis/easel_2_0.yaml"]


def test_another_vendors_mistakes_do_not(desk, easel):
    desk.run(easel)
    other = desk.root / "specs" / "other"
    other.mkdir()
    (other / "vendor.yaml").write_text("name: [\n", encoding="utf-8")
    known, problems = read_known(desk.root / "specs", desk.root, "paintbox")
    assert (known is None, problems) == (False, ())
