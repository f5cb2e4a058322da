PARAMETERS = """api_body:
  - {name: size, type: string, keywords: [720P, 1080P]}
  - {name: duration, type: string, keywords: [5s, 10s], default: 5s}
  - {name: tags, type: array, items: string, keywords: [a, b]}
rules:
"""


def test_every_part_of_a_rule_is_checked(told):
    text = f"{PARAMETERS}  - {{when: {{size: 1080, seed: {{present: true}}}}, then: {{duration: 8s}}}}\n"
    assert told(text) == [
        "0.yaml:10:19: unknown-value-in-rule: value '1080' of 'size' is not one of '720P', '1080P'",
        (
            "0.yaml:10:25: unknown-parameter-in-rule: "
            "parameter 'seed' of the rule is not one of 'size', 'duration', 'tags'"
        ),
        "0.yaml:10:66: unknown-value-in-rule: value '8s' of 'duration' is not one of '5s', '10s'",
    ]


def test_values_for_an_array_are_values_of_its_items(told):
    assert told(f"{PARAMETERS}  - {{when: {{tags: [a]}}, then: {{duration: 5s}}}}\n") == []
    found = told(f"{PARAMETERS}  - {{when: {{tags: [c]}}, then: {{duration: 5s}}}}\n")
    assert [line.split(": ")[1] for line in found] == ["unknown-value-in-rule"]


def test_a_constraint_without_any_demand_is_empty(told):
    found = told(f"{PARAMETERS}  - {{when: {{size: []}}, then: {{duration: {{}}}}}}\n")
    assert [line.split(": ")[:2] for line in found] == [
        ["0.yaml:10:19", "empty-condition"],
        ["0.yaml:10:41", "empty-condition"],
    ]


def test_a_rule_that_narrows_one_of_two_has_an_effect(told):
    assert told(f"{PARAMETERS}  - {{when: {{tags: a}}, then: {{duration: [5s, 10s], size: 720P}}}}\n") == []


def test_a_parameter_that_could_not_be_read_is_not_unknown(told):
    found = told("api_body: [{name: size, type: strng}]\nrules: [{when: {size: a}, then: {size: b}}]\n")
    assert [line.split(": ")[1] for line in found] == ["value-not-allowed"]
