import pytest

from mediawright_generator.live.examples import UnfilledError, cheapest, filled, parameters_of


def test_the_cheapest_example_has_the_fewest_seconds_then_the_smallest_picture(easel):
    """What is not given counts as its default: ten seconds are more than five."""
    assert cheapest(easel.create)["body"]["data"] == {"prompt": "<string>", "seconds": "5s", "size": "720p"}


def test_an_operation_without_examples_has_no_cheapest(easel):
    assert cheapest(easel.query) is None


def test_parameters_are_read_from_under_the_wrapper(easel):
    demo = easel.create["api_request_demo"][0]
    assert parameters_of(easel.create, demo) == {"prompt": "a boat", "seconds": "8s", "size": "720p"}


@pytest.mark.parametrize("hint", ["<string>", "https://cdn.example.com/x", "...", "tos-xxx/xxx.jpeg", ["<url>"]])
def test_what_is_only_hinted_at_is_left_out_where_it_may(easel, hint):
    assert filled(easel.create, {"prompt": "a boat", "callback": hint}, {}) == {"prompt": "a boat"}


def test_a_hinted_prompt_gets_words(easel):
    assert len(filled(easel.create, {"prompt": "<string>"}, {})["prompt"]) > 10


def test_a_file_is_the_callers_and_never_the_documents(easel):
    """Addresses in documents lead nowhere, and a create with one may still be billed."""
    params = {"prompt": "a boat", "image": "https://cdn.vendor.test/in.png"}
    assert filled(easel.create, params, {}) == {"prompt": "a boat"}
    assert filled(easel.create, params, {"image": "https://mine.test/a.png"})["image"] == "https://mine.test/a.png"


def test_a_list_of_files_gets_one(easel):
    easel.create["api_body"][1]["type"] = "array"
    assert filled(easel.create, {"image": None}, {"image": "https://mine.test/a.png"}) == {
        "image": ["https://mine.test/a.png"]
    }


def test_a_required_file_must_be_given(easel):
    easel.create["api_body"][1]["required"] = True
    with pytest.raises(UnfilledError, match="image: give --image ADDRESS"):
        filled(easel.create, {"prompt": "a boat", "image": "<string>"}, {"video": "https://mine.test/a.mp4"})


def test_a_required_hint_that_nobody_can_fill_is_refused(easel):
    easel.create["api_body"][4]["required"] = True
    with pytest.raises(UnfilledError, match="callback: the documents show only '<string>'"):
        filled(easel.create, {"callback": "<string>"}, {})
