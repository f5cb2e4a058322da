import pytest

from mediawright_generator.load.file import RECORD, VENDOR, parse
from mediawright_generator.spec import Operation, Vendor

HEAD = "name: Paper Boat\ncategory: text_to_video\nmethod: POST\nendpoint: /boat\n"


def lines(text, kind=RECORD):
    _, problems = parse(text.encode(), "a.yaml", kind)
    return [str(problem) for problem in sorted(problems)]


def body(text):
    return lines(f"{HEAD}api_body:\n  - {text}\n")


def test_a_sound_file_has_no_problem():
    assert body("{name: prompt, type: string}") == []


def test_a_number_where_text_is_expected_wants_quotes():
    assert body("{name: prompt, type: string, describe: 2.0}") == [
        "a.yaml:6:44: wrong-type: api_body[0].describe is 2.0 where text is expected; put it in quotes"
    ]


def test_a_quoted_number_where_a_number_is_expected_wants_none():
    assert body("{name: prompt, type: string, max_length: '9'}") == [
        "a.yaml:6:46: wrong-type: api_body[0].max_length is '9' where a whole number is expected; remove the quotes"
    ]


def test_a_word_of_another_yaml_for_true_is_text():
    assert body("{name: prompt, type: string, required: yes}") == [
        "a.yaml:6:44: wrong-type: api_body[0].required is 'yes' where true or false is expected; write true or false"
    ]


def test_one_value_where_a_list_is_expected():
    assert body("{name: prompt, type: string, keywords: 5s}") == [
        "a.yaml:6:44: wrong-type: api_body[0].keywords is '5s' where a list is expected; write it as a list, ['5s']"
    ]


def test_nothing_where_a_value_is_expected():
    assert body("{name: , type: string}") == [
        "a.yaml:6:12: wrong-type: api_body[0].name is empty where text is expected; give it a value, or remove the key"
    ]


def test_a_mistake_in_a_union_is_told_once():
    assert body("{name: prompt, type: object, schema: [a]}") == [
        "a.yaml:6:42: wrong-type: api_body[0].schema is a list where a mapping is expected; write a mapping"
    ]
    assert lines(f"{HEAD}rules:\n  - {{when: {{a: [[1]]}}, then: {{b: {{maximun: 5}}}}}}\n") == [
        "a.yaml:6:17: wrong-type: rules[0].when.a[0] is a list where a value is expected; write a value",
        "a.yaml:6:35: unknown-key: rules[0].then.b has the unknown key 'maximun'; did you mean 'maximum'?",
    ]


def test_an_unknown_key_close_to_a_missing_one_is_told_once():
    assert body("{name: prompt, tpye: string}") == [
        "a.yaml:6:20: unknown-key: api_body[0] has the unknown key 'tpye'; did you mean 'type'?"
    ]


def test_one_unknown_key_is_taken_for_the_one_that_is_missing():
    assert body("{name: prompt, kind: string}") == [
        "a.yaml:6:20: unknown-key: api_body[0] has the unknown key 'kind'; did you mean 'type'?"
    ]


def test_an_unknown_key_close_to_none_is_told_with_the_known_ones():
    assert body("{name: tags, type: array, items: {type: string, zzz: 1}}") == [
        (
            "a.yaml:6:53: unknown-key: api_body[0].items has the unknown key 'zzz'; remove it, or take one of 'type', "
            "'nullable', 'format', 'keywords', 'minimum', 'maximum', 'exclusive_minimum', 'exclusive_maximum', "
            "'multiple_of', 'min_length', 'max_length', 'pattern'"
        )
    ]


def test_a_key_that_is_there_is_not_suggested():
    assert "did you mean" not in body("{name: prompt, type: string, name_: x}")[0]


