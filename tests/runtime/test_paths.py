import pytest

from mediawright_runtime import paths


@pytest.mark.parametrize(
    ("answer", "path", "values"),
    [
        ({"code": 0}, "code", (0,)),
        ({"data": {"task_id": "t"}}, "data.task_id", ("t",)),
        ({"data": {"result": [{"preview": "a"}, {"preview": "b"}]}}, "data.result[].preview", ("a", "b")),
        ({"data": {"result": {"preview": "a"}}}, "data.result[].preview", ("a",)),
        ({"urls": ["a", "b"]}, "urls[]", ("a", "b")),
        ({"urls": ["a", "b"]}, "urls", (["a", "b"],)),
        ({"data": {"result": [{"preview": "a"}, "odd", {"other": 1}, None]}}, "data.result[].preview", ("a",)),
        ({"data": None}, "data.task_id", ()),
        ({"data": "text"}, "data.task_id", ()),
        ({"data": [{"task_id": "t"}]}, "data.task_id", ()),
        ({}, "code", ()),
        (None, "code", ()),
        (["code"], "code", ()),
        ({"result": '{"video": ["a", "b"]}'}, "result@json.video[]", ("a", "b")),
        ({"result": '["a", {"b": 1}]'}, "result@json[]", ("a", {"b": 1})),
        ({"result": {"video": "a"}}, "result@json.video[]", ("a",)),
        ({"result": "{not json"}, "result@json.video", ()),
        ({"result": None}, "result@json", (None,)),
        ({"items": [{"r": '{"a": 1}'}, {"r": '{"a": 2}'}]}, "items[].r@json.a", (1, 2)),
        ({"x": None, "y": 0}, "x|y", (0,)),
        ({"x": 1, "y": 2}, "x|y", (1,)),
        ({"x": [], "y": [2]}, "x[]|y[]", (2,)),
        ({"x": [None, 1]}, "y|x[]", (None, 1)),
        ({"x": None}, "x|y", ()),
        ({"a": {"r": '{"p": null}'}, "q": "z"}, "a.r@json.p|q", ("z",)),
    ],
)
def test_reads_what_stands_at_a_path(answer, path, values):
    assert paths.read(answer, path) == values


def test_first_passes_over_null():
    assert paths.first({"items": [{"id": None}, {"id": 0}]}, "items[].id") == 0


def test_first_of_nothing_is_none():
    assert paths.first({}, "a.b") is None


def test_first_looks_from_place_to_place():
    assert paths.first({"a": [None], "b": {"c": False}}, "a[]|x|b.c") is False


def test_a_path_is_read_once_into_places_of_steps():
    assert paths.places("a@json[].b|c") == ((("a", True, True), ("b", False, False)), (("c", False, False),))


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ({}, "code", {"code": 1}),
        ({}, "a.b[].c", {"a": {"b": [{"c": 1}]}}),
        ({"a": {"b": [{"d": 2}, {"d": 3}]}}, "a.b[].c", {"a": {"b": [{"d": 2, "c": 1}]}}),
        ({"a": {"b": {"d": 2}}}, "a.b[].c", {"a": {"b": {"d": 2, "c": 1}}}),
        ({"a": "text"}, "a.b", {"a": {"b": 1}}),
        ({"a": []}, "a[]", {"a": [1]}),
        ({}, "r@json.a[]", {"r": '{"a": [1]}'}),
        ({"r": '{"b": "\u00e4"}'}, "r@json.a", {"r": '{"b": "\u00e4", "a": 1}'}),
        ({}, "r@json", {"r": "1"}),
        ({}, "r@json[]", {"r": "[1]"}),
        ({}, "a|b", {"a": 1}),
        ({"b": 0}, "a|b", {"b": 1}),
        ({"a": None, "b": None}, "a|b", {"a": 1, "b": None}),
    ],
)
def test_puts_a_value_where_something_stands(before, path, after):
    paths.put(before, path, 1)
    assert before == after
    assert paths.first(after, path) == 1
