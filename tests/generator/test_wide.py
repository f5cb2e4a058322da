"""A vendor that uses all that OpenAPI documents say: what is emitted for it works, over real HTTP, too."""

import json
import shutil
from pathlib import Path

import pytest
from emitting import ROOT, run

WIDE = Path(__file__).parent / "wide"


@pytest.fixture(scope="module")
def emitted(tmp_path_factory):
    root = tmp_path_factory.mktemp("wide")
    shutil.copytree(WIDE / "specs", root / "specs")
    shutil.copy(WIDE / "calls.py", root / "calls.py")
    done = run(root, "-m", "mediawright_generator", "--root", str(root), "generate")
    assert done.returncode == 0, done.stderr
    return root


def test_its_contract_tests_pass(emitted):
    done = run(emitted, "-m", "pytest", "-q", "--import-mode=importlib", "-W", "error", "generated/contract")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("operations/images/edit.py", "multipart/form-data", "application/x-www-form-urlencoded"),
        ("operations/images/edit.py", "file=True", "file=False"),
        ("operations/chat/complete.py", 'separator=","', 'separator=" "'),
        ("operations/chat/complete.py", 'location="cookie"', 'location="header"'),
        ("operations/chat/complete.py", '"multipleOf": 8', '"multipleOf": 4'),
        ("operations/chat/complete.py", '"minLength": 1', '"minLength": 90'),
        ("vendor.py", "query=((", "headers=(("),
        ("operations/layers/merge.py", 'location="json"', 'location="body"'),
        ("operations/layers/clear.py", '"DELETE"', '"POST"'),
        ("operations/images/style.py", "file=True", "file=False"),
        ("models/images/style.py", '"s17"', '"s71"'),
        ("operations/files/upload.py", "https://files.", "https://api."),
    ],
)
def test_its_contract_tests_notice_a_wrong_client(emitted, tmp_path, name, right, wrong):
    """Promise: what only wide vendors have is tested as the rest is."""
    broken = tmp_path / "broken"
    shutil.copytree(emitted, broken)
    file = broken / "generated/mediawright/acme" / name
    text = file.read_text(encoding="utf-8").replace("'", '"')
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    of_operation = "_".join(["test", *Path(name).parts[1:]]) if "/" in name else "test_chat_complete.py"
    tests = f"generated/contract/acme/{of_operation}"
    done = run(broken, "-m", "pytest", "-q", "-x", "--import-mode=importlib", tests)

    assert done.returncode == 1, done.stdout


def test_its_types_are_strict(emitted):
    done = run(emitted, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "generated/mediawright")

    assert done.returncode == 0, done.stdout


def test_a_linter_has_nothing_to_say(emitted):
    shutil.copy(ROOT / "pyproject.toml", emitted / "pyproject.toml")
    done = run(emitted, "-m", "ruff", "check", "--no-cache", "generated")

    assert done.returncode == 0, done.stdout


def test_checkers_know_the_fields_of_what_is_written(emitted):
    """Promise: a misspelled field of a nested object is found where it is written."""
    program = emitted / "program.py"
    program.write_text(
        "from mediawright.acme import Acme\n"
        'Acme(api_key="k").chat.complete(model="m", user=None, messages=[{"role": "user", "content": "a"}])\n'
        'Acme(api_key="k").chat.complete(model="m", user=None, messages=[{"role": "admin", "content": "a"}])\n',
        encoding="utf-8",
    )
    done = run(emitted, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "program.py")

    assert "program.py:3" in done.stdout
    assert "program.py:2" not in done.stdout


def test_its_document_is_valid_openapi(emitted):
    done = run(emitted, "-m", "mediawright_generator", "--root", str(emitted), "export", "openapi", "acme")
    document = json.loads(done.stdout)
    (emitted / "openapi.json").write_text(done.stdout, encoding="utf-8")
    valid = run(emitted, "-m", "openapi_spec_validator", "openapi.json")

    assert valid.returncode == 0, valid.stdout
    chat = document["paths"]["/chat"]["post"]
    assert chat["deprecated"] is True
    assert {each["name"]: each["in"] for each in chat["parameters"]} == {"session": "cookie", "fields": "query"}
    assert document["components"]["schemas"]["Message"]["properties"]["content"]["oneOf"][1]["items"] == {
        "$ref": "#/components/schemas/Part"
    }
    assert list(document["paths"]["/images/edits"]["post"]["requestBody"]["content"]) == ["multipart/form-data"]
    assert list(document["paths"]["/speech"]["post"]["responses"]["200"]["content"]) == ["audio/mpeg"]
    assert document["components"]["securitySchemes"]["api_key"]["in"] == "query"
    assert document["servers"] == [{"url": "https://api.acme.example"}]
    upload = document["paths"]["/files/{name}"]["put"]
    assert upload["servers"] == [{"url": "https://files.acme.example/v2"}]


def test_its_calls_reach_the_mock(emitted):
    """Promise: over real HTTP, synchronously and not, a mock takes what the client sends."""
    done = run(emitted, "-m", "pytest", "-q", "-W", "error", "--import-mode=importlib", "calls.py")

    assert done.returncode == 0, done.stdout
