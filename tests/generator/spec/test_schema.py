"""The schemas that editors read: they accept what the loader accepts, and refuse what it refuses."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from mediawright_generator.cli import main
from mediawright_generator.load.file import RECORD, VENDOR, parse
from mediawright_generator.spec.editing import MEANINGS, SNIPPETS
from mediawright_generator.spec.schema import SCHEMAS, schema_texts

ROOT = Path(__file__).parents[3]
SCHEMA = {name.removesuffix(".json"): json.loads(text) for name, text in schema_texts(SCHEMAS).items()}
RULES = ROOT / "tests" / "rules"
MISTAKES = ("unknown-key", "missing-key", "wrong-type", "value-not-allowed")
RECORDS = sorted(ROOT.glob("specs/*/apis/*.yaml"))
FILES = [
    *((path, "record") for path in RECORDS),
    *((path, "vendor") for path in sorted(ROOT.glob("specs/*/vendor.yaml"))),
]


def as_editors_read(text):
    """Read YAML 1.2; what it has no type for, as a day, stays text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return _without_days(yaml.load(text))


def _without_days(value):
    if isinstance(value, dict):
        return {str(key): _without_days(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_days(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(kind, text):
    return [each.message for each in Draft202012Validator(SCHEMA[kind]).iter_errors(as_editors_read(text))]


@pytest.mark.parametrize(("path", "kind"), FILES, ids=[path.relative_to(ROOT).as_posix() for path, _ in FILES])
def test_every_committed_spec_is_accepted_as_an_editor_reads_it(path, kind):
    """Who opens a good file sees no red line."""
    assert complaints(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("rule", MISTAKES)
def test_a_mistake_of_the_format_is_refused_while_it_is_written(rule):
    folder = RULES / rule
    bad = [(folder / "bad.yaml", "record")] if (folder / "bad.yaml").exists() else []
    bad += [(path, "vendor") for path in folder.glob("bad/*/vendor.yaml")]
    bad += [(path, "record") for path in folder.glob("bad/*/apis/*.yaml")]
    assert any(complaints(kind, path.read_text(encoding="utf-8")) for path, kind in bad)


@pytest.mark.parametrize("path", sorted(RULES.glob("*/good.yaml")), ids=lambda path: path.parent.name)
def test_what_passes_all_checks_is_accepted(path):
    assert complaints("record", path.read_text(encoding="utf-8")) == []


HEAD = "name: Boat\ncategory: text_to_image\nmethod: POST\nendpoint: /boat\n"


@pytest.mark.parametrize(
    "line",
    [
        "api_body: [{name: a, type: strng}]",
        "api_body: [{name: a, type: array, items: strng}]",
        "api_body: [{name: a, type: array, items: {type: string, minmum: 1}}]",
        "api_body: [{name: a, type: string, means: durations}]",
        "api_body: [{name: a, type: string, in: boddy}]",
        "api_body: [{name: a, type: string, required: 'yes'}]",
        "api_body: [{name: a, type: string, media: {kind: image, max_size: 20}}]",
        "outputs: ['data..url']",
        "outputs: [{path: url, kind: picture}]",
        "method: Post",
        "endpoint: boat",
        "category: Text To Image",
        "sources: [{document: a}]",
        "sources: [{document: a, read_on: yesterday, verified_live: false}]",
        "rules: [{when: {}, then: {a: 1}}]",
        "reserved: [{parameter: a, since: 2026-01-01}]",
        "reserve: []",
    ],
)
def test_loader_and_schema_refuse_the_same(line):
    key = line.partition(":")[0]
    text = re.sub(rf"^{key}: .*\n", "", HEAD, flags=re.MULTILINE) + line + "\n"
    assert parse(text.encode(), "a.yaml", RECORD)[1] != ()
    assert complaints("record", text) != []


@pytest.mark.parametrize(
    "line",
    [
        "api_body: [{name: a, type: array, items: string, keywords: [16:9, 1, off]}]",
        "api_body: [{name: a, type: string, means: duration, default: null}]",
        "api_request_demo: [{header: {X-Number: 5}, body: null}]",
        "outputs: [data.url, {path: 'a|b[].c'}]",
        "rules: [{when: {a: 1, b: [x], c: {present: true}}, then: {d: true}}]",
        "title: null",
    ],
)
def test_loader_and_schema_accept_the_same(line):
    assert parse(f"{HEAD}{line}\n".encode(), "a.yaml", RECORD)[1] == ()
    assert complaints("record", f"{HEAD}{line}\n") == []


def definitions():
    for kind, schema in SCHEMA.items():
        yield from ((f"{kind} {name}", each) for name, each in {"": schema, **schema.get("$defs", {})}.items())


def test_every_key_says_what_it_is():
    silent = [
        f"{where}.{key}"
        for where, each in definitions()
        for key, node in each.get("properties", {}).items()
        if not node.get("markdownDescription")
    ]
    assert silent == []


def test_no_key_beside_the_known_ones_is_accepted():
    assert [where for where, each in definitions() if "properties" in each and each["additionalProperties"]] == []


def test_every_schema_is_one():
    for schema in SCHEMA.values():
        Draft202012Validator.check_schema(schema)


def test_meanings_are_those_of_all_values():
    text = json.dumps(SCHEMA)
    for (name, key), meanings in MEANINGS.items():
        assert f'"enumDescriptions": {json.dumps(list(meanings.values()))}' in text, (name, key)


def _filled(node):
    """Take what an editor writes, with nothing typed over it."""
    if isinstance(node, dict):
        return {_filled(key): _filled(each) for key, each in node.items()}
    if isinstance(node, list):
        return [_filled(each) for each in node]
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", node) if isinstance(node, str) else node


SHARED = {"name": "acme", "title": "Acme", "client": "Acme", "servers": [{"url": "https://acme.example"}]}
OWN = {"name": "Boat", "category": "text_to_image", "method": "POST", "endpoint": "/boat"}


@pytest.mark.parametrize(
    ("model", "key", "snippet"),
    [(*at, each) for at, snippets in SNIPPETS.items() for each in snippets],
    ids=lambda each: each.label if hasattr(each, "label") else each,
)
def test_what_an_editor_writes_for_a_key_is_accepted(model, key, snippet):
    start, kind, name = (SHARED, VENDOR, "vendor") if model == "Vendor" else (OWN, RECORD, "record")
    text = json.dumps({**start, key: _filled(snippet.body)})
    assert parse(text.encode(), "a.yaml", kind)[1] == ()
    assert complaints(name, text) == []


def test_a_schema_is_printed_without_a_checkout(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for kind, schema in SCHEMA.items():
        assert main(["schema", kind]) == 0
        assert json.loads(capsys.readouterr().out) == schema
    assert main(["schema", "record", "-o", "record.json"]) == 0
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8")) == SCHEMA["record"]
