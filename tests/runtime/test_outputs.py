from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fictional import LYRA, NOVA

from mediawright_runtime.declarations import OutputPlace
from mediawright_runtime.outputs import MAX_BYTES, Output, expiry, moment, read_outputs

VIDEO = NOVA.tasks["video"]
AT = datetime(2026, 3, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (1772798400, AT),
        (1772798400.0, AT),
        (1772798400000, AT),
        ("1772798400000", AT),
        ("2026-03-06T12:00:00Z", AT),
        ("2026-03-06T12:00:00", AT),
        ("2026-03-06 14:00:00+02:00", AT),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        ([], None),
        (float("nan"), None),
        (float("inf"), None),
        (10**30, None),
        (-(10**30), None),
    ],
)
def test_a_point_in_time_is_read_in_any_documented_form(value, read):
    assert moment(value) == read


def test_a_time_knows_its_zone():
    assert moment("2026-03-06T12:00:00+02:00").tzinfo == timezone(timedelta(hours=2))
    assert moment("2026-03-06T12:00:00").tzinfo is UTC


def test_files_expire_so_many_days_after_what_the_answer_says():
    assert expiry({"data": {"create_time": 1772798400000}}, VIDEO) == AT + timedelta(days=7)


@pytest.mark.parametrize(
    ("answer", "lifecycle"),
    [
        ({"data": {"create_time": 1772798400000}}, replace(VIDEO, kept_days=None)),
        ({"data": {"create_time": 1772798400000}}, replace(VIDEO, kept_since=None)),
        ({"data": {}}, VIDEO),
        ({"data": {"create_time": "soon"}}, VIDEO),
    ],
)
def test_what_is_not_said_is_not_known(answer, lifecycle):
    assert expiry(answer, lifecycle) is None


def _lyra(result):
    return [(each.kind, each.url) for each in read_outputs({"data": {"result": result}}, _PLACES, "file")]


_PLACES = LYRA.tasks["generation"].outputs


@pytest.mark.parametrize(
    ("result", "outputs"),
    [
        ('{"video_path": ["https://a", "https://b"]}', [("video", "https://a"), ("video", "https://b")]),
        ('{"video_path": "https://a"}', [("video", "https://a")]),
        ('{"images_path": ["https://i"]}', [("image", "https://i")]),
        ('{"image_path": ["https://i"]}', [("image", "https://i")]),
        ('{"images_path": ["https://i"], "image_path": ["https://j"]}', [("image", "https://i")]),
        ('{"audio_path": "https://s"}', [("audio", "https://s")]),
        ({"video_path": ["https://a"]}, [("video", "https://a")]),
        ("", []),
        ("{", []),
        (None, []),
        ('"https://a"', []),
    ],
)
def test_outputs_in_a_text_of_json_have_the_kind_of_their_place(result, outputs):
    """Promise: a finished task raises nothing, however odd the text is."""
    assert _lyra(result) == outputs


def test_one_address_at_two_places_is_one_output_of_the_first_kind():
    places = (OutputPlace("a"), OutputPlace("b", "image"))
    assert read_outputs({"a": "https://x", "b": "https://x"}, places, "video", AT) == (
        Output("video", "https://x", AT),
    )


def test_a_saved_file_may_have_four_gibibytes_where_nothing_is_said():
    assert MAX_BYTES == 4_294_967_296
