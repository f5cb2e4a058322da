"""Changes get their lines in CHANGELOG.md once, and what people wrote stays."""

import pytest

from mediawright_generator.cli import main

WRITTEN = """\
# Changelog

Words of people.

## Unreleased

### Added

* Something of ours.

## 0.1.0

### Breaking

* Old.
"""


@pytest.fixture
def written(checkout, capsys):
    def run(before):
        path = checkout.root / "CHANGELOG.md"
        if before is not None:
            path.write_text(before, encoding="utf-8")
        main(["diff", "main", "--write-changelog"])
        capsys.readouterr()
        return path.read_text(encoding="utf-8")

    return run


def test_groups_stand_above_what_people_wrote(checkout, written):
    checkout.write(checkout.breaking + "  - {name: seed, type: integer}\n")
    text = written(WRITTEN)
    head, tail = WRITTEN.split("### Added\n")
    assert text.startswith(head + "### Breaking\n\n* `acme.text_to_video.paper_boat`: parameter 'ratio' is gone. Leave")
    assert "\n\n### Compatible\n\n* `acme.text_to_video.paper_boat`: " in text
    assert text.endswith("-->\n\n### Added\n" + tail)


@pytest.mark.parametrize(
    "before",
    [
        WRITTEN,
        None,
        "",
        "# Changelog\n",
        "# Changelog\n\n## 0.1.0\n\n* Old.\n",
        "## Unreleased\n",
        "## Unreleased\n\n### Breaking\n",
    ],
)
def test_a_second_run_changes_nothing(checkout, written, before):
    checkout.write(checkout.breaking)
    once = written(before)
    assert (
        once.count("parameter 'ratio' is gone")
        == once.count("## Unreleased")
        == once.count("## Unreleased\n\n### Breaking\n\n* ")
        == 1
    )
    assert written(None) == once


def test_a_line_that_people_reworded_stays_as_it_is(checkout, written):
    checkout.write(checkout.breaking)
    reworded = written(WRITTEN).replace("parameter 'ratio' is gone", "the vendor chooses the ratio now")
    assert written(reworded) == reworded


def test_a_further_change_joins_its_group(checkout, written):
    checkout.write(checkout.breaking)
    once = written(WRITTEN)
    checkout.write(checkout.breaking.replace("prompt", "text"))
    text = written(None)
    assert text.count("### Breaking") == once.count("### Breaking")
    assert text.index("'ratio' is gone") < text.index("parameter 'prompt'") < text.index("### Added")


def test_no_change_writes_nothing(written):
    assert written(WRITTEN) == WRITTEN
