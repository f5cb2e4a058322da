"""A verdict in every form: the same findings at the same places, whatever their texts hold."""

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediawright_generator.check import RULES
from mediawright_generator.problems import Place, Problem
from mediawright_generator.report import FORMATS
from mediawright_generator.report.annotations import MOST, below, command
from mediawright_generator.verdict import Verdict, text_of, verdict_of

AWKWARD = st.text(st.sampled_from("ab,:%;\r\n图片'\"#|\u00e9"), min_size=1, max_size=12)
NAMES = AWKWARD.map(lambda text: f"specs/{text}.yaml")
PLACES = st.builds(Place, NAMES, st.integers(1, 9999), st.integers(1, 9999))
SEVERITIES = st.sampled_from(["error", "warning"])
RULE_IDS = st.sampled_from([rule.id for rule in RULES])
PROBLEMS = st.builds(Problem, PLACES, RULE_IDS, AWKWARD, AWKWARD, SEVERITIES)
VERDICTS = st.lists(PROBLEMS, max_size=9).map(lambda found: Verdict(("acme",), 3, tuple(sorted(found))))


def unescaped(text):
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def of_annotations(text):
    for line in text.splitlines():
        kind, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        values = {key: unescaped(value) for key, value in (each.split("=", 1) for each in properties.split(","))}
        if "file" in values:
            yield values["file"], int(values["line"]), int(values["col"]), values["title"], kind, unescaped(message)


def of_sarif(text):
    for result in json.loads(text)["runs"][0]["results"]:
        physical = result["locations"][0]["physicalLocation"]
        region = physical["region"]
        file = unquote(physical["artifactLocation"]["uri"])
        place = (file, region["startLine"], region["startColumn"])
        yield *place, result["ruleId"], result["level"], result["message"]["text"]


def of_json(text):
    for each in json.loads(text)["findings"]:
        place = (each["file"], each["line"], each["column"])
        yield *place, each["rule"], each["severity"], f"{each['what']}; {each['remedy']}"


@settings(max_examples=200)
@given(VERDICTS)
def test_every_form_tells_the_same_findings_at_the_same_places(verdict):
    """Positions count from 1 and agree in all forms; commas, percent signs and Chinese survive."""
    expected = sorted(
        (each.place.file, each.place.line, each.place.column, each.rule, each.severity, f"{each.what}; {each.remedy}")
        for each in verdict.problems
    )
    assert sorted(of_json(FORMATS["json"](verdict))) == expected
    assert sorted(of_sarif(FORMATS["sarif"](verdict))) == expected
    assert sorted(of_annotations(FORMATS["github"](verdict))) == expected
    text = FORMATS["text"](verdict)
    assert all(f"{file}:{line}:{column}: {rule}: {said}\n" in text for file, line, column, rule, _, said in expected)
    assert verdict_of(text_of(verdict)) == verdict


def problems(count, severity="error"):
    return tuple(
        Problem(Place("a.yaml", line), "unknown-key", f"key {line}", "r", severity) for line in range(1, count + 1)
    )


@pytest.mark.parametrize(("errors", "warnings"), [(0, 0), (1, 0), (10, 10), (11, 3), (500, 200)])
def test_annotations_are_ten_of_a_kind_and_tell_true_totals(errors, warnings):
    """GitHub drops what is beyond ten of a kind without a word."""
    lines = FORMATS["github"](Verdict(("acme",), 1, (*problems(errors), *problems(warnings, "warning")))).splitlines()
    kinds = [line.split(" ", 1)[0] for line in lines]
    assert kinds.count("::error") == min(errors, MOST)
    assert kinds.count("::warning") == min(warnings, MOST)
    assert kinds.count("::notice") == (1 if lines else 0)
    if errors > MOST:
        assert f"::error title={errors - 9} more errors::{errors - 9} more, the first of them a.yaml:10:1" in lines[9]
    if lines:
        assert f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning" in lines[-1]


def test_where_nothing_is_found_no_annotation_is_written():
    assert FORMATS["github"](Verdict(("acme",), 1, ())) == ""


def test_a_command_is_escaped_as_github_reads_it():
    assert command("error", "50 %: a, b\r\nc", file="we,ird%:.yaml") == (
        "::error file=we%2Cird%25%3A.yaml::50 %25: a, b%0D%0Ac"
    )


def test_files_are_named_from_the_workspace():
    """GitHub finds a line by the way to its file from there, wherever the command ran."""
    text = FORMATS["github"](Verdict(("acme",), 1, problems(1)))
    assert [each[0] for each in of_annotations(below("other/part,1", text))] == ["other/part,1/a.yaml"]
    assert below("", text) == text


def test_a_fingerprint_stays_when_lines_move_and_tells_alike_findings_apart():
    here, there = (
        Verdict((), 0, tuple(Problem(Place("a.yaml", line), "unknown-key", "k", "r") for line in lines))
        for lines in ((3, 9), (40, 41))
    )
    assert list(here.fingerprints()) == list(there.fingerprints())
    assert len(set(here.fingerprints())) == 2
    assert here.without(there).problems == ()


def test_sarif_has_what_code_scanning_needs():
    """The keys that GitHub documents as required, with the rule's why and how."""
    told = json.loads(FORMATS["sarif"](Verdict(("acme",), 1, problems(2))))
    assert told["version"] == "2.1.0"
    driver = told["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["unknown-key"]
    assert driver["rules"][0]["help"]["text"].endswith("remove it.")
    for result in told["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch(r"[0-9a-f]{12}", result["partialFingerprints"]["mediawright/v1"])
