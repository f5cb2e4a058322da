"""Results made before are used again, and believed only when whole and of the same making."""

import pytest

from mediawright_generator import cache
from mediawright_generator.cache import Shelf, key_of


def make(names):
    return {name: f"made of {name}" for name in names}


def refuse(names):
    raise AssertionError(f"{names} are made again")


def filled(file, made_by="one"):
    shelf = Shelf(file, made_by)
    made = shelf.made({"a": key_of("a"), "b": key_of("b")}, make)
    shelf.save()
    return made


def test_what_was_made_is_not_made_again(tmp_path):
    made = filled(tmp_path / "shelf")

    assert Shelf(tmp_path / "shelf", "one").made({"a": key_of("a"), "b": key_of("b")}, refuse) == made


def test_only_what_is_missing_is_made(tmp_path):
    filled(tmp_path / "shelf")
    asked = []

    Shelf(tmp_path / "shelf", "one").made(
        {"a": key_of("a"), "b": key_of("b", "changed")}, lambda names: asked.extend(names) or make(names)
    )

    assert asked == ["b"]


def test_what_a_run_does_not_use_is_gone_after_it(tmp_path):
    filled(tmp_path / "shelf")
    shelf = Shelf(tmp_path / "shelf", "one")
    shelf.get(key_of("a"))
    shelf.save()

    after = Shelf(tmp_path / "shelf", "one")
    assert (after.get(key_of("a")), after.get(key_of("b"))) == ("made of a", None)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"made of a", b"lied of a"),
        lambda content: content + b" ",
        lambda content: b"",
        lambda content: b"\xff\xfe" + content,
        lambda content: b"{}",
    ],
    ids=["half written", "edited", "longer", "empty", "not text", "something else"],
)
def test_a_spoilt_shelf_is_not_believed(tmp_path, spoil):
    """A shelf that is half-written or edited by hand counts as empty."""
    filled(tmp_path / "shelf")
    content = (tmp_path / "shelf").read_bytes()
    (tmp_path / "shelf").write_bytes(spoil(content))

    assert Shelf(tmp_path / "shelf", "one").get(key_of("a")) is None


def test_a_shelf_of_another_version_is_not_believed(tmp_path):
    filled(tmp_path / "shelf", "one")

    assert Shelf(tmp_path / "shelf", "another").get(key_of("a")) is None


def test_a_shelf_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").write_text("a file where a folder is wanted")

    assert filled(tmp_path / "file" / "shelf") == make(["a", "b"])


def test_keys_do_not_run_into_each_other():
    assert key_of("ab", "c") != key_of("a", "bc")


def test_another_source_is_another_maker(tmp_path, monkeypatch):
    """Whoever changes a line of the generator, or a tool's version, gets nothing from before."""
    (tmp_path / "mediawright_generator").mkdir()
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr("sys.path", [str(tmp_path), str(tmp_path / "site-packages")])
    makers = [cache.maker()]

    (tmp_path / "mediawright_generator" / "x.py").write_text("a = 1\n")
    makers.append(cache.maker())
    (tmp_path / "mediawright_generator" / "x.py").write_text("a = 2\n")
    makers.append(cache.maker())
    (tmp_path / "site-packages" / "ruff-1.0.dist-info").mkdir()
    makers.append(cache.maker())

    assert len(set(makers)) == 4


def test_a_generator_that_changed_during_a_run_keeps_nothing_of_it(tmp_path, monkeypatch):
    """What the run made may be of the old or the new making."""
    makers = iter(["before", "after"])
    monkeypatch.setattr(cache, "maker", lambda: next(makers))
    shelves = cache.Shelves(tmp_path)
    shelves.models.put(key_of("a"), "made of a")
    shelves.save()

    assert not (tmp_path / cache.FOLDER).exists()
