"""Whether a file is what a record allows, at the edge of each limit."""

import pytest

from mediawright_runtime.limits import Look, misfit, unknown
from mediawright_runtime.measures import Measures
from mediawright_runtime.media import Limit, Media
from mediawright_runtime.signatures import Format

PNG = Format("png", ("image",))


def judged(limit, **facts):
    weight = facts.pop("weight", None)
    return misfit(Media("image", limits=(limit,)), Look(PNG, weight, Measures(**facts)))


@pytest.mark.parametrize(
    ("bound", "weight", "fits"),
    [
        ("max", 20 * 1024 * 1024, True),
        ("max", 20 * 1024 * 1024 + 1, False),
        ("exclusive_max", 20 * 1024 * 1024 - 1, True),
        ("exclusive_max", 20 * 1024 * 1024, False),
        ("min", 20_000_000, True),
        ("min", 19_999_999, False),
        ("exclusive_min", 20_000_001, True),
        ("exclusive_min", 20_000_000, False),
    ],
)
def test_of_two_megabytes_the_one_holds_that_allows_more(bound, weight, fits):
    said = judged(Limit("megabytes", bound, (20,)), weight=weight)
    assert said == (None if fits else f"has {weight:,} bytes")


@pytest.mark.parametrize(
    ("bound", "size", "fits"),
    [
        ("max", (400, 300), True),
        ("max", (401, 300), False),
        ("max", (400, 301), False),
        ("exclusive_max", (399, 299), True),
        ("exclusive_max", (400, 299), False),
        ("min", (400, 300), True),
        ("min", (399, 900), False),
        ("exclusive_min", (401, 301), True),
        ("exclusive_min", (401, 300), False),
    ],
)
def test_a_size_limits_width_and_height(bound, size, fits):
    said = judged(Limit("size", bound, (400, 300)), size=size)
    assert said == (None if fits else f"is {size[0]}x{size[1]} pixels")


def test_ratios_are_not_rounded():
    assert judged(Limit("ratio", "max", (57, 100)), size=(57, 100)) is None
    assert judged(Limit("ratio", "max", (57, 100)), size=(571, 1000)) == "is 571x1000 pixels, 0.571:1"
    assert judged(Limit("ratio", "exclusive_max", (3, 1)), size=(300, 100)) == "is 300x100 pixels, 3:1"


def test_a_turned_picture_fits_if_either_way_fits():
    limit = Limit("ratio", "max", (1, 1))
    assert judged(limit, size=(300, 200), turned=True) is None
    assert judged(limit, size=(300, 200)) == "is 300x200 pixels, 1.5:1"


def test_a_turned_picture_must_fit_all_limits_the_same_way():
    limits = (Limit("size", "max", (200, 999)), Limit("ratio", "min", (1, 1)))
    look = Look(PNG, None, Measures(size=(300, 200), turned=True))
    assert misfit(Media("image", limits=limits), look) == "is 300x200 pixels"


@pytest.mark.parametrize(("fps", "fits"), [(23.976, True), (23.4, False), (60.02, True), (60.6, False), (24, True)])
def test_frames_per_second_may_be_meant_in_whole_numbers(fps, fits):
    media = Media("video", limits=(Limit("fps", "min", (24,)), Limit("fps", "max", (60,))))
    said = misfit(media, Look(Format("mp4", ("video",)), None, Measures(fps=fps)))
    assert said == (None if fits else f"has {fps:g} frames per second")


@pytest.mark.parametrize(("seconds", "fits"), [(5.04, True), (4.96, True), (4.4, False), (5.6, False)])
def test_seconds_may_be_meant_in_whole_numbers(seconds, fits):
    media = Media("video", limits=(Limit("seconds", "min", (5,)), Limit("seconds", "max", (5,))))
    said = misfit(media, Look(Format("mp4", ("video",)), None, Measures(seconds=seconds)))
    assert said == (None if fits else f"is {seconds:g} seconds long")


@pytest.mark.parametrize(
    ("formats", "found", "said"),
    [
        (("jpeg",), Format("jpg", ("image",)), None),
        (("png", "heif"), Format("heic", ("image",)), None),
        (("png",), Format("jpg", ("image",)), "is jpg"),
        (("png",), None, "is of no known format"),
        (("png", "cr3"), None, None),
        ((), None, None),
        ((), Format("pdf", ("document",)), "is pdf"),
        ((), Format("html", ("page",)), "is html (a web page in place of the file)"),
    ],
)
def test_formats(formats, found, said):
    assert misfit(Media("image", formats), Look(found, None)) == said


def test_what_was_not_learned_breaks_nothing_and_is_named():
    limits = (Limit("megabytes", "max", (1,)), Limit("size", "max", (1, 1)), Limit("fps", "max", (1,)))
    media = Media("video", limits=(*limits, Limit("seconds", "max", (1,))))
    assert misfit(media, Look(None, None)) is None
    assert unknown(media, Look(None, None)) == ("format", "megabytes", "size", "fps", "seconds")
