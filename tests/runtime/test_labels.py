import pytest

from mediawright_runtime.labels import Labels

CAMERA = Labels(((1, "Static"), (2, "Zoom In"), (3, "Orbit"), (4, "orbit"), (9, "Zoom Out")))


@pytest.mark.parametrize("name", ["Zoom In", "zoom in", " ZOOM IN\n"])
def test_a_name_stands_for_its_value_whatever_its_capitals_and_spaces_around(name):
    assert CAMERA.value(name) == 2


@pytest.mark.parametrize("given", ["Orbit", "zoomin", "", "2", 2, 77, True, None, [1]])
def test_whatever_names_no_single_value_stays_as_it_is(given):
    assert CAMERA.value(given) is given


def test_a_name_of_several_values_lists_them():
    assert CAMERA.values("ORBIT") == [3, 4]


@pytest.mark.parametrize(("name", "near"), [("zoom inn", "Zoom In"), ("STATC", "Static"), ("xyz", None)])
def test_the_closest_name_is_the_documented_one(name, near):
    assert CAMERA.closest(name) == near


def test_a_value_named_twice_alike_is_one_value():
    assert Labels(((1, "Static"), (1, "static "))).value("static") == 1
