"""The vendor's own document, changed by lot, over committed records, edited by lot, where that document is present."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest

from mediawright_generator.check import check
from mediawright_generator.importer import import_c_api_doc, read_known, update, write_texts
from mediawright_generator.importer.document import read_entries
from mediawright_generator.load import load

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT.parent / "shared" / "seeds" / "002_7ebea7f48f16395c.txt"
BASE = "specs/mediaio/imported/c_api_doc.json"
PLAIN = ("id", "name", "model_code", "category", "status", "method", "endpoint", "title", "task", "updated_at")

pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the vendor's documents are not committed")


@pytest.fixture(scope="module")
def entries():
    raws, _ = read_entries(DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name)
    return [dict(raw.values) for raw in raws]


@pytest.fixture
def checkout(tmp_path):
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    return tmp_path


def run(checkout, text, name="next.json", *, dry_run=False):
    """Import a document, and give the outcome with the records of the document."""
    known, problems = read_known(checkout / "specs", checkout, "mediaio")
    assert problems == ()
    identities = tuple(each.identity for each in known.records)
    imported = import_c_api_doc(text, known.loaded.vendor.model, name, "2026-12-01", identities)
    assert imported.problems == ()
    outcome = update(known, imported, dry_run=dry_run)
    if not dry_run:
        write_texts(outcome.texts, checkout)
    return outcome, imported.records


def files(checkout):
    return {path.relative_to(checkout).as_posix(): path.read_text() for path in checkout.rglob("*.*") if path.is_file()}


def records(checkout):
    (vendor,) = (each for each in load(checkout / "specs", checkout)[0] if each.vendor.model.name == "mediaio")
    assert load(checkout / "specs", checkout)[1] == ()
    return {each.model.id: each for each in vendor.operations}, [str(problem) for problem in check((vendor,))]


def test_document_that_was_imported_changes_nothing(checkout):
    """Only the facts that were corrected by hand are named, as they will be each time."""
    before = files(checkout)
    outcome, _ = run(checkout, DOCUMENT.read_text(encoding="utf-8"), DOCUMENT.name)
    assert [(line.kind, line.text.partition(": ")[0]) for line in outcome.news] == [
        ("disputed-fact", "api_response.data.result"),
        ("disputed-fact", "api_response.data.status.keywords"),
    ]
    assert all("disputes[" in line.text for line in outcome.news)
    assert outcome.problems == ()
    assert files(checkout) == before


def test_no_sentence_of_the_vendor_is_kept(entries):
    base = (ROOT / BASE).read_text(encoding="utf-8")
    theirs = {
        text for raw in entries for text in re.findall(r'"(?:describe|description)": "([^"]+)"', str(raw.values()))
    }
    theirs |= {raw["description"] for raw in entries}
    assert theirs
    assert not [text for text in theirs if " " in text and text in base]


def parameters(entry):
    return json.loads(entry["api_body"])["category"][0]["list"]


def with_parameters(entry, changed):
    body = json.loads(entry["api_body"])
    body["category"][0]["list"] = changed
    entry["api_body"] = json.dumps(body)


def change_parameter(draw, entry):
    """Change values, default, bounds, limits, requiredness or words of one parameter."""
    listed = parameters(entry)
    chosen = draw.choice(listed)
    if chosen.get("keywords"):
        values = [value for value in chosen["keywords"] if draw.random() < 0.8] or ["99s"]
        values += ["77s"] * draw.randrange(2)
        words = chosen["describe"].split(" Options:")[0]
        chosen["keywords"] = values
        chosen["describe"] = f"{words} Options: {', '.join(values)}. Default is {draw.choice(values)}."
    else:
        chosen["describe"] = re.sub(r"length: \d+", f"length: {draw.randrange(100, 9000)}", chosen["describe"])
        chosen["describe"] = re.sub(r"and \d+\.0 MB", f"and {draw.randrange(50, 90)}.0 MB", chosen["describe"])
        chosen["describe"] = draw.choice(["", "Changed. "]) + chosen["describe"]
        chosen["required"] = draw.random() < 0.8
    with_parameters(entry, listed)


def add_parameter(draw, entry):
    kind = {
        "name": f"extra_{draw.randrange(99)}",
        "type": "integer",
        "describe": "More. Range: 1-9.",
        "required": False,
    }
    listed = parameters(entry)
    with_parameters(entry, [*listed, kind] if draw.random() < 0.5 else [kind, *listed])


def remove_parameter(draw, entry):
    listed = parameters(entry)
    gone = draw.choice(listed[1:] or [None])
    with_parameters(entry, [each for each in listed if each is not gone])


def change_record(draw, entry):
    key = draw.choice(["status", "description", "title", "updated_at", "endpoint", "name", "model_code"])
    changed = {"status": 9, "updated_at": "9/9/2026 09:09:09"}
    entry[key] = changed.get(key, f"{entry[key]}-changed")


CHANGES = (change_parameter, change_parameter, change_parameter, add_parameter, remove_parameter, change_record)

EDITS = (
    (r"^description: .*$", "description: Own words."),
    (r"describe: What the output shows\.", "describe: Own words."),
    (r"^id: (\d+)$", r"id: \1\npython_name: own_\1"),
    (r"^(?=method: )", "notes: [Own words.]\n"),
    (
        r"^  - name: resolution$",
        "  # own comment\n  - name: resolution\n    python_name: own_resolution  # own comment",
    ),
    (r"^    keywords: \[(\w+), (\w+)", r"    labels: {\1: Own words}\n    keywords: [\1, \2"),
    (r"^    keywords: \[(\w+), (\w+)", r"    keywords: [\1, 55s, \2"),
    (r"^    keywords: \[(\w+), (\w+)\]$", r"    keywords:\n      - \1  # own comment\n      - \2"),
    (r"max_length: \d+", "max_length: 4321"),
    (r"max_megabytes: \d+", "max_megabytes: 43  # own comment"),
    (r"^    default: (\S+)$", r"    default: \1  # own comment"),
    (
        r"^disputes:$",
        "disputes:\n  - {fact: id, readings: [{value: a, document: own.md}], taken: a, reason: Own words.}",
    ),
    (r"^sources:$", "sources:\n  - {document: own.md, read_on: 2026-12-01, verified_live: true}"),
    (r"^(status: .*\n)((?s:.*))", r"\2\1"),
    (r"^((?:  - name: \w+\n(?:    .*\n)+))(  - name: \w+\n(?:    .*\n)+)(?=\w)", r"\2\1"),
)
"""What a person might write, and where; each keeps the record without problems."""


def edit(draw, path):
    text = path.read_text()
    for pattern, new in draw.sample(EDITS, 4):
        if new.split(":")[0] not in text or "Own words" not in new:
            text = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
    path.write_text(text)
    if draw.random() < 0.3:
        path.rename(path.with_name(f"own_{path.name}"))


def facts(record):
    """List the facts of parameters, fields and codes by name, and those of the record itself."""
    found = {(key,): getattr(record, key) for key in PLAIN}
    for section in ("api_body", "api_response", "api_code_demo"):
        for item in getattr(record, section):
            name = getattr(item, "name", None) or item.code
            stated = item.model_dump(by_alias=True, exclude_defaults=True, exclude={"describe", "means", "kind"})
            found |= {(section, name, *path): value for path, value in _leaves(stated, ())}
    return found


def _leaves(value, path):
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif path[-1:] != ("labels",):
        yield path, frozenset(value) if isinstance(value, tuple) else value


def expected(was, ours, theirs):
    """Say what is to stand there: what one of both changed alone, or what a person wrote."""
    if theirs in (was, ours):
        return ours
    if ours == was:
        return theirs
    if all(isinstance(each, frozenset) for each in (was, ours, theirs)) and ours & was:
        return (ours - (was - theirs)) | (theirs - was)
    return ours


@pytest.mark.parametrize("seed", range(6))
def test_ten_changes_over_ten_edits(checkout, entries, seed):
    """Nothing of either is lost, each is named, and the second time there is nothing to do."""
    draw = random.Random(seed)  # noqa: S311 - a lot that falls the same each time
    document = json.loads(json.dumps(entries))
    document = [*document[:2], *draw.sample(document[2:], len(document) - 2)]
    chosen, removed = document[2:6], document[6]
    for path in (each.file for number, each in records(checkout)[0].items() if number in _ids(chosen)):
        edit(draw, checkout / path)
    for _ in range(10):
        draw.choice(CHANGES)(draw, draw.choice(chosen))
    document.remove(removed)
    draw.shuffle(document)
    before, (ours, problems) = files(checkout), records(checkout)
    assert problems == []

    text = json.dumps(document, indent=1)
    foretold, _ = run(checkout, text, dry_run=True)
    assert files(checkout) == before
    outcome, read = run(checkout, text)

    assert _without_places(foretold) == _without_places(outcome)
    after, (now, problems) = files(checkout), records(checkout)
    assert problems == []
    was = {record.id: facts(record) for record in _read(json.dumps(entries), checkout)}
    theirs = {record.id: facts(record) for record in read}
    for number, located in now.items():
        said = [f"{line.kind} {line.text}" for line in outcome.news if line.place.file == located.file]
        assert re.findall("#.*", after[located.file]) == re.findall("#.*", before[located.file])
        assert after[located.file].count("Own words") >= before[located.file].count("Own words") - _labels_gone(said)
        if number not in theirs:
            assert after[located.file] == before[located.file]
            assert said[0].startswith("vendor-removed record")
            continue
        _hold(was[number], facts(ours[number].model), theirs[number], facts(located.model), said)
    again, _ = run(checkout, text)
    assert files(checkout) == after
    assert {line.kind for line in again.news if "left out" not in line.text} <= {"disputed-fact", "vendor-removed"}


def _hold(was, ours, theirs, now, said):
    kept = [re.match(r"vendor-removed (\w+)\.(\w+): .*; kept, ", line) for line in said]
    renamed = [re.match(r"vendor-changed (api_body)\.(\w+)\.name: ", line) for line in said]
    whole = {match.groups() for match in (*kept, *renamed) if match}
    whole |= {(section, f"{name}-changed") for section, name in whole}
    for path in was.keys() | ours.keys() | theirs.keys():
        if path[:2] in whole or (path[:2] not in now and "labels" in path):
            continue
        one, two, three = was.get(path), ours.get(path), theirs.get(path)
        fact = ".".join(map(str, path))
        about = [
            line
            for line in said
            if re.match(rf"\S+ ({re.escape(fact)}|{re.escape('.'.join(map(str, path[:2])))}): ", line)
        ]
        left_out = any("left out" in line for line in about)
        gone = any("the label of a value that is gone" in line for line in about)
        assert now.get(path) == (two if left_out else None if gone else expected(one, two, three)), fact
        assert about or one == three, fact
        assert two in (one, three) or three is None or any("disputed" in line for line in about), fact


def _labels_gone(said):
    return sum("the label of a value that is gone" in line or "with it goes" in line for line in said)


def _without_places(outcome):
    return sorted((line.place.file, line.kind, line.text) for line in outcome.news)


def _ids(entries):
    return [each["id"] for each in entries]


def _read(text, checkout):
    known, _ = read_known(checkout / "specs", checkout, "mediaio")
    return import_c_api_doc(text, known.loaded.vendor.model, "first.json", "2026-12-01").records
