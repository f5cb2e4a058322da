import json
from pathlib import Path

import pytest
import yaml
from ruamel.yaml import YAML

from mediawright_generator.importer import import_c_api_doc, record_text, write_texts
from mediawright_generator.load import load
from mediawright_generator.spec import Operation, Parameter
from mediawright_generator.spec.operation import RequestDemo

AWKWARD = (
    "16:9",
    "off",
    "True",
    "1e3",
    "012",
    "1",
    "1_000",
    "",
    "null",
    "~",
    "y",
    "=",
    "2026-03-06",
    "a: b",
    "#x",
    "- x",
    "'q'",
)


def operation(**stated: object) -> Operation:
    return Operation(name="Easel", category="text_to_image", method="POST", endpoint="/easel", **stated)


def lines(record: Operation) -> list[str]:
    return record_text(record).splitlines()


@pytest.mark.parametrize("read", [yaml.safe_load, YAML(typ="safe").load])
def test_every_tool_reads_strings_as_strings(read):
    """YAML 1.1 and 1.2 read unquoted `16:9`, `off` and `012` differently; the text leaves no choice."""
    record = operation(api_body=(Parameter(name="mode", type="string", keywords=AWKWARD),))
    assert read(record_text(record))["api_body"][0]["keywords"] == list(AWKWARD)


def test_keys_come_in_the_order_of_the_record_and_only_those_stated():
    assert lines(operation(description="Paints.", status=1, title="T")) == [
        "# yaml-language-server: $schema=../../schema/record.json",
        "name: Easel",
        "category: text_to_image",
        "status: 1",
        "method: POST",
        "endpoint: /easel",
        "title: T",
        "description: Paints.",
    ]


def test_short_parameter_stands_on_one_line_and_a_long_one_on_several():
    short = Parameter(name="loop", type="string", keywords=("True", "False"), default="False")
    long = Parameter(name="prompt", type="string", describe="words " * 20, min_length=1)
    assert lines(operation(api_body=(short, long)))[5:] == [
        "api_body:",
        '  - {name: loop, type: string, keywords: ["True", "False"], default: "False"}',
        "  - name: prompt",
        "    type: string",
        f'    describe: "{"words " * 20}"',
        "    min_length: 1",
    ]


def test_no_line_that_could_be_split_is_longer_than_120_columns():
    for length in range(1, 100):
        parameter = Parameter(name="p" * length, type="string", keywords=("a", "b"), default="a")
        assert max(map(len, lines(operation(api_body=(parameter,))))) <= 120, length


def test_dates_and_short_forms_need_no_quotes():
    parameter = Parameter.model_validate({"name": "a", "type": "array", "items": "string", "means": "count"})
    text = record_text(operation(api_body=(parameter,), created_at="2026-03-04"))
    assert "  - {name: a, type: array, items: string, means: count}\n" in text
    assert "created_at: 2026-03-04\n" in text


def test_bodies_are_written_as_they_are():
    demo = RequestDemo(body={"data": {"b": None, "a": [1, 2.5, True, "1"]}})
    assert '  - {body: {data: {b: null, a: [1, 2.5, true, "1"]}}}' in lines(operation(api_request_demo=(demo,)))


def test_what_is_written_loads_as_what_was_imported(tmp_path, vendor):
    """Values pass through YAML unchanged: texts that look like figures, dates, empty bodies."""
    text = Path(__file__).with_name("paintbox.txt").read_text(encoding="utf-8")
    records = import_c_api_doc(text, vendor, "paintbox.txt", "2026-11-20").records
    folder = tmp_path / "specs" / vendor.name
    write_texts({f"apis/{index}.yaml": record_text(record) for index, record in enumerate(records)}, folder)
    stated = vendor.model_dump(mode="json", by_alias=True, exclude_unset=True)
    (folder / "vendor.yaml").write_text(json.dumps(stated), encoding="utf-8")
    (loaded,), problems = load(tmp_path / "specs", tmp_path)
    assert problems == ()
    assert tuple(operation.model for operation in loaded.operations) == records


def test_the_same_record_gives_the_same_text():
    record = operation(api_body=(Parameter(name="a", type="string", keywords=("x", "y")),))
    assert record_text(record) == record_text(record)
