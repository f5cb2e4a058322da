"""What holds of any edit: texts and order are no change, and a fact that differs is one."""

import json
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from battery import ROOT, committed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediawright_generator.diff import compare
from mediawright_generator.load import load

VENDORS = sorted(path.parent.name for path in (ROOT / "specs").glob("*/vendor.yaml"))
WORDS = frozenset({"describe", "description", "title", "action"})
BESIDE = frozenset(
    {"notes", "sources", "disputes", "review", "api_request_demo", "created_at", "updated_at", "example", "categories"}
)
"""What is no fact of the contract."""
UNORDERED = frozenset({"api_body", "api_response", "credentials", "keywords", "rules", "output_hosts", "formats"})
INHERITED = ("api_header", "api_response", "api_code_demo")
"""What may stand in vendor.yaml or in each record."""


@given(vendor=st.sampled_from(VENDORS), seed=st.integers(0, 2**32))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_order_files_and_the_place_of_a_fact_are_no_change(vendor, seed):
    """Promise: the contract is compared, never the text."""
    chosen = random.Random(seed)  # noqa: S311 (what a property tries is no secret)
    files = dumped(vendor)
    moved_down(files, chosen)
    rewritten = {
        name if name == "vendor.yaml" else f"apis/x{chosen.random()}.yaml": each for name, each in files.items()
    }
    assert (
        compare(
            committed(vendor), loaded(vendor, {name: told_otherwise(each, chosen) for name, each in rewritten.items()})
        )
        == ()
    )


@given(vendor=st.sampled_from(VENDORS), seed=st.integers(0, 2**32))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_fact_that_differs_is_a_change(vendor, seed):
    """Promise: nothing of the contract changes in silence."""
    chosen = random.Random(seed)  # noqa: S311 (what a property tries is no secret)
    files = dumped(vendor)
    name = chosen.choice(sorted(files))
    path = chosen.choice([path for path in leaves(files[name]) if not is_silent(path, files[name])])
    mutate(files[name], path)
    head = loaded(vendor, files, may_fail=True)
    if head is not None:
        assert compare(committed(vendor), head), path


@pytest.mark.parametrize("vendor", VENDORS)
def test_json_says_what_yaml_says(vendor):
    assert compare(committed(vendor), loaded(vendor, dumped(vendor))) == ()


def dumped(vendor):
    """Write a committed vendor as JSON, by file."""
    (one,) = committed(vendor)
    files = {Path(each.file).name: each.model for each in one.operations}
    models = {"vendor.yaml": one.vendor.model, **{f"apis/{name}": each for name, each in files.items()}}
    return {name: each.model_dump(mode="json", by_alias=True, exclude_unset=True) for name, each in models.items()}


def loaded(vendor, files, *, may_fail=False):
    root = Path(tempfile.mkdtemp())
    for name, each in files.items():
        path = root / "specs" / vendor / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(each, ensure_ascii=False), "utf-8")
    vendors, problems = load(root / "specs", root)
    shutil.rmtree(root)
    assert may_fail or not problems, problems
    return None if problems else vendors


def moved_down(files, chosen):
    """Write what all operations inherit into each record instead."""
    key = chosen.choice(INHERITED)
    shared = files["vendor.yaml"].pop(key, [])
    for name in (name for name in files if name != "vendor.yaml"):
        files[name][key] = [*shared, *files[name].get(key, [])]


def told_otherwise(node, chosen, key=""):
    """Change words, and the order of keys and of lists without order."""
    if isinstance(node, dict):
        items = [(each, told_otherwise(value, chosen, each)) for each, value in node.items()]
        chosen.shuffle(items)
        return dict(items)
    if isinstance(node, list):
        items = [told_otherwise(each, chosen) for each in node]
        if key in UNORDERED:
            chosen.shuffle(items)
        return items
    return "Other words." if key in WORDS else node


def leaves(node, path=()):
    """List the facts of a file."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        if key not in WORDS | BESIDE:
            yield from leaves(value, (*path, key))
    if not pairs:
        yield path


def is_silent(path, record):
    """Name the facts that a client and its caller never meet."""
    return path[-1:] == ("name",) and path[:1] == ("tokens",) and bool(record)


def mutate(record, path):
    for step in path[:-1]:
        record = record[step]
    old = record[path[-1]]
    record[path[-1]] = not old if isinstance(old, bool) else old + 1 if isinstance(old, (int, float)) else f"{old}x"
