"""The table of scripts: each command can run as it stands there, and no script of the vendors is left out."""

import re
import shlex
from pathlib import Path

import pytest

from mediawright_runtime import contracts
from mediawright_runtime.invocation import read_invocation

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "scripts.md").read_text(encoding="utf-8")
SEEDS = ROOT.parent / "shared" / "seeds"
COMMANDS = re.findall(r"`python -m mediawright ([^`]+)`", TABLE)
PLACEHOLDERS = {"NAME", "resume", "OPERATION"}


def records(vendor):
    return contracts.operations(contracts.installed(), vendor)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_names_what_there_is(command):
    """Vendor, operation, every key, and all that is required."""
    invocation = read_invocation(shlex.split(command))
    vendor, what, *words = invocation.words
    if PLACEHOLDERS & {vendor, what}:
        return
    assert vendor in contracts.vendors(contracts.installed())
    if what in {"auth-header", "download"}:
        return
    (record,) = [each for each in records(vendor) if what in {each["python"], each["name"], each.get("model_code")}]
    fetched = {name for each in record.get("tokens", ()) if each["python"] == what for name in each["parameters"]}
    offered = {each["python_name"]: each for each in record["api_body"] if "const" not in each}
    given = {word.partition("=")[0] for word in words}
    assert given <= offered.keys()
    assert given >= {name for name, each in offered.items() if each["required"] and each["name"] not in fetched}


@pytest.mark.skipif(not SEEDS.exists(), reason="the vendors' documents are not committed")
def test_no_script_of_the_documents_is_left_out():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS.glob("00*.txt")]
    named = {name for text in texts for name in re.findall(r"scripts/([a-z_0-9]+\.(?:py|json))", text)}

    assert len(named) > 20
    assert {name for name in named if name not in TABLE} == set()
