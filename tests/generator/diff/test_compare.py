"""Changes of whole vendors and operations, and what is no change at all."""

import shutil
import time
from pathlib import Path

import pytest

from mediawright_generator.diff import compare
from mediawright_generator.load import load

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def committed():
    vendors, problems = load(ROOT / "specs", ROOT)
    assert not problems
    return vendors


@pytest.fixture
def specs(tmp_path):
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    return tmp_path / "specs"


def loaded(specs):
    vendors, problems = load(specs, specs.parent)
    assert not problems, "\n".join(map(str, problems))
    return vendors


def edit(path, *pairs):
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def told(changes):
    return [(change.rule, change.vendor, change.python, change.before, change.after) for change in changes]


def test_what_did_not_change_is_no_change(committed):
    assert compare(committed, committed) == ()


def test_a_vendor_that_is_gone_is_one_change_in_the_older_files(committed):
    (change,) = compare(committed, committed[1:])
    assert (change.rule, change.vendor, change.severity) == ("vendor-removed", "aimate", "breaking")
    assert change.place.file == "specs/aimate/vendor.yaml"


def test_a_new_vendor_is_one_change(committed):
    (change,) = compare(committed[1:], committed)
    assert (change.rule, change.severity, change.effects) == ("vendor-added", "safe", ())


def test_a_renamed_vendor_is_one_change_and_so_is_what_changed_within(committed, specs):
    (specs / "akool").rename(specs / "acme")
    edit(specs / "acme/vendor.yaml", ("name: akool\n", "name: acme\n"), ("days: 7", "days: 3"))
    changes = compare(committed, loaded(specs))
    assert told(changes) == [
        ("vendor-renamed", "acme", "", "akool", "acme"),
        ("retention-shortened", "acme", "", 7, 3),
    ]


def test_a_removed_operation_is_one_change_at_its_category(committed, specs):
    (specs / "mediaio/apis/hailuo_2_3.yaml").unlink()
    (change,) = compare(committed, loaded(specs))
    assert (change.rule, change.operation, change.python) == ("operation-removed", "254", "image_to_video.hailuo_2_3")
    line = (specs / "mediaio/vendor.yaml").read_text().splitlines()[change.place.line - 1]
    assert line[change.place.column - 1 :].startswith("image_to_video:")


def test_a_new_operation_is_one_change(committed, specs):
    base = compare(committed, committed)
    edited = (specs / "mediaio/apis/hailuo_2_3.yaml").read_text().replace("254", "999").replace("2.3", "4.0")
    (specs / "mediaio/apis/hailuo_4.yaml").write_text(edited.replace("v2-3", "v4-0"), "utf-8")
    (change,) = compare(committed, loaded(specs))
    assert (change.rule, change.python) == ("operation-added", "image_to_video.hailuo_4_0")
    assert base == ()


def test_an_operation_keeps_its_identity_whatever_its_name_and_path(committed, specs):
    """Promise: the identity of an operation is its id, never its path."""
    edit(
        specs / "mediaio/apis/hailuo_2_3.yaml",
        ("name: Hailuo 2.3\n", "name: Hailuo Plus\n"),
        ("endpoint: /generation/minimax", "endpoint: /v2/minimax"),
        ("max_length: 2000", "max_length: 1000"),
    )
    changes = compare(committed, loaded(specs))
    assert {change.rule for change in changes} == {"operation-renamed", "endpoint-changed", "max-length-decreased"}
    assert {change.operation for change in changes} == {"254"}


def test_an_operation_without_id_is_known_by_what_it_does_and_where(committed, specs):
    edit(specs / "akool/apis/talking_photo.yaml", ("name: Talking Photo\n", "name: Speaking Picture\n"))
    edit(specs / "akool/apis/talking_photo.yaml", ("python_name: create", "python_name: speak"))
    assert told(compare(committed, loaded(specs))) == [
        ("operation-renamed", "akool", "talking_photo.speak", "create", "speak")
    ]


def test_a_renamed_query_is_told_once_though_tasks_name_it(committed, specs):
    edit(specs / "mediaio/apis/task_result.yaml", ("name: Task Result\n", "name: Task State\n"))
    edit(specs / "mediaio/vendor.yaml", ("operation: Task Result", "operation: Task State"))
    (change,) = compare(committed, loaded(specs))
    assert (change.rule, change.operation) == ("operation-renamed", "197")


def test_a_change_that_all_operations_inherit_is_told_once_where_it_stands(committed, specs):
    """Promise: one finding at vendor.yaml, not one for each of its operations."""
    edit(specs / "mediaio/vendor.yaml", ("    kind: credits", "    kind: rate"))
    (change,) = compare(committed, loaded(specs))
    assert (change.operation, change.python, change.place.file) == ("", "", "specs/mediaio/vendor.yaml")


def test_several_renames_are_told_apart_by_likeness(committed, specs):
    edit(
        specs / "doubao/apis/generate_video.yaml",
        (
            "name: conversation_id, type: string, describe: C",
            "name: conversationId, wire_name: conversation, type: string, describe: C",
        ),
        (
            "name: section_id, type: string, describe: Section of that",
            "name: sectionId, wire_name: section, type: string, describe: Section of that",
        ),
    )
    edit(
        specs / "doubao/vendor.yaml",
        ("by: {conversation_id: conversation_id}", "by: {conversation_id: conversationId}"),
    )
    told_ = {change.pointer: (change.rule, change.before, change.after) for change in compare(committed, loaded(specs))}
    assert told_["api_body/sectionId/wire_name"] == ("param-wire-name-changed", "section_id", "section")
    assert told_["api_body/conversationId/wire_name"] == ("param-wire-name-changed", "conversation_id", "conversation")


def test_a_parameter_that_is_renamed_and_tightened_is_told_as_both(committed, specs):
    """Promise: a new name hides no other change, and another change no new name."""
    edit(
        specs / "mediaio/apis/hailuo_2_3.yaml",
        ("name: prompt, type", "name: text, type"),
        ("max_length: 2000", "max_length: 900"),
        ("prompt: <string>", "text: <string>"),
    )
    assert [(change.rule, change.before, change.after) for change in compare(committed, loaded(specs))] == [
        ("max-length-decreased", 2000, 900),
        ("param-renamed", "prompt", "text"),
    ]


def test_an_approval_survives_rewording_reordering_and_moved_lines(committed, specs):
    """Promise: the fingerprint depends on what changed, not on how it is written."""
    path = specs / "mediaio/apis/hailuo_2_3.yaml"
    edit(path, ("max_length: 2000", "max_length: 1000"))
    (before,) = compare(committed, loaded(specs))
    edit(path, ("id: 254\n", "# a comment\n\nid: 254\n"), ("describe: What the output shows.", "describe: Words."))
    (after,) = compare(committed, loaded(specs))
    assert before.fingerprint == after.fingerprint
    assert before.place != after.place
    assert len(before.fingerprint) == 12


def test_all_specs_are_compared_in_a_tenth_of_a_second(committed, specs):
    edit(specs / "mediaio/vendor.yaml", ("    kind: credits", "    kind: rate"), ("X-API-KEY", "X-KEY"))
    edit(specs / "tomoviee/vendor.yaml", ("polling: {interval: 10}", "polling: {interval: 9}"))
    head = loaded(specs)
    spent = []
    for _ in range(5):
        start = time.process_time()
        assert len(compare(committed, head)) == 3
        spent.append(time.process_time() - start)
    assert min(spent) < 0.1
