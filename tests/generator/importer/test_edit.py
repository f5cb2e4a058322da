"""Texts of YAML files, changed at single nodes."""

import pytest
import yaml

from mediawright_generator.importer.edit import has_aliases, sheet

TEXT = """\
# head
name: X   # my name
status: 1

api_body:
  # the picture
  - name: image
    type: string
    media:   # limits
      kind: image
      max_megabytes: 20 # big
    describe: >
      long
      text

    required: true # always
  - {name: prompt, max_length: 1000, means: prompt} # flow
  - name: style
    keywords:
    - 5s  # five
    - 10s
  - {name: d,   # dd
     keywords: [5s,10s, "1:1"],
     last: 1}
rules: []
nothing:
end: 2026-03-04"""


def diff(after: str, before: str = TEXT) -> tuple[list[str], list[str]]:
    """Give the lines that went and the lines that came; the order of all others must be the same."""
    gone, come = before.splitlines(), after.splitlines()
    same = [line for line in gone if line in come]
    assert [line for line in come if line in gone] == same
    return [line for line in gone if line not in same], [line for line in come if line not in same]


@pytest.mark.parametrize(
    ("path", "value", "order", "gone", "come"),
    [
        (("name",), "a: b", (), ["name: X   # my name"], ['name: "a: b"   # my name']),
        (("status",), 2, (), ["status: 1"], ["status: 2"]),
        (("end",), "2027-01-01", (), ["end: 2026-03-04"], ['end: "2027-01-01"']),
        (("more",), ["a"], (), [], ["more: [a]"]),
        (("id",), 5, ("id", "name"), [], ["id: 5"]),
        (("nothing",), "q", (), ["nothing:"], ["nothing: q"]),
        (("nothing", "key"), "q", (), ["nothing:"], ["nothing: {key: q}"]),
        (("rules",), [{"a": 1, "b": 2}], (), ["rules: []"], ["rules: [{a: 1, b: 2}]"]),
        (("api_body", 0, "media", "max_size"), "5x5", ("kind", "max_size"), [], ["      max_size: 5x5"]),
        (("api_body", 0, "min_length"), 3, (), [], ["    min_length: 3"]),
        (("api_body", 0, "describe"), "b", (), ["    describe: >", "      long", "      text"], ["    describe: b"]),
        (
            ("api_body", 1, "min_length"),
            3,
            ("name", "min_length", "max_length"),
            ["  - {name: prompt, max_length: 1000, means: prompt} # flow"],
            ["  - {name: prompt, min_length: 3, max_length: 1000, means: prompt} # flow"],
        ),
        (
            ("api_body", 2, "keywords"),
            ["a"],
            (),
            ["    keywords:", "    - 5s  # five", "    - 10s"],
            ["    keywords: [a]", "    # five"],
        ),
    ],
)
def test_put(path, value, order, gone, come):
    after = sheet(TEXT).put(path, value, order)
    assert diff(after) == (gone, come)
    found = yaml.safe_load(after)
    for step in path:
        found = found[step]
    assert str(found) == str(value)


@pytest.mark.parametrize(
    ("path", "index", "value", "gone", "come"),
    [
        (("api_body", 2, "keywords"), 0, "8s", [], ["    - 8s"]),
        (("api_body", 2, "keywords"), 2, "16:9", [], ['    - "16:9"']),
        (
            ("api_body", 3, "keywords"),
            0,
            "True",
            ['     keywords: [5s,10s, "1:1"],'],
            ['     keywords: ["True", 5s,10s, "1:1"],'],
        ),
        (
            ("api_body", 3, "keywords"),
            3,
            "a, b",
            ['     keywords: [5s,10s, "1:1"],'],
            ['     keywords: [5s,10s, "1:1", "a, b"],'],
        ),
        (("api_body",), 0, {"name": "new"}, [], ["  - {name: new}"]),
        (("api_body",), 1, {"name": "new"}, [], ["  - {name: new}"]),
        (("api_body",), 4, {"name": "new"}, [], ["  - {name: new}"]),
        (("rules",), 0, {"a": 1}, ["rules: []"], ["rules: [{a: 1}]"]),
    ],
)
def test_add(path, index, value, gone, come):
    after = sheet(TEXT).add(path, index, value)
    assert diff(after) == (gone, come)
    found = yaml.safe_load(after)
    for step in path:
        found = found[step]
    assert found[index] == value


