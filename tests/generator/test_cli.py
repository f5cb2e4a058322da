"""The commands: what they print, where, and how they exit."""

import json
import re
import shutil
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from mediawright_generator.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    root = tmp_path_factory.mktemp("pristine")
    shutil.copytree(ROOT / "specs", root / "specs")
    assert main(["--root", str(root), "generate"]) == 0
    return root


@pytest.fixture
def checkout(pristine, tmp_path):
    return Path(shutil.copytree(pristine, tmp_path / "checkout"))


def run(root, *arguments):
    return main(["--root", str(root), *arguments])


def record(checkout, name):
    return checkout / "specs" / "mediaio" / "apis" / f"{name}.yaml"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_generate_sums_up(checkout, capsys):
    assert run(checkout, "generate") == 0
    assert re.match(r"vendors 7, operations 59; files: 0 written, \d+ unchanged, 0 removed; ", capsys.readouterr().out)


def test_check_names_what_is_not_up_to_date(checkout, capsys):
    edit(record(checkout, "kling_3_0"), "15s", "20s")
    model = checkout / "generated/mediawright/mediaio/models/image_to_video/kling_3_0.py"
    before = model.read_bytes()

    assert run(checkout, "generate", "--check") == 1
    assert "generated/mediawright/mediaio/models/image_to_video/kling_3_0.py: not what the specs say" in (
        capsys.readouterr().err
    )
    assert model.read_bytes() == before
    assert run(checkout, "generate") == 0
    assert run(checkout, "generate", "--check") == 0


def test_problems_go_to_stderr_all_in_one_run_and_nothing_is_written(checkout, capsys):
    """A spec with mistakes leaves what was emitted before untouched."""
    edit(record(checkout, "kling_3_0"), "default: 5s", "default: 6s")
    edit(record(checkout, "imagen_4"), "describe", "discribe")
    before = {path: path.read_bytes() for path in (checkout / "generated").rglob("*") if path.is_file()}

    status = run(checkout, "generate")
    printed = capsys.readouterr()

    assert (status, printed.out) == (1, "")
    assert "specs/mediaio/apis/kling_3_0.yaml:" in printed.err
    assert "default-outside-enum" in printed.err
    assert "specs/mediaio/apis/imagen_4.yaml:" in printed.err
    assert "Traceback" not in printed.err
    assert before == {path: path.read_bytes() for path in (checkout / "generated").rglob("*") if path.is_file()}


def test_a_removed_record_takes_its_files_along(checkout):
    record(checkout, "kling_3_0").unlink()

    assert run(checkout, "generate") == 0
    assert not list((checkout / "generated").rglob("*kling_3_0*"))


