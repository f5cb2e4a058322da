"""Whatever is in a spec, or is where one should be: findings or none, in bounded time, and never a traceback."""

import json
import os
import time
from pathlib import Path

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st

from mediawright_generator.check import RULES, check
from mediawright_generator.cli import main
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.document import read_document
from mediawright_generator.load.file import RECORD, VENDOR, parse, stand_in
from mediawright_generator.load.nodes import ListNode, MappingNode
from mediawright_generator.load.scalars import value_of

SPECS = Path(__file__).parents[2] / "specs"
VENDORS = sorted(SPECS.glob("*/vendor.yaml"))
RECORDS = sorted(SPECS.glob("*/apis/*.yaml"))
LONGEST = 20.0
"""Seconds of processor time that no file may take: only what does not end at all does."""

AWKWARD = [
    *(
        b"\xef\xbb\xbf",
        b"\x00",
        b"\xff",
        b"\xe2\x80\xa8",
        b"\t",
        b"\r",
        b"\n---\n",
        b"&a ",
        b"*a",
        b"<<: *a\n",
        b"!!set ",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b": ",
        b"- ",
        b"#",
        b'"',
        b"'",
        b"|",
        b">",
        b".nan",
        b"1e999",
        b"9" * 5000,
        b"? ",
        b"%YAML 9\n",
    ),
    *(b"[" * 200, b"# allow: ", b"x: 1\nx: 2\n", "图\U0001f600".encode()),
]
VALUES = st.recursive(
    st.sampled_from(
        [None, True, False, 0, -1, 10**30, 1.5, "", "x", "图", "\x00", "{name}", "a.b[]", "16:9", "0x0", "1:0"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "type", "x", ""]), inner, max_size=3)
    ),
    max_leaves=6,
)


def judged(content, kind, path):
    """Load and check one file in place of a committed one, beside the others of its vendor."""
    folder = path.parent if kind is VENDOR else path.parent.parent
    started = time.process_time()
    located, problems = parse(content, path.name if not content.startswith(b"{") else "a.json", kind)
    vendor, _ = parse((folder / "vendor.yaml").read_bytes(), "vendor.yaml", VENDOR)
    vendor = (located or stand_in("vendor.yaml", VENDOR)) if kind is VENDOR else vendor
    others = [each for each in RECORDS if each.parent.parent == folder and each != path][:3]
    operations = [parse(each.read_bytes(), each.name, RECORD)[0] for each in others]
    if kind is RECORD and located:
        operations.append(located)
    unread = () if located or kind is VENDOR else (path.name,)
    found = [*problems, *check((LoadedVendor(vendor, tuple(operations), unread),), RULES)]
    assert time.process_time() - started < LONGEST
    for each in found:
        assert each.place.line >= 1
        assert each.place.column >= 1
        assert "\n" not in str(each)
        str(each).encode("utf-8")
    return found


FILES = st.sampled_from([*((path, VENDOR) for path in VENDORS), *((path, RECORD) for path in RECORDS)])


@effort(60)
@given(FILES, st.data())
def test_bytes_that_are_cut_repeated_or_mixed_up_are_findings(chosen, data):
    path, kind = chosen
    content = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)))
        content = content[:start] + data.draw(st.sampled_from([*AWKWARD, b"", content[start:end] * 2])) + content[end:]
    judged(content, kind, path)


@effort(30)
@given(FILES, st.data())
def test_a_file_that_is_half_written_is_a_finding(chosen, data):
    path, kind = chosen
    content = path.read_bytes()
    judged(content[: data.draw(st.integers(0, len(content)))], kind, path)


def tree(content):
    return plain(read_document(content, "a.yaml").root)


def plain(node):
    if isinstance(node, MappingNode):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, ListNode) else value_of(node)


def places(value, path=()):
    yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in below:
        yield from places(each, (*path, key))


def changed(value, path, how):
    if not path:
        return how(value)
    if isinstance(value, dict):
        return {key: changed(each, path[1:], how) if key == path[0] else each for key, each in value.items()}
    return [changed(each, path[1:], how) if at == path[0] else each for at, each in enumerate(value)]


@effort(80)
@given(FILES, st.data())
def test_values_of_any_type_anywhere_are_findings(chosen, data):
    path, kind = chosen
    value = tree(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.sampled_from(sorted(places(value), key=repr)))
        value = changed(value, at, lambda _: data.draw(VALUES))
    judged(json.dumps(value).encode() if isinstance(value, dict) else b"{}", kind, path)


@effort(50)
@given(FILES, st.data())
def test_keys_that_are_missing_or_items_that_stand_twice_are_findings(chosen, data):
    path, kind = chosen
    value = tree(path.read_bytes())
    at = data.draw(st.sampled_from(sorted((each for each in places(value) if each), key=repr)))

    def without(holder):
        if isinstance(holder, dict):
            return {key: each for key, each in holder.items() if key != at[-1]}
        return data.draw(st.sampled_from([holder[: at[-1]] + holder[at[-1] + 1 :], [*holder, holder[at[-1]]]]))

    judged(json.dumps(changed(value, at[:-1], without)).encode(), kind, path)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{one}: &{one} [{', '.join(f'*{other}' for _ in range(9))}]\n"
    for other, one in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 50_000,
        "a: " + "x" * 3_000_000,
        "&a [*a]",
        "? " * 50_000,
        "'" * 100_001,
    ],
    ids=["aliases", "lists", "mappings", "dashes", "long text", "an alias of itself", "questions", "quotes"],
)
def test_what_would_not_end_or_not_fit_is_a_finding(text):
    assert judged(text.encode(), RECORD, RECORDS[0])


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "specs" / "acme"
    (folder / "apis").mkdir(parents=True)
    (folder / "vendor.yaml").write_text(
        "name: acme\ntitle: Acme\nclient: Acme\nservers: [{url: https://acme.example}]\n"
    )
    return tmp_path


def loop(path):
    path.symlink_to(path.name)


def unreadable(path):
    path.write_text("name: x\n")
    path.chmod(0)


@pytest.mark.parametrize(
    "name", ["apis/x.yaml", "apis/x.json", "vendor.json", "changelog.yaml", "apis/.yaml", "apis/图 %,:.yaml"]
)
@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        loop,
        unreadable,
        Path.touch,
        os.mkfifo,
        lambda path: path.symlink_to("gone"),
        lambda path: path.symlink_to("/dev/null"),
        lambda path: path.write_bytes(b"\xef\xbb\xbf"),
        lambda path: path.write_bytes(b"- a\n"),
        lambda path: path.write_bytes(b"{}"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_whatever_is_in_place_of_a_file_is_a_finding(checkout, capsys, name, make, form):
    make(checkout / "specs" / "acme" / name)
    assert main(["--root", str(checkout), "check", "--format", form]) in {0, 1}
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "7", "- name: acme\n", "{name: acme, ", "name: {acme: 1}\n", "\x00", "&a [*a, *a]"]
)
def test_whatever_a_vendor_says_is_a_finding(checkout, text):
    (checkout / "specs" / "acme" / "vendor.yaml").write_text(text)
    assert main(["--root", str(checkout), "check"]) == 1
