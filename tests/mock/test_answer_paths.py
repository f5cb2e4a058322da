import pytest

from mediawright_mock.answer_paths import clear, fill, find, put, put_everywhere

PATH = "data.result[].preview"


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ({}, "code", {"code": 1}),
        ({}, "data.code", {"data": {"code": 1}}),
        ({}, PATH, {"data": {"result": [{"preview": 1}]}}),
        ({"data": {"result": []}}, PATH, {"data": {"result": [{"preview": 1}]}}),
        ({"data": {"result": None}}, PATH, {"data": {"result": [{"preview": 1}]}}),
        ({"data": {"result": [{"a": 2}, {"a": 3}]}}, PATH, {"data": {"result": [{"a": 2, "preview": 1}]}}),
        ({"data": {"result": {"a": 2}}}, PATH, {"data": {"result": {"a": 2, "preview": 1}}}),
        ({"urls": ["x", "y"]}, "urls[]", {"urls": [1]}),
        ({"data": "text"}, "data.code", {"data": {"code": 1}}),
    ],
)
def test_put(before, path, after):
    put(before, path, 1)
    assert before == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ({}, PATH, {"data": {"result": [{"preview": 1}]}}),
        ({"data": {"result": [{"preview": 2}, {}]}}, PATH, {"data": {"result": [{"preview": 2}, {"preview": 1}]}}),
        ({"data": {"result": []}}, PATH, {"data": {"result": []}}),
        ({"data": None}, PATH, {"data": None}),
        ({"urls": ["x"]}, "urls[]", {"urls": ["x"]}),
        ({}, "urls[]", {"urls": [1]}),
    ],
)
def test_fill(before, path, after):
    fill(before, path, 1)
    assert before == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ({"data": {"result": [{"preview": 2}]}}, PATH, {"data": {"result": []}}),
        ({"data": {"result": {"preview": 2}}}, PATH, {"data": {}}),
        ({"data": {"url": 2, "id": 3}}, "data.url", {"data": {"id": 3}}),
        ({"urls": ["x"]}, "urls[]", {"urls": []}),
        ({}, PATH, {}),
        ({"data": None}, PATH, {"data": None}),
        ({"a": 1, "b": 2}, "a|b", {}),
        ({"r": '{"a": [1], "b": 2}'}, "r@json.a[]", {"r": '{"a": [], "b": 2}'}),
        ({"r": "not json"}, "r@json.a", {"r": "not json"}),
        ({}, "r@json.a", {}),
    ],
)
def test_clear(before, path, after):
    clear(before, path)
    assert before == after


@pytest.mark.parametrize(
    ("answer", "path", "value"),
    [
        ({"code": 0}, "code", 0),
        ({"data": {"result": [{"preview": 1}, {"preview": 2}]}}, PATH, 1),
        ({"data": {"result": {"preview": 1}}}, PATH, 1),
        ({"data": {"result": []}}, PATH, None),
        ({"data": None}, PATH, None),
        ([], "code", None),
    ],
)
def test_find(answer, path, value):
    assert find(answer, path) == value


def test_clear_keeps_a_list_that_leads_elsewhere_too():
    answer = {"data": [{"status": 1, "result": {"url": "a", "seconds": 5}}, {"status": 2}, "odd"]}
    clear(answer, "data[].result.url", "data[].status")
    assert answer == {"data": [{"status": 1, "result": {"seconds": 5}}, {"status": 2}, "odd"]}


def test_put_everywhere_changes_every_place_where_something_stands():
    answer = {"a": 1, "b": 2}
    put_everywhere(answer, "a|b|c", 9)
    assert answer == {"a": 9, "b": 9}
    put_everywhere(answer, "c|d", 9)
    assert answer == {"a": 9, "b": 9, "c": 9}
