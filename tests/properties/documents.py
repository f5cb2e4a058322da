"""Every exported OpenAPI document, and schemathesis driven through it against a mock over real HTTP.

As a program it shares a budget of time between all documents: `python tests/properties/documents.py --minutes 20`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import httpx
from contracts import CONTRACTS, ROOT, credentials, headers

from mediawright_generator.export.openapi import openapi_document
from mediawright_mock.contract import Contract, vendor_contract
from mediawright_mock.server import MockServer

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


class Subject(NamedTuple):
    """A vendor's document; with an alternative swapped in, only that is looked at."""

    vendor: str
    alternative: str | None = None

    @property
    def document(self):
        return openapi_document(CONTRACTS[self.vendor], [self.alternative] if self.alternative else [])

    @property
    def operations(self):
        """What the document describes, as `category.method`."""
        items = [each for path in self.document["paths"].values() for each in path.values()]
        return {each["x-mediawright-python"] for each in items}

    def __str__(self):
        return f"{self.vendor}-{self.alternative}" if self.alternative else self.vendor


SUBJECTS = [Subject(vendor) for vendor in CONTRACTS]
SUBJECTS += [
    Subject(vendor, each["name"])
    for vendor, contract in CONTRACTS.items()
    for each in contract["operations"]
    if "alternative_of" in each
]


class Run(NamedTuple):
    """What schemathesis said, and what the mock saw."""

    failed: bool
    said: str
    counts: dict[str, int]
    alive: bool
    """Whether the mock answered afterwards."""


def examine(subject, *options):
    """Run schemathesis through a document against a mock of its vendor.

    Other forms of one request may share an address, so a mock accepts there what any of them allows; beside an
    alternative it therefore serves what the document describes alone.
    """
    contract = vendor_contract(subject.vendor)
    if subject.alternative:
        described = subject.operations
        contract = Contract(contract.vendor, tuple(each for each in contract.operations if each.python in described))
    record = CONTRACTS[subject.vendor]["operations"][0]
    with tempfile.TemporaryDirectory() as folder, MockServer(contract, credentials=credentials(record)) as server:
        file = Path(folder, "openapi.json")
        file.write_text(json.dumps(subject.document), encoding="utf-8")
        command = [SCHEMATHESIS, "run", file, "--url", server.url, "--no-color", *options]
        for name, value in headers(record).items():
            command += ["-H", f"{name}: {value}"] if any(each in value for each in ("secret-of", "Basic ")) else []
        if subject.alternative:
            command += ["--include-by", f"/summary == {json.dumps(subject.alternative)}"]
            command += ["--phases", "examples,coverage,fuzzing"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        alive = httpx.get(server.url).status_code == 200
        return Run(run.returncode != 0, run.stdout + run.stderr, dict(server.counts), alive)


def main():
    """Examine every document for its share of the time, and exit with 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=None)
    chosen = parser.parse_args()
    shares = {each: len(each.operations) if each.alternative is None else 1 for each in SUBJECTS}
    found = False
    for subject, share in shares.items():
        seconds = max(5, round(chosen.minutes * 60 * share / sum(shares.values())))
        seed = () if chosen.seed is None else ("--seed", str(chosen.seed))
        run = examine(subject, "--max-time", str(seconds), *seed)
        failed = run.failed or not run.alive
        found |= failed
        print(run.said if failed else f"{subject}: nothing in {seconds} s, {sum(run.counts.values())} requests")
        if not run.alive:
            print(f"{subject}: the mock no longer answers")
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
