"""What callers write is ours to choose and stays as it was promised: clients, operations, keywords, and their meaning.

No document can say it, so public_names.csv does: a row for each operation, as `category.method` with what it does, and
one for each parameter that a caller gives, with its keyword, what it means and in which unit. A change here breaks
programs; it is made in both places, and told to users.
"""

import csv
import json
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.recorder import AsyncRecorder, Recorder

TABLE = Path(__file__).parent / "public_names.csv"
PACKAGES = Path(__file__).parents[2] / "generated" / "mediawright"
VENDORS = sorted(path.parent.name for path in PACKAGES.glob("*/contract.json"))


@cache
def promised(vendor):
    with TABLE.open(encoding="utf-8", newline="") as table:
        return [tuple(row.values())[1:] for row in csv.DictReader(table) if row["vendor"] == vendor]


def offered(said):
    """List the same of a contract."""
    for record in said["operations"]:
        yield record["name"], record["python"], "", "+".join(record["capabilities"]), ""
        for parameter in record["api_body"]:
            if "const" not in parameter:
                means = parameter.get("means", {})
                name = parameter["name"]
                keyword = parameter["python_name"]
                yield record["name"], name, keyword, means.get("quantity", ""), means.get("unit", "")


def differences(vendor, said):
    """List what only one of the table and a contract has."""
    table = {each for each in promised(vendor) if each[0] != "*"}
    return sorted(table.symmetric_difference(offered(said)))


@pytest.mark.parametrize("vendor", VENDORS)
def test_operations_and_keywords_are_those_that_were_promised(vendor):
    """A program that was written for the last version calls the same operations with the same keywords."""
    said = json.loads((PACKAGES / vendor / "contract.json").read_text(encoding="utf-8"))

    assert differences(vendor, said) == []


@pytest.mark.parametrize("vendor", VENDORS)
def test_clients_go_by_the_names_that_were_promised(vendor):
    """A program that was written for the last version imports the same clients, which have the same methods."""
    module = import_module(f"mediawright.{vendor}")
    (client,) = (call for name, call, *_ in promised(vendor) if name == "*")
    calls = {call for name, call, keyword, does, _ in promised(vendor) if name != "*" and not keyword and does}

    for kind, transport in ((client, Recorder()), (f"Async{client}", AsyncRecorder())):
        made = getattr(module, kind)(http_client=transport, base_url="https://vendor.invalid", **_secrets(vendor))
        assert [call for call in calls if not callable(attrgetter(call)(made))] == []


@pytest.mark.parametrize("kind", ["", "Async"])
@pytest.mark.parametrize("vendor", VENDORS)
def test_every_client_takes_the_same_options(vendor, kind):
    """What is said of the transport arrives where it is read: it refuses what cannot be used, by name."""
    ((client, *_),) = (row[1:] for row in promised(vendor) if row[0] == "*")
    make = getattr(import_module(f"mediawright.{vendor}"), f"{kind}{client}")
    transport = AsyncRecorder() if kind else Recorder()

    assert "https://vendor.invalid" in repr(
        make(base_url="https://vendor.invalid", http_client=transport, **_secrets(vendor))
    )
    with pytest.raises(ConfigurationError, match="proxy and http_client are both given"):
        make(base_url="https://vendor.invalid", proxy="http://127.0.0.1:9", http_client=transport, **_secrets(vendor))
    with pytest.raises(ConfigurationError, match="timeout"):
        make(base_url="https://vendor.invalid", timeout=-1, http_client=transport, **_secrets(vendor))


def _secrets(vendor):
    return {each.name: "test" for each in import_module(f"mediawright.{vendor}.vendor").VENDOR.credentials}
