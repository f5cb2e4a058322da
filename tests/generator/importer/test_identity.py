import pytest

from mediawright_generator.importer.identity import identity, pairs


def one(number=None, code=None, name=None):
    return identity({"id": number, "model_code": code, "name": name})


OLD = (one(1, "a", "A"), one(2, "b", "B"), one(3, "c", "C"))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ((one(3, "c", "C"), one(1, "a", "A"), one(2, "b", "B")), {0: 2, 1: 0, 2: 1}),
        ((one(1, "x", "X"),), {0: 0}),
        ((one(9, "a", "X"),), {0: 0}),
        ((one(9, "x", "A"),), {0: 0}),
        ((one("1", None, "X"),), {0: 0}),
        ((one(9, "x", "X"), one(None, None, None)), {}),
        ((one(1, "a", "B"), one(2, "b", "A")), {0: 0, 1: 1}),
        ((one(2, "a", "A"), one(3, "b", "B"), one(4, "c", "C")), {0: 0, 1: 1, 2: 2}),
        ((one(1, "x", "X"), one(1, "a", "A")), {1: 0}),
    ],
    ids=[
        "shuffled",
        "id",
        "model code",
        "name",
        "id as text",
        "strangers",
        "swapped names",
        "renumbered",
        "two claims",
    ],
)
def test_pairs(new, expected):
    """What agrees in most wins; each is taken once, and what agrees in nothing stays alone."""
    assert pairs(new, OLD) == expected


def test_names_are_compared_as_files_spell_them():
    assert pairs([one(name="Kiln-2.0")], [one(name="kiln 2 0")]) == {0: 0}
    assert pairs([one(name="\u7a91")], [one(name="\u7a91")]) == {0: 0}


def test_what_is_no_key_says_nothing():
    assert identity({"id": True, "model_code": ["a"], "name": None}) == identity({})
