"""Documents stand inline beside what is expected of them."""

from pathlib import Path
from textwrap import dedent

import pytest

from mediawright_generator.importer.openapi.document import read_document
from mediawright_generator.importer.openapi.proposal import propose
from mediawright_generator.importer.openapi.reference import Library
from mediawright_generator.importer.openapi.report import Report
from mediawright_generator.importer.openapi.specification import specification


class Brought:
    """What came of a document."""

    def __init__(self, *documents: str) -> None:
        library = Library()
        names = ("studio.yaml", "more.yaml")
        roots = [
            library.add(read_document(dedent(text).encode(), name))
            for text, name in zip(documents, names, strict=False)
        ]
        read = specification(roots, "studio", "2026-11-20")
        proposal = propose(read)
        self.vendor = proposal.vendor
        self.records = {each.name: each for each in proposal.records}
        self.report = Report(read.operations, tuple(sorted({*read.losses, *proposal.losses})))

    @property
    def record(self):
        (record,) = self.records.values()
        return record

    def parameter(self, name):
        found = next(each for each in self.record.api_body if each.name == name)
        stated = found.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return {key: value for key, value in stated.items() if key not in ("name", "describe")}

    def lost(self):
        return [each.kind for each in self.report.lost]

    def aside(self):
        return [each.kind for each in self.report.losses if each.harmless]


@pytest.fixture
def brought():
    return Brought


@pytest.fixture
def with_body():
    """Import a document whose one operation has a JSON body of this schema."""

    def bring(schema: str, version: str = "3.1.0") -> Brought:
        head = f"""\
openapi: {version}
info: {{title: Studio, version: "1"}}
servers: [{{url: "https://api.studio.example"}}]
paths:
  /things:
    post:
      operationId: makeThing
      requestBody:
        content:
          application/json:
            schema:
"""
        body = "\n".join(" " * 14 + line for line in dedent(schema).strip().splitlines())
        return Brought(f"{head}{body}\n      responses: {{'200': {{description: Done}}}}\n")

    return bring


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    return tmp_path