def test_an_edited_emitted_file_is_refused_with_the_difference(checkout, capsys):
    emitted = checkout / "generated/mediawright/mediaio/client.py"
    emitted.write_text(emitted.read_text() + "# mine\n")

    assert run(checkout, "generate") == 1
    printed = capsys.readouterr().err
    assert "generated/mediawright/mediaio/client.py:1:1: emitted-file-edited" in printed
    assert "+# mine" in printed
    assert emitted.read_text().endswith("# mine\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["generate", "--vendor", "nobody"], "'nobody' is no vendor; specs/ has: aimate, "),
        (["export", "openapi", "nobody"], "'nobody' is no vendor"),
        (["export", "openapi", "mediaio", "--alternative", "Nothing"], "'Nothing' is no alternative"),
        (["export", "openapi", "mediaio", "-o", "no/such/folder/x.json"], "No such file or directory"),
        (["import", "c_api_doc", "no-such-file.json", "--vendor", "mediaio"], "No such file or directory"),
        (
            ["import", "c_api_doc", "any.json", "--vendor", "nobody"],
            "'nobody' is no vendor; write its vendor.yaml first",
        ),
    ],
)
def test_what_cannot_run_says_why_in_one_line(checkout, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(checkout)

    assert main(arguments) == 2
    printed = capsys.readouterr().err
    assert said in printed
    assert printed.count("\n") == 1


def test_without_a_checkout_it_says_so(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert main(["generate"]) == 2
    assert "no specs/" in capsys.readouterr().err
    assert run(tmp_path, "generate") == 2


def test_it_finds_the_checkout_from_a_folder_below(checkout, monkeypatch):
    monkeypatch.chdir(checkout / "specs" / "mediaio")

    assert main(["generate", "--check"]) == 0


def test_one_vendor_alone(checkout, capsys):
    edit(record(checkout, "kling_3_0"), "15s", "20s")

    assert run(checkout, "generate", "--vendor", "mediaio") == 0
    assert "files: 6 written, " in capsys.readouterr().out
    assert run(checkout, "generate", "--check") == 0


def test_export_prints_a_valid_document(checkout, capsys):
    assert run(checkout, "export", "openapi", "mediaio") == 0
    document = json.loads(capsys.readouterr().out)

    validate(document)
    assert len(document["paths"]) == 24


def test_export_writes_a_file(checkout, tmp_path, capsys):
    assert run(checkout, "export", "openapi", "mediaio", "-o", str(tmp_path / "openapi.json")) == 0
    assert capsys.readouterr().out == ""
    validate(json.loads((tmp_path / "openapi.json").read_text()))


def test_import_refuses_what_is_no_document(checkout, tmp_path, capsys):
    (tmp_path / "broken.json").write_text('[{"name": ')

    assert run(checkout, "import", "c_api_doc", str(tmp_path / "broken.json"), "--vendor", "mediaio") == 1
    assert "broken.json:1:11: " in capsys.readouterr().err
    assert run(checkout, "generate", "--check") == 0


def sketch(**changes):
    """Make an entry of a document, as the vendor writes it."""
    words = {"name": "prompt", "type": "string", "required": True, "describe": "Words. Maximum string length: 90."}
    style = {"name": "style", "type": "string", "describe": "How.", "keywords": changes.pop("styles", ["ink", "oil"])}
    stated = {
        "id": 900,
        "name": "Sketch 1",
        "model_code": "t2i-sketch",
        "method": "POST",
        "endpoint": "https://openapi.media.io/generation/sketch/t2i-sketch",
        "api_body": {"category": [{"title": "Text To Image", "list": [words, style]}]},
    }
    return stated | changes


def import_document(checkout, *entries, options=()):
    document = checkout / "document.json"
    document.write_text(json.dumps(entries))
    return run(checkout, "import", "c_api_doc", str(document), "--vendor", "mediaio", *options)


def test_import_writes_what_a_dry_run_says(checkout, capsys):
    """Paths are those of the checkout; what the vendor took away is said, and is no failure."""
    before = {path: path.read_bytes() for path in (checkout / "specs").rglob("*") if path.is_file()}
    said = "specs/mediaio/apis/sketch_1.yaml:1:1: vendor-added: record 'Sketch 1', POST /generation/sketch/t2i-sketch"

    assert import_document(checkout, sketch(), options=["--dry-run"]) == 0
    foretold = capsys.readouterr().out.splitlines()
    assert before == {path: path.read_bytes() for path in (checkout / "specs").rglob("*") if path.is_file()}
    assert import_document(checkout, sketch()) == 0
    told = capsys.readouterr().out.splitlines()

    assert said in told
    assert "specs/mediaio/apis/kling_3_0.yaml:1:1: vendor-removed: record 'Kling 3.0' is no longer" in "\n".join(told)
    assert (foretold[:-1], foretold[-1], told[-1]) == (
        told[:-1],
        "records: 1 would be written, 24 unchanged",
        "records: 1 written, 24 unchanged",
    )
    assert run(checkout, "generate") == 0


def test_import_keeps_a_correction_without_failing(checkout, capsys):
    import_document(checkout, sketch())
    edit(record(checkout, "sketch_1"), "max_length: 90", "max_length: 80")
    capsys.readouterr()

    assert import_document(checkout, sketch(status=1)) == 0
    told = capsys.readouterr().out
    assert "specs/mediaio/apis/sketch_1.yaml:6:9: vendor-added: status: is 1\n" in told
    assert ": disputed-fact: api_body.prompt.max_length: spec says 80, document says 90; kept, say why under" in told
    assert "max_length: 80" in record(checkout, "sketch_1").read_text()


def test_import_fails_where_it_leaves_something_out(checkout, capsys):
    """What breaks a rule is a problem; everything else is imported."""
    import_document(checkout, sketch())
    edit(record(checkout, "sketch_1"), "sources:\n", "rules:\n  - {when: {style: oil}, then: {prompt: a}}\nsources:\n")
    capsys.readouterr()

    assert import_document(checkout, sketch(styles=["ink"], status=1)) == 1
    printed = capsys.readouterr()
    assert "specs/mediaio/apis/sketch_1.yaml:11:5: unknown-value-in-rule: with what the document says of" in printed.err
    assert "vendor-changed: api_body.style.keywords: was ['ink', 'oil'], is ['ink']; left out\n" in printed.out
    assert "\nstatus: 1\n" in record(checkout, "sketch_1").read_text()
    assert run(checkout, "generate") == 0


def test_import_stops_at_mistakes_in_the_specs(checkout, capsys):
    edit(record(checkout, "imagen_4"), "describe", "discribe")
    before = record(checkout, "kling_3_0").read_bytes()

    assert import_document(checkout, sketch()) == 1
    assert "specs/mediaio/apis/imagen_4.yaml:" in capsys.readouterr().err
    assert not record(checkout, "sketch_1").exists()
    assert record(checkout, "kling_3_0").read_bytes() == before
