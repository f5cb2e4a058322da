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
    ],
)
def test_reads_what_stands_at_a_path(answer, path, values):
    assert paths.read(answer, path) == values


def test_first_passes_over_null():
    assert paths.first({"items": [{"id": None}, {"id": 0}]}, "items[].id") == 0


def test_first_of_nothing_is_none():
    assert paths.first({}, "a.b") is None
