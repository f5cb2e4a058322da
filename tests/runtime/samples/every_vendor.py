"""Every operation of every vendor, read from the contracts, with parameters that are good and clients that call it."""

import importlib
import json
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[3]
CONTRACTS = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))["operations"]
    for path in sorted(ROOT.glob("generated/mediawright/*/contract.json"))
}


class Subject(NamedTuple):
    """An operation of the contract."""

    vendor: str
    record: dict[str, Any]

    @property
    def name(self):
        return self.record["python"]

    @property
    def creates(self):
        """Whether it costs money: it starts a task, or answers with the work itself."""
        return "task" in self.record or bool(self.record.get("outputs"))

    @property
    def tested(self):
        """The operation as contract tests know it."""
        return _cases(self.vendor, self.name).SUBJECT

    @property
    def params(self):
        """Parameters that the documents allow."""
        return _cases(self.vendor, self.name).BASE

    @property
    def answer(self):
        """A documented answer that is a success."""
        return _cases(self.vendor, self.name).ANSWER

    @property
    def clients(self):
        """The synchronous and the asynchronous client."""
        module = importlib.import_module(f"mediawright.{self.vendor}")
        return sorted((getattr(module, name) for name in module.__all__), key=lambda each: "Async" in each.__name__)

    @property
    def credentials(self):
        """A value for each credential of the preferred set."""
        known = [each["name"] for each in self.record["credentials"]]
        sets = self.record.get("credential_sets") or [known]
        return {name: f"secret-of-{name}" for name in sets[0]}

    def call(self, client):
        category, _, method = self.name.partition(".")
        return getattr(getattr(client, category), method)(**self.params)

    def __str__(self):
        return f"{self.vendor}-{self.name}"


@cache
def _cases(vendor, operation):
    path = ROOT / "generated/contract" / vendor / f"test_{operation.replace('.', '_')}.py"
    found = spec_from_file_location(f"cases_of_{vendor}_{path.stem}", path)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


SUBJECTS = [Subject(vendor, record) for vendor, records in CONTRACTS.items() for record in records]
CREATES = [each for each in SUBJECTS if each.creates]
LIFECYCLES = list(
    {(each.vendor, each.record["task"]["name"]): each for each in CREATES if "task" in each.record}.values()
)
"""One create for each lifecycle."""
