"""The contracts of all vendors, read as data, and the credentials that mocks and callers share."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(ROOT.glob("generated/mediawright/*/contract.json"))
}


class Operation(NamedTuple):
    """One operation of one vendor."""

    vendor: str
    record: dict[str, Any]

    @property
    def name(self):
        return self.record["python"]

    def __str__(self):
        return f"{self.vendor}-{self.name}"


OPERATIONS = [Operation(vendor, record) for vendor, each in CONTRACTS.items() for record in each["operations"]]


def credentials(record):
    """Make a value for each credential of the first way of authentication."""
    required = [each["name"] for each in record.get("credentials", ()) if each.get("required", True)]
    return {name: f"secret-of-{name}" for name in (record.get("credential_sets") or [required])[0]}


def headers(record):
    """Write the headers in which these credentials stand, and those that always stand."""
    given = credentials(record)
    values = {"{" + name + "}": value for name, value in given.items()}
    values["{base64:" + ":".join(given) + "}"] = b64encode(":".join(given.values()).encode()).decode()
    written = {}
    for header in record.get("api_header", ()):
        text = header["value"]
        for placeholder, value in values.items():
            text = text.replace(placeholder, value)
        if "{" not in text:
            written[header["name"]] = text
    return written
