def test_an_item_of_a_default_is_told_at_its_place(told_of_body):
    assert told_of_body("{name: tags, type: array, items: string, keywords: [a, b], default: [a, c]}") == [
        "0.yaml:6:77: default-outside-enum: default ['a', 'c'] has the item 'c', which is not one of 'a', 'b'"
    ]


def test_one_wrong_value_is_told_in_one_way(told_of_body):
    assert told_of_body('{name: seconds, type: integer, keywords: [5, 10], maximum: 10, default: "99"}') == [
        "0.yaml:6:77: default-of-another-type: default '99' is not a whole number"
    ]


def test_a_documented_default_may_be_required_all_the_same(told_of_body):
    """Vendors write both; the default is then documentation only."""
    assert told_of_body("{name: ratio, type: string, required: true, default: 16:9}") == []


def test_keywords_of_items_are_checked_too(told_of_body):
    assert told_of_body("{name: a, type: array, items: {type: integer, keywords: [1, b, 1]}}") == [
        "0.yaml:6:65: keyword-of-another-type: keyword 'b' is not a whole number",
        "0.yaml:6:68: repeated-keyword: keyword 1 is listed twice",
    ]


def test_true_and_one_are_two_keywords(told_of_body):
    assert told_of_body("{name: a, type: string, keywords: [1, True]}") == []


def test_labels_of_open_lists_may_name_other_values(told_of_body):
    assert told_of_body("{name: a, type: string, keywords: [x], open: true, labels: {y: Y}}") == []


def test_labels_name_true_and_false_as_yaml_writes_them(told_of_body):
    assert told_of_body("{name: a, type: boolean, keywords: [true, false], labels: {true: On, false: Off}}") == []


def test_labels_without_keywords_are_labels_of_nothing(told_of_body):
    assert told_of_body("{name: a, type: string, labels: {y: Y}}") == [
        "0.yaml:6:38: unknown-label: labelled value 'y' is not one of (there are none)"
    ]


def test_labels_beside_keywords_of_another_type_are_not_a_second_mistake(told_of_body):
    found = told_of_body('{name: a, type: integer, keywords: ["1"], labels: {2: Two}}')
    assert [line.split(": ")[1] for line in found] == ["keyword-of-another-type"]


def test_labels_of_an_open_list_without_keywords_are_the_list(told_of_body):
    assert told_of_body("{name: a, type: string, open: true, labels: {y: Y}}") == []
