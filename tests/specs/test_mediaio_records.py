"""The committed records against the document they were imported from, where that document is present."""

import json
import re
from pathlib import Path

import pytest

from mediawright_generator.importer import import_c_api_doc
from mediawright_generator.importer.document import read_entries
from mediawright_generator.load import load

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT.parent / "shared" / "seeds" / "002_7ebea7f48f16395c.txt"
WORDS = frozenset({"describe", "description", "title", "notes", "python_name", "disputes", "kind"})
"""What people write: no fact of the document is under these keys, but for the title of a record."""
ADDED = {
    "Task Result": {
        ("api_request_demo", 0, "response"),  # the sample comes from another document
        ("api_response", 1, "keywords"),  # disputed: the union of two lists
        ("api_response", 2),  # disputed: result is an array, and what it holds comes from another document
        ("api_response", 3),
        ("api_response", 4),
        ("api_response", 5),
        ("sources", 1),
    }
}
"""Places where a committed record says more than the document, or corrects it."""

pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the vendor's documents are not committed")


@pytest.fixture(scope="module")
def vendor():
    vendors, _ = load(ROOT / "specs", ROOT)
    return next(each for each in vendors if each.vendor.model.name == "mediaio")


@pytest.fixture(scope="module")
def committed(vendor):
    return {each.model.name: each.model for each in vendor.operations}


@pytest.fixture(scope="module")
def imported(vendor):
    text = DOCUMENT.read_text(encoding="utf-8")
    return import_c_api_doc(text, vendor.vendor.model, DOCUMENT.name, "2026-11-20")


@pytest.fixture(scope="module")
def entries():
    raws, _ = read_entries(DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name)
    return {raw.values["name"]: raw for raw in raws}


def facts(record, name):
    """List every fact of a record by its path, without words and without what was added."""
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return dict(_leaves(values, (), ADDED.get(name, set()))) | {"title": record.title}


def _leaves(value, path, skipped):
    if path in skipped or (path and path[-1] in WORDS):
        return
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    yield path, value if not isinstance(value, dict | list) else type(value).__name__
    for key, each in members:
        yield from _leaves(each, (*path, key), skipped)


def test_document_has_no_problem_and_nothing_is_left_unplaced(imported):
    assert (imported.problems, imported.unplaced) == ((), ())


def test_all_24_operations_are_committed(imported, committed):
    assert len(committed) == 24
    assert {record.name for record in imported.records} == set(committed)


def test_every_fact_of_the_document_stands_in_its_record(imported, committed):
    """Nobody changed a fact by hand, and nothing was lost while the words were rewritten."""
    for record in imported.records:
        assert facts(committed[record.name], record.name) == facts(record, record.name), record.name


def test_what_was_corrected_is_disputed(committed):
    disputed = {dispute.fact for dispute in committed["Task Result"].disputes}
    assert {"api_response.data.status.keywords", "api_response.data.result.type"} <= disputed


def test_parameters_are_those_of_the_document(entries, committed):
    """Read without the importer: names, types, requiredness, listed values, and every figure in the prose."""
    for name, raw in entries.items():
        documented = json.loads(raw.values["api_body"])["category"][0]["list"]
        parameters = {parameter.name: parameter for parameter in committed[name].api_body}
        assert list(parameters) == [each["name"] for each in documented]
        for each in documented:
            parameter = parameters[each["name"]]
            items = f"<{parameter.items.type}>" if parameter.items else ""
            assert f"{parameter.type}{items}" == each["type"]
            assert parameter.required == each["required"]
            assert list(parameter.keywords) == each.get("keywords", [])
            stated = re.findall(r"\d+(?:\.\d+)?", parameter.model_dump_json())
            figures = re.findall(r"\d+(?:\.\d+)?", re.sub(r"\b0\.0 MB|\(.*?\)", "", each["describe"]))
            assert {float(figure) for figure in figures} <= {float(figure) for figure in stated}, (name, parameter.name)


def test_no_sentence_of_the_vendor_is_copied(entries, committed):
    for name, raw in entries.items():
        theirs = {raw.values["description"], *re.findall(r'"describe": "([^"]+)"', str(raw.values))}
        sentences = {sentence for text in theirs for sentence in re.split(r"(?<=\.)\s+", text)}
        ours = re.findall(r'"(?:describe|description)":"([^"]+)"', committed[name].model_dump_json())
        assert not sentences & set(ours), name


def test_names_of_files_and_methods(vendor):
    paths = {operation.model.name: operation.file for operation in vendor.operations}
    assert paths["Wan 2.6 (Text To Video)"] == "specs/mediaio/apis/wan_2_6_text_to_video.yaml"
    assert paths["Kling 3.0"] == "specs/mediaio/apis/kling_3_0.yaml"


def test_traps(committed):
    """What a hasty reader of the document gets wrong."""
    result = committed["Task Result"]
    assert (result.method, result.api_body[0].location, result.api_request_demo[0].body) == ("POST", "path", {})
    assert {name for name, record in committed.items() if record.status == 2} == {"Wan 2.5 (Text To Video)"}
    assert {name for name, record in committed.items() if record.rules} == {"Hailuo 2.3"}
    assert {record.task for record in committed.values() if record.name not in ("Credits", "Task Result")} == {
        "generation"
    }
    optional = {
        name
        for name, record in committed.items()
        for each in record.api_body
        if each.name == "prompt" and not each.required
    }
    assert optional == {"Motion Control Kling 2.6"}
    assert committed["Wan 2.5 (Text To Video)"].api_body[0].min_length == 1
    assert committed["Imagen 4"].api_body[2].keywords == ("1", "2", "3", "4")