def test_a_misspelled_value_of_a_closed_set():
    assert lines(HEAD.replace("POST", "Post")) == [
        (
            "a.yaml:3:9: value-not-allowed: method is 'Post', not one of 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', "
            "'HEAD', 'OPTIONS'; take one of them"
        )
    ]
    assert body("{name: p, type: array, items: strin}")[0].endswith("'any'; did you mean 'string'?")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: ''\n", "name is '', too short; give it at least 1"),
        ("category: Text\n", "category is 'Text', which is no name; write it in small letters, digits and underscores"),
        (
            "api_body: [{name: p, type: string, min_length: -1}]\n",
            "api_body[0].min_length is -1, below 0; write 0 or more",
        ),
        ("rules: [{when: {}, then: {a: 1}}]\n", "rules[0].when is an empty mapping, too short; give it at least 1"),
    ],
)
def test_a_value_that_is_not_allowed(text, told):
    key = text.split(":")[0]
    rest = "".join(f"{line}\n" for line in HEAD.splitlines() if not line.startswith(f"{key}:"))
    assert [line.split(": ", 2)[2] for line in lines(text + rest)] == [told]


def test_a_key_that_is_no_word_is_quoted_in_the_path():
    assert lines(f'{HEAD}rules: [{{when: {{"a\\nb": }}, then: {{a: 1}}}}]\n') == [
        (
            "a.yaml:5:25: wrong-type: rules[0].when['a\\nb'] is empty where a value or a mapping is expected; "
            "give it a value, or remove the key"
        )
    ]


def test_a_file_that_is_no_mapping():
    assert lines("- name: Paper Boat\n") == [
        "a.yaml:1:1: wrong-type: the operation is a list where a mapping is expected; write a mapping"
    ]
    assert lines("boat\n", VENDOR) == [
        "a.yaml:1:1: wrong-type: the vendor is 'boat' where a mapping is expected; write a mapping"
    ]


def test_what_is_sound_in_a_faulty_file_can_still_be_checked():
    located, problems = parse(
        f"{HEAD}api_body: [{{name: a}}, {{name: b, type: string, x: 1}}]".encode(), "a.yaml", RECORD
    )
    assert [problem.rule for problem in problems] == ["missing-key", "unknown-key"]
    assert [parameter.name for parameter in located.model.api_body] == ["b"]
    assert located.complete("name")
    assert not located.complete("api_body")
    assert not located.complete("api_body", 0)


def test_a_file_without_what_it_must_have_gets_stand_ins():
    located, problems = parse(b"name: 2.0\ncategory: text_to_video\n", "a.yaml", RECORD)
    assert [problem.rule for problem in sorted(problems)] == ["missing-key", "missing-key", "wrong-type"]
    assert located.complete("category")
    assert not located.complete("name")
    assert not located.complete("endpoint")
    assert not located.complete("api_body")


@pytest.mark.parametrize(("kind", "model"), [(RECORD, Operation), (VENDOR, Vendor)])
def test_every_required_key_of_a_file_has_a_stand_in(kind, model):
    assert {name for name, field in model.model_fields.items() if field.is_required()} == set(kind.stand_in)


def test_a_value_that_stands_for_a_lost_one_is_not_told_again():
    assert [line.split(": ")[1] for line in body("{name: *gone, type: string}")] == ["unknown-anchor"]


def test_numbers_that_json_cannot_carry():
    found = body("{name: a, type: number, keywords: [1, .nan, 1e999], maximum: .inf}")
    assert [line.split(": ", 1)[0] for line in found] == ["a.yaml:6:43", "a.yaml:6:49", "a.yaml:6:66"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("servers: [{url: https://acme.example/}]\n", "1:17"),
        ("servers: [{uri: https://acme.example}]\n", "1:12"),
        ("servers: [https://acme.example]\n", "1:11"),
        ("disputes: [{fact: a, readings: [{value: b, document: c, lines: 7}], taken: d, reason: e}]\n", "1:64"),
    ],
)
def test_a_list_whose_only_item_is_faulty_is_not_called_too_short(text, place):
    rest = "name: acme\ntitle: Acme\nclient: Acme\nenvelope: {code: code, success: [0]}\n"
    server = "" if text.startswith("servers") else "servers: [{url: https://acme.example}]\n"
    assert [line.split(": ")[0] for line in lines(text + rest + server, VENDOR)] == [f"a.yaml:{place}"]
