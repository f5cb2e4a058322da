"""What stands on the lines of a pull request: the changes that still need a reason."""

import re

from mediawright_generator.cli import main


def test_what_needs_a_reason_stands_on_its_line(checkout, capsys):
    checkout.write(checkout.dangerous.replace("  - {name: prompt, type: string, required: true}\n", ""))
    assert main(["diff", "main", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    places = [re.match(r"::(\w+) file=(.*?),line=(\d+),col=\d+,title=([\w-]+)::text_to_video", each) for each in lines]
    assert [each and each.groups() for each in places] == [
        ("error", "specs/acme/apis/boat.yaml", "7", "param-removed"),
        ("warning", "specs/acme/apis/boat.yaml", "8", "default-changed"),
        None,
    ]
    assert lines[-1] == "::notice title=mediawright-gen diff::1 breaking, 1 dangerous"


def test_what_has_its_reason_is_only_counted(checkout, capsys):
    checkout.write(checkout.breaking)
    main(["diff", "main", "--acknowledge", "all", "--reason", "vendor-changed", "--document", "d"])
    capsys.readouterr()
    assert main(["diff", "main", "--format", "github"]) == 0
    assert capsys.readouterr().out == "::notice title=mediawright-gen diff::1 breaking\n"


def test_nothing_is_printed_where_nothing_changed(checkout, capsys):
    assert main(["diff", "main", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_mistakes_are_annotated_instead(checkout, capsys):
    checkout.write(checkout.boat + "nonsense: 1\n")
    assert main(["diff", "main", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=specs/acme/apis/boat.yaml,line=10,col=1,title=unknown-key::"
    )


def test_no_more_than_github_shows(checkout, capsys):
    """GitHub drops what is more than ten of a kind without a word."""
    parameters = "".join(f"  - {{name: 'p{number}', type: string}}\n" for number in range(30))
    checkout.commit(checkout.boat + parameters)
    checkout.write(checkout.boat)
    main(["diff", "main", "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert [each.split(" ")[0] for each in lines] == ["::error"] * 10 + ["::notice"]
    assert "21 more" in lines[9]
    assert "`mediawright-gen diff main` tells all" in lines[9]
    assert lines[10].endswith("::30 breaking")