@pytest.mark.parametrize(
    ("path", "gone", "come"),
    [
        (("status",), ["status: 1"], []),
        (("name",), ["name: X   # my name"], ["# my name"]),
        (("end",), ["end: 2026-03-04"], []),
        (
            ("api_body", 0, "media"),
            ["    media:   # limits", "      kind: image", "      max_megabytes: 20 # big"],
            ["    # limits", "    # big"],
        ),
        (("api_body", 0, "media", "max_megabytes"), ["      max_megabytes: 20 # big"], ["      # big"]),
        (("api_body", 0, "describe"), ["    describe: >", "      long", "      text"], []),
        (("api_body", 0, "name"), ["  - name: image", "    type: string"], ["  - type: string"]),
        (("api_body", 1), ["  - {name: prompt, max_length: 1000, means: prompt} # flow"], ["  # flow"]),
        (
            ("api_body", 1, "means"),
            ["  - {name: prompt, max_length: 1000, means: prompt} # flow"],
            ["  - {name: prompt, max_length: 1000} # flow"],
        ),
        (
            ("api_body", 1, "name"),
            ["  - {name: prompt, max_length: 1000, means: prompt} # flow"],
            ["  - {max_length: 1000, means: prompt} # flow"],
        ),
        (("api_body", 2, "keywords", 0), ["    - 5s  # five"], ["    # five"]),
        (("api_body", 3, "keywords", 1), ['     keywords: [5s,10s, "1:1"],'], ['     keywords: [5s,"1:1"],']),
        (("api_body", 3, "keywords", 2), ['     keywords: [5s,10s, "1:1"],'], ["     keywords: [5s,10s],"]),
        (("api_body", 3, "name"), ["  - {name: d,   # dd"], ["  - {   # dd"]),
        (
            ("api_body", 3, "last"),
            ['     keywords: [5s,10s, "1:1"],', "     last: 1}"],
            ['     keywords: [5s,10s, "1:1"]}'],
        ),
    ],
)
def test_drop(path, gone, come):
    """Only what is dropped goes; comments stay."""
    after = sheet(TEXT).drop(path)
    assert diff(after) == (gone, come)
    found, expected = yaml.safe_load(after), yaml.safe_load(TEXT)
    holder = expected
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    assert found == expected


def test_first_key_behind_a_dash_leaves_its_comment():
    assert sheet("a:\n  - b: 1  # one\n    c: 2\n").drop(("a", 0, "b")) == "a:\n  # one\n  - c: 2\n"


@pytest.mark.parametrize(
    ("text", "path", "leave_empty", "after"),
    [
        ("a: 1\nb: {c: 1}\n", ("b", "c"), False, "a: 1\n"),
        ("a: 1\nb: {c: 1}\n", ("b", "c"), True, "a: 1\nb: {}\n"),
        ("a: 1\nb:\n  c:\n    - d: 1\n", ("b", "c", 0, "d"), False, "a: 1\n"),
        ("a: 1\nb:\n  - c: 1\n", ("b", 0), True, "a: 1\nb:\n  []\n"),
        ("a: 1\n", ("a",), False, "{}\n"),
    ],
)
def test_what_would_be_empty_goes_too(text, path, leave_empty, after):
    assert sheet(text).drop(path, leave_empty=leave_empty) == after


def test_rename():
    assert sheet("a: {b: 1} # b\n").rename(("a", "b"), "16:9") == 'a: {"16:9": 1} # b\n'


def test_line_ends_are_those_of_the_file():
    text = TEXT.replace("\n", "\r\n")
    for after in (
        sheet(text).put(("more",), 1),
        sheet(text).add(("api_body",), 1, {"name": "n" * 80, "describe": "d" * 80}),
        sheet(text).drop(("api_body", 0)),
    ):
        assert after.replace("\r\n", "") == after.replace("\r\n", "").replace("\n", "")


def test_places_are_right_behind_any_text():
    text = "a: \U0001f58c \u753b # \u753b\nb: {c: \u753b, d: 1}\n"
    assert sheet(text).put(("b", "d"), 2) == "a: \U0001f58c \u753b # \u753b\nb: {c: \u753b, d: 2}\n"


def test_what_stands_there():
    page = sheet(TEXT)
    assert (page.count(("api_body",)), page.has(("api_body", 1, "means")), page.has(("missing",))) == (4, True, False)
    assert (page.is_list(("rules",)), page.is_scalar(("status",)), page.is_scalar(("rules",))) == (True, True, False)
    assert not page.has(("status", "key"))


def test_aliases():
    assert has_aliases("a: &x 1\nb: *x\n")
    assert not has_aliases("a: &x 1\nb: '*x'\n")
