"""Python names for wire names."""

import pytest

from mediawright_generator.spec.naming import class_name, method_name, slug, snake_case


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Wan 2.6 (Text To Video)", "wan_2_6_text_to_video"), ("soul_character", "soul_character"), ("  A--B ", "a_b")],
)
def test_slug(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wan 2.6 (Text To Video)", "wan_2_6"),
        ("Kling 3.0", "kling_3_0"),
        ("3D Model", "n_3d_model"),
        ("Import", "import_"),
    ],
)
def test_a_method_has_no_parenthesised_suffix(name, expected):
    assert method_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("conversationId", "conversation_id"),
        ("X-User-ID", "x_user_id"),
        ("imageURL", "image_url"),
        ("HTMLPage", "html_page"),
        ("from", "from_"),
        ("task_id", "task_id"),
        ("webhookUrl2", "webhook_url2"),
    ],
)
def test_a_keyword_is_in_snake_case(name, expected):
    assert snake_case(name) == expected


def test_a_class_keeps_digits():
    assert class_name("kling_3_0") == "Kling30"
