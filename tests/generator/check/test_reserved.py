VENDOR = """name: acme
title: Acme
client: Acme
servers: [{url: https://api.acme.example}]
reserved:
  - {operation: text_to_video.paper_boat, names: [Old Boat, t2v-old], since: 2026-05-01, reason: It is gone.}
"""


def test_an_operation_under_the_python_path_of_a_removed_one_is_found(told):
    assert told("", vendor=VENDOR) == [
        "0.yaml:1:7: reserved-name-in-use: operation 'Paper Boat' is reserved since 2026-05-01"
    ]


def test_an_operation_with_another_name_of_a_removed_one_is_found_once(told):
    head = "name: Old Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\nmodel_code: t2v-old\n"
    assert told("", vendor=VENDOR, head=head) == [
        "0.yaml:1:7: reserved-name-in-use: operation 'Old Boat' is reserved since 2026-05-01"
    ]
    head = head.replace("Old Boat", "New Boat")
    assert told("", vendor=VENDOR, head=head) == [
        "0.yaml:5:13: reserved-name-in-use: operation 'New Boat' is reserved since 2026-05-01"
    ]


def test_an_operation_of_the_same_name_in_another_category_is_another_one(told):
    head = "name: Paper Boat\ncategory: image_to_video\nmethod: POST\nendpoint: /boat\n"
    assert told("", vendor=VENDOR, head=head) == []


def test_a_parameter_under_the_keyword_of_a_removed_one_is_found(told):
    body = "api_body: [{name: other, python_name: aspect_ratio, type: string}]\n"
    found = told(f"{body}reserved: [{{parameter: aspectRatio, since: 2026-05-01, reason: It is gone.}}]\n")
    assert found == ["0.yaml:5:39: reserved-name-in-use: parameter 'other' is reserved since 2026-05-01"]


def test_a_value_counts_by_its_type(told):
    body = "api_body: [{name: count, type: integer, keywords: [1, 4]}]\n"
    entry = "reserved: [{{parameter: count, value: {}, since: 2026-05-01, reason: It is gone.}}]\n"
    assert told(body + entry.format("4")) == [
        "0.yaml:5:55: reserved-name-in-use: value 4 of 'count' is reserved since 2026-05-01"
    ]
    assert told(body + entry.format("true")) == []


def test_values_of_items_are_found_too(told):
    body = "api_body: [{name: tags, type: array, items: {type: string, keywords: [a, 1]}}]\n"
    found = told(f"{body}reserved: [{{parameter: tags, value: 1, since: 2026-05-01, reason: It is gone.}}]\n")
    assert [line.split(": ")[:2] for line in found] == [["0.yaml:5:74", "reserved-name-in-use"]]


def test_a_removal_today_is_fine(told):
    from datetime import UTC, datetime

    today = datetime.now(tz=UTC).date()
    assert told(f"reserved: [{{parameter: seed, since: {today}, reason: It is gone.}}]\n") == []


def test_an_entry_that_lacks_something_is_told_once(told):
    found = told("reserved: [{parameter: seed, since: soon}]\n")
    assert [line.split(": ")[1] for line in found] == ["missing-key", "value-not-allowed"]
