import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediawright_generator.check import check
from mediawright_generator.load import load

VENDOR = """name: {name}
title: Acme
client: Acme
servers: [{{url: https://api.acme.example}}]
envelope: {{code: code, success: [0]}}
"""
RECORD = "name: {name}\ncategory: text_to_video\nmethod: POST\nendpoint: /{name}\n"


@pytest.fixture
def specs(tmp_path):
    for name in ("beta", "acme"):
        (tmp_path / "specs" / name / "apis").mkdir(parents=True)
        (tmp_path / "specs" / name / "vendor.yaml").write_text(VENDOR.format(name=name), encoding="utf-8")
        for operation in ("plane", "boat"):
            text = RECORD.format(name=operation)
            (tmp_path / "specs" / name / "apis" / f"{operation}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "specs"


def loaded(specs):
    vendors, problems = load(specs, specs.parent)
    return vendors, [str(problem) for problem in problems]


def test_vendors_and_operations_come_in_the_order_of_their_names(specs):
    vendors, problems = loaded(specs)
    assert problems == []
    assert [each.vendor.file for each in vendors] == ["specs/acme/vendor.yaml", "specs/beta/vendor.yaml"]
    assert [each.file for each in vendors[0].operations] == ["specs/acme/apis/boat.yaml", "specs/acme/apis/plane.yaml"]


def test_problems_of_all_files_are_told_in_one_run(specs):
    (specs / "acme" / "apis" / "boat.yaml").write_text("name: [\n", encoding="utf-8")
    (specs / "acme" / "apis" / "plane.yaml").write_bytes(b"\xff")
    (specs / "beta" / "vendor.yaml").write_text("name: beta\n", encoding="utf-8")
    vendors, problems = loaded(specs)
    assert [line.split(": ")[1] for line in problems] == ["bad-yaml", "not-utf-8", *["missing-key"] * 3]
    assert vendors[0].unread == ("specs/acme/apis/boat.yaml", "specs/acme/apis/plane.yaml")
    assert [each.model.name for each in vendors[1].operations] == ["boat", "plane"]


def test_a_folder_without_specs_is_no_vendor(specs):
    (specs / "schema").mkdir()
    (specs / "schema" / "record.json").write_text("{}", encoding="utf-8")
    assert len(loaded(specs)[0]) == 2


def test_hidden_files_are_not_specs(specs):
    (specs / "acme" / "apis" / ".#boat.yaml").write_text("[", encoding="utf-8")
    assert loaded(specs)[1] == []


def test_specs_without_any_vendor_are_a_problem(tmp_path):
    """A mistyped folder must not remove all clients."""
    assert [str(problem) for problem in load(tmp_path / "specs", tmp_path)[1]] == [
        "specs:1:1: specs-without-vendor: no folder of specs has a vendor.yaml; add <vendor>/vendor.yaml"
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary())
def test_any_bytes_as_a_spec_file_are_a_value_or_problems(specs, content):
    """A mistake in a spec is told in a line, never in a traceback."""
    (specs / "acme" / "apis" / "boat.yaml").write_bytes(content)
    (specs / "beta" / "vendor.yaml").write_bytes(content)
    vendors, problems = load(specs, specs.parent)
    assert problems
    assert all("\n" not in str(problem) for problem in (*problems, *check(vendors)))


@pytest.mark.parametrize("name", ["boat\nship.yaml", "sh\x1bip.yaml"])
def test_a_file_is_named_on_one_line(specs, name):
    """A name that no line can hold breaks neither the message nor the header of what is emitted."""
    (specs / "acme" / "apis" / name).write_text("name: [\n", encoding="utf-8")
    vendors, problems = loaded(specs)
    assert len(problems) == 1
    assert all(each.isprintable() for each in problems)
    assert vendors[0].unread[0].isprintable()


def test_a_file_whose_name_is_not_unicode_is_read(specs):
    path = os.fsencode(specs / "acme" / "apis") + b"/caf\xe9.yaml"
    Path(os.fsdecode(path)).write_text(RECORD.format(name="cafe"), encoding="utf-8")
    vendors, problems = loaded(specs)
    assert problems == []
    assert vendors[0].operations[1].file == "specs/acme/apis/caf\\udce9.yaml"


@pytest.mark.parametrize("path", ["acme/apis/ship.YAML", "acme/apis/ship.yml", "acme/ship.yaml", "ship.yaml"])
def test_no_record_is_passed_over_in_silence(specs, path):
    (specs / path).write_text(RECORD.format(name="ship"), encoding="utf-8")
    assert [line.split(": ")[:2] for line in loaded(specs)[1]] == [[f"specs/{path}:1:1", "unread-file"]]
