"""Answers as plain data."""

from mediawright_generator.plan.answers import filled, put, read, read_all


def test_brackets_step_into_items_or_into_the_object_there():
    assert read_all({"a": [{"b": 1}, {"b": 2}]}, "a[].b") == [1, 2]
    assert read_all({"a": {"b": 1}}, "a[].b") == [1]
    assert read({"a": [{"b": None}, {"b": 2}]}, "a[].b") == 2
    assert read({"a": 1}, "a.b") is None


def test_what_is_put_at_a_path_is_read_there():
    answer = {}
    put(answer, "data[].status", 2)
    put(answer, "data[].result@json.urls[]|data[].url", ["a", "b"])

    assert answer == {"data": [{"status": 2, "result": '{"urls": ["a", "b"]}'}]}
    assert read(answer, "data[].status") == 2
    assert read_all(answer, "data[].result@json.urls[]") == ["a", "b"]


def test_what_is_put_deep_down_leaves_what_stands_beside_it():
    answer = {}
    put(answer, "data.attributes.status", "done")
    put(answer, "data.attributes.url", "a")
    put(answer, "data.items[].one", 1)
    put(answer, "data.items[].two", 2)

    assert answer == {"data": {"attributes": {"status": "done", "url": "a"}, "items": [{"one": 1, "two": 2}]}}


def test_every_place_is_filled_with_something_else():
    answer = {}

    assert filled(answer, "data.a|b", ("first", "second", "third"))
    assert answer == {"data": {"a": "first"}, "b": "second"}


def test_a_place_within_another_cannot_be_filled_beside_it():
    assert not filled({}, "a.b|a", (1, 2))
