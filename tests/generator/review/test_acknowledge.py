"""A change is agreed to once, by what it is, and nothing else is agreed to with it."""

import json
import shutil

import pytest

from mediawright_generator.cli import main
from mediawright_generator.load import load

GIVEN = ("--reason", "spec-corrected", "--document", "reference.txt", "--lines", "12", "--read-on", "2026-11-20")


@pytest.fixture
def diff(capsys):
    def run(*arguments):
        status = main(["diff", "main", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def acknowledged(diff):
    changes = json.loads(diff("--format", "json")[1])["changes"]
    return {each["rule"]: (each["acknowledged"] or {}).get("reason") for each in changes}


def test_a_change_with_a_reason_no_longer_fails(checkout, diff):
    checkout.write(checkout.breaking)
    assert diff()[0] == 1
    assert diff("--acknowledge", "all", *GIVEN) == (
        0,
        "specs/acme/changelog.yaml: written\nacknowledged: 1; still without a reason: 0\n",
        "",
    )
    status, out, _ = diff()
    assert status == 0
    assert "acknowledged: spec-corrected, reference.txt:12, read on 2026-11-20: parameter 'ratio' is gone" in out
    assert load(checkout.root / "specs", checkout.root)[1] == ()


def test_the_command_that_is_printed_is_the_one_to_run(checkout, diff):
    """A maintainer computes no fingerprint."""
    checkout.write(checkout.breaking)
    (line,) = (each for each in diff()[1].splitlines() if "needs a reason: " in each)
    words = line.split("needs a reason: mediawright-gen diff main ")[1]
    assert diff(*words.replace("REASON", "vendor-changed").replace("DOCUMENT", "news.html").split())[0] == 0
    assert diff()[0] == 0


def test_it_survives_rewording_and_moved_lines(checkout, diff):
    checkout.write(checkout.breaking)
    diff("--acknowledge", "all", *GIVEN)
    checkout.write("# moved\n\n" + checkout.breaking + "description: Other words.\nnotes: [New words.]\n")
    assert diff()[0] == 0


def test_it_covers_no_other_change(checkout, diff):
    checkout.write(checkout.dangerous)
    diff("--acknowledge", "all", *GIVEN)
    assert diff()[0] == 0
    checkout.write(checkout.breaking)
    assert (diff()[0], acknowledged(diff)) == (1, {"param-removed": None})
    checkout.write(
        checkout.dangerous.replace("[16:9, 9:16]", "[16:9, 9:16, 1:1]").replace("default: 9:16", "default: 1:1")
    )
    assert (diff()[0], acknowledged(diff)["default-changed"]) == (1, None)


def test_an_entry_for_another_rule_covers_nothing(checkout, diff):
    checkout.write(checkout.breaking)
    diff("--acknowledge", "all", *GIVEN)
    text = checkout.changelog.read_text()
    checkout.changelog.write_text(text.replace("rule: param-removed", "rule: param-added-required"))
    assert diff()[0] == 1


def test_history_stays_and_is_no_mistake(checkout, diff):
    """An entry that matches nothing in this comparison was about an older one."""
    checkout.write(checkout.breaking)
    diff("--acknowledge", "all", *GIVEN)
    checkout.commit()
    assert diff()[:2] == (0, "main -> the working tree: no changes\n")


def test_comments_order_and_layout_of_a_changelog_stay(checkout, diff):
    before = (
        "changes:\n# the first one\n"
        "- {change: 3f2a9c01b7de, rule: param-removed, reason: vendor-changed, document: d, read_on: 2026-11-01} #\n\n"
    )
    checkout.changelog.write_text(before)
    checkout.write(checkout.breaking)
    assert diff("--acknowledge", "all", *GIVEN)[0] == 0
    after = checkout.changelog.read_text()
    assert after.startswith(before.rstrip() + "\n- change: ")
    assert diff()[0] == 0


def test_a_second_time_adds_nothing(checkout, diff):
    checkout.write(checkout.breaking)
    diff("--acknowledge", "all", *GIVEN)
    before = checkout.changelog.read_text()
    assert diff("--acknowledge", "all", *GIVEN)[:2] == (0, "acknowledged: 0; still without a reason: 0\n")
    assert checkout.changelog.read_text() == before


def test_a_changelog_that_takes_no_entry_is_left_alone(checkout, diff):
    checkout.changelog.write_text("changes: []\n")
    checkout.write(checkout.breaking)
    status, _, err = diff("--acknowledge", "all", *GIVEN)
    assert (status, checkout.changelog.read_text()) == (2, "changes: []\n")
    assert "write `changes:` with one `- ` for each entry" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--acknowledge", "all"), "--acknowledge needs --reason"),
        (("--acknowledge", "all", *GIVEN[:2]), "and --document"),
        (("--acknowledge", "000000000000", *GIVEN), "'000000000000' is no change; run `mediawright-gen diff main`"),
        (("--acknowledge", "all", *GIVEN[:-1], "2026-02-30"), "--read-on '2026-02-30' is no day"),
        (("--acknowledge", "all", *GIVEN[:-1], "2999-01-01"), "--read-on '2999-01-01' is no day"),
        (("main", "--acknowledge", "all", *GIVEN), "is a revision, and nothing can be written there"),
    ],
)
def test_what_cannot_be_acknowledged_is_told(checkout, diff, arguments, words):
    checkout.commit(checkout.boat)
    checkout.write(checkout.breaking)
    status, _, err = diff(*arguments)
    assert (status, words in err, err.count("\n")) == (2, True, 1)
    assert not checkout.changelog.exists()


def test_the_removal_of_a_vendor_is_acknowledged_where_it_was(checkout, diff, folder):
    other = folder("other").root / "specs" / "acme"
    other.rename(checkout.root / "specs" / "other")
    vendor = checkout.root / "specs" / "other" / "vendor.yaml"
    vendor.write_text(vendor.read_text().replace("name: acme", "name: other").replace("client: Acme", "client: Other"))
    checkout.commit()
    shutil.rmtree(checkout.root / "specs" / "other")
    assert diff()[0] == 1
    assert diff("--acknowledge", "all", *GIVEN)[1].startswith("specs/other/changelog.yaml: written")
    assert (diff()[0], acknowledged(diff)) == (0, {"vendor-removed": "spec-corrected"})
