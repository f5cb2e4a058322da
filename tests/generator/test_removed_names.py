"""A name that was removed from a spec: the emitted client says since when, why, and what to use in its place."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediawright_generator.cli import main

ROOT = Path(__file__).parents[2]
ROOMS = [str(ROOT / room) for room in ("runtime", "generator", "templates")]

VENDOR = """
name: acme
title: Acme
client: Acme
servers: [{url: https://api.acme.example}]
reserved:
  - {operation: text_to_image.old_boat, names: [Old Boat 1.0, t2i-old], since: 2026-05-01,
     reason: The vendor withdrew it., instead: text_to_image.boat}
  - {operation: text_to_song.boat, since: 2026-06-01, reason: Songs are no longer made.}
"""

RECORD = """
name: Boat
category: text_to_image
method: POST
endpoint: /boat
api_body:
  - {name: prompt, type: string, required: true}
  - {name: size, type: string, keywords: [small, large]}
  - {name: count, type: integer, keywords: [1, 4]}
  - {name: tags, type: array, items: string, keywords: [sea, sun]}
outputs: [url]
reserved:
  - {parameter: aspectRatio, since: 2026-05-01, reason: The vendor ignores it., instead: size}
  - {parameter: size, value: huge, since: 2026-06-01, reason: The vendor refuses it., instead: large}
  - {parameter: count, value: 1000, since: 2026-06-02, reason: Too many.}
  - {parameter: tags, value: moon, since: 2026-06-03, reason: Never worked.}
"""


@pytest.fixture(scope="module")
def emitted(tmp_path_factory):
    root = tmp_path_factory.mktemp("removed")
    folder = root / "specs" / "acme"
    folder.joinpath("apis").mkdir(parents=True)
    folder.joinpath("vendor.yaml").write_text(VENDOR, encoding="utf-8")
    folder.joinpath("apis", "boat.yaml").write_text(RECORD, encoding="utf-8")
    assert main(["--root", str(root), "generate"]) == 0
    return root / "generated"


def python(emitted, *arguments):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(emitted), *ROOMS])}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def error_of(emitted, expression):
    """Evaluate an expression on a client; give the error's class and words."""
    program = f"""
from mediawright.acme import Acme, AsyncAcme
client, later = Acme(), AsyncAcme()
try:
    {expression}
except Exception as error:
    print(type(error).__name__)
    print(error)
    print(getattr(error, "allowed", getattr(error, "name", "")))
"""
    done = python(emitted, "-c", program)
    assert done.stderr == ""
    return done.stdout.splitlines()


OLD_BOAT = "was removed on 2026-05-01: The vendor withdrew it; use text_to_image.boat instead"


@pytest.mark.parametrize("name", ["text_to_image.old_boat", "Old Boat 1.0", "t2i-old", "Old Boat (Beta)"])
def test_a_removed_operation_called_by_any_of_its_names_is_explained(emitted, name):
    """Who upgrades and calls what is gone reads what to call, not only that it is unknown."""
    kind, said, allowed = error_of(emitted, f"client.call({name!r}, prompt='a')")
    assert kind == "InvalidRequestError"
    assert said == f"operation: {name!r} {OLD_BOAT}; give one of text_to_image.boat"
    assert allowed == "one of text_to_image.boat"


@pytest.mark.parametrize("client", ["client", "later"])
def test_a_removed_method_is_an_attribute_error_that_says_why(emitted, client):
    kind, said, name = error_of(emitted, f"{client}.text_to_image.old_boat")
    assert (kind, name) == ("AttributeError", "old_boat")
    assert said.endswith(f"TextToImage' object has no attribute 'old_boat': text_to_image.old_boat {OLD_BOAT}")


def test_a_removed_category_says_what_became_of_its_operations(emitted):
    _, said, _ = error_of(emitted, "client.text_to_song.boat")
    assert said == (
        "'Acme' object has no attribute 'text_to_song': "
        "text_to_song.boat was removed on 2026-06-01: Songs are no longer made"
    )


def test_a_name_that_never_was_is_refused_in_pythons_own_words(emitted):
    assert error_of(emitted, "client.text_to_film")[1] == "'Acme' object has no attribute 'text_to_film'"
    assert error_of(emitted, "client.text_to_image.ship")[1] == "'TextToImage' object has no attribute 'ship'"
    assert error_of(emitted, "print(hasattr(client, 'x'), hasattr(client.text_to_image, 'old_boat'))") == [
        "False False"
    ]


@pytest.mark.parametrize("keyword", ["aspect_ratio", "aspectRatio"])
def test_a_removed_parameter_through_call_is_explained(emitted, keyword):
    kind, said, allowed = error_of(emitted, f"client.call('Boat', prompt='a', {keyword}='16:9')")
    assert kind == "InvalidRequestError"
    assert f"{keyword}: was removed on 2026-05-01: The vendor ignores it; use size instead; required: prompt" in said
    assert allowed == "one of prompt, size, count, tags"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "size='huge'",
            "'huge' is not allowed: it was removed on 2026-06-01: The vendor refuses it; use large instead",
        ),
        ("count=1000", "1000 is not allowed: it was removed on 2026-06-02: Too many"),
        ("tags=['sea', 'moon']", "[1] 'moon' is not allowed: it was removed on 2026-06-03: Never worked"),
    ],
)
def test_a_removed_value_is_explained_and_what_is_allowed_is_said(emitted, given, said):
    kind, words, allowed = error_of(emitted, f"client.text_to_image.boat(prompt='a', {given})")
    assert kind == "InvalidRequestError"
    assert f": {said}; give {allowed}" in words


def test_another_value_that_is_refused_was_not_removed(emitted):
    assert "removed" not in error_of(emitted, "client.text_to_image.boat(prompt='a', size='tiny')")[1]
    assert "removed" not in error_of(emitted, "client.text_to_image.boat(prompt='a', count='1000')")[1]


def test_the_docstring_says_which_keyword_is_gone(emitted):
    """Python's own TypeError for it knows no reason."""
    done = python(
        emitted, "-c", "from mediawright.acme.sync.text_to_image import TextToImage as T; print(T.boat.__doc__)"
    )
    assert "aspectRatio was removed on 2026-05-01: The vendor ignores it; use size instead." in done.stdout
    assert "size='huge' was removed on 2026-06-01" in done.stdout


def test_the_command_line_explains_it_too(emitted):
    done = python(emitted, "-m", "mediawright", "acme", "old_boat", "prompt=a")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"mediawright: operation: 'old_boat' {OLD_BOAT}; give one of text_to_image.boat\n"
    done = python(emitted, "-m", "mediawright", "acme", "Boat", "prompt=a", "aspect_ratio=1:1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "aspect_ratio: was removed on 2026-05-01: The vendor ignores it; use size instead" in done.stderr


def test_a_token_of_a_removed_operation_says_what_became_of_it(emitted):
    token = json.dumps({"v": 1, "vendor": "acme", "operation": "text_to_image.old_boat", "id": "t"})
    assert OLD_BOAT in error_of(emitted, f"client.resume({token!r})")[1]


def test_a_vendor_without_removed_names_emits_nothing_of_it():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "generated" / "mediawright").rglob("*.py")]
    assert not any("reserved" in text for text in texts)
