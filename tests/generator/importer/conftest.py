"""A fictional vendor, and its data file in the shape that the importer reads."""

import json
from pathlib import Path

import pytest

from mediawright_generator.check import check
from mediawright_generator.importer import import_c_api_doc, read_known, update, write_texts
from mediawright_generator.load import load
from mediawright_generator.spec import Vendor
from mediawright_generator.spec.operation import Header, ResponseCode, ResponseField, Server
from mediawright_generator.spec.vendor import Category, Credential, Envelope, Lifecycle, Query, Wrapping

ANSWER = [
    {"name": "code", "type": "integer", "describe": "0 when all went well"},
    {"name": "data", "type": "object", "describe": "What was asked for"},
    {"name": "task_id", "type": "string", "describe": "Number of the job, located within the data object"},
]


def _vendor() -> Vendor:
    return Vendor(
        name="paintbox",
        title="Paintbox",
        client="Paintbox",
        servers=(Server(url="https://api.paintbox.example"),),
        credentials=(Credential(name="key", environment="PAINTBOX_KEY"),),
        api_header=(Header(name="X-Key", value="{key}"), Header(name="Content-Type", value="application/json")),
        body=Wrapping(key="data"),
        envelope=Envelope(code="code", success=(0,)),
        api_response=(ResponseField(name="code", type="integer"),),
        api_code_demo=(ResponseCode(code=0, describe="Success."),),
        categories={"text_to_image": Category(titles=("Posters",))},
        tasks={
            "painting": Lifecycle(
                id="data.task_id",
                query=Query(operation="Job", parameter="task_id"),
                status="data.status",
                states={"done": "succeeded", "broken": "failed"},
                outputs=("data.pictures[].url",),
            )
        },
    )


def _entry(*parameters: dict, **changes: object) -> dict:
    entry = {
        "id": 7,
        "name": "Easel 2.0",
        "method": "POST",
        "endpoint": "https://api.paintbox.example/v1/easel",
        "api_body": {"category": [{"title": "Text To Image", "list": list(parameters)}]},
        "api_response": {"list": ANSWER},
    }
    return {key: _embedded(key, value) for key, value in (entry | changes).items() if value is not ...}


def _embedded(key: str, value: object) -> object:
    return json.dumps(value) if key.startswith("api_") and not isinstance(value, str) else value


@pytest.fixture
def vendor():
    return _vendor()


@pytest.fixture
def entry():
    """Make an entry with these parameters; `...` leaves a key out."""
    return _entry


@pytest.fixture
def imported(vendor):
    """Import entries, each on lines of its own."""

    def run(*entries):
        return import_c_api_doc(json.dumps(entries, indent=1), vendor, "paintbox.json", "2026-11-20")

    return run


@pytest.fixture
def record(imported):
    """Import one entry that has no problem."""

    def run(entry):
        outcome = imported(entry)
        assert outcome.problems == ()
        return outcome.records[0]

    return run


class Desk:
    """A checkout with one vendor, whose document is imported again and again."""

    def __init__(self, root: Path, vendor: Vendor) -> None:
        self.root = root
        self.vendor = vendor
        self.folder = root / "specs" / vendor.name
        self.folder.mkdir(parents=True)
        stated = vendor.model_dump(mode="json", by_alias=True, exclude_unset=True)
        (self.folder / "vendor.yaml").write_text(json.dumps(stated), encoding="utf-8")

    def run(self, *entries: dict, dry_run: bool = False, document: str = "paintbox.json", day: str = "2026-11-20"):
        """Import entries, each on lines of its own, as the command does."""
        known, problems = read_known(self.root / "specs", self.root, self.vendor.name)
        assert problems == ()
        identities = tuple(each.identity for each in known.records)
        imported = import_c_api_doc(json.dumps(entries, indent=1), self.vendor, document, day, identities)
        assert imported.problems == ()
        outcome = update(known, imported, dry_run=dry_run)
        if not dry_run:
            write_texts(outcome.texts, self.root)
            self.load()
        return outcome

    def say(self, *entries: dict, **options: object) -> list[str]:
        """Import entries without problems, and give what is said, without places."""
        outcome = self.run(*entries, **options)
        assert outcome.problems == ()
        return [f"{line.kind}: {line.text}" for line in outcome.news]

    def load(self):
        """Load the records, which must have no problem but that the vendor's query may be missing."""
        (loaded,), problems = load(self.root / "specs", self.root)
        assert problems == ()
        assert {problem.rule for problem in check((loaded,))} <= {"missing-task-query"}
        return {each.model.name: each.model for each in loaded.operations}

    def file(self, name: str) -> Path:
        return self.folder / "apis" / f"{name}.yaml"

    def text(self, name: str) -> str:
        return self.file(name).read_bytes().decode()

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        """Change a file as a person would."""
        text = self.text(name)
        for old, new in changes:
            assert text.count(old) == 1, (old, text)
            text = text.replace(old, new)
        self.file(name).write_bytes(text.encode())
        self.load()

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path, vendor):
    return Desk(tmp_path, vendor)
