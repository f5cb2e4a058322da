from mediawright_generator.load.file import RECORD, parse
from mediawright_generator.problems import Place

RECORD_TEXT = """name: Paper Boat
category: text_to_video
method: POST
endpoint: /boat
api_body:
  - name: prompt
    in: query
    type: string
rules:
  - {when: {prompt: a}, then: {prompt: [b]}}
"""


def located():
    model, problems = parse(RECORD_TEXT.encode(), "specs/acme/apis/boat.yaml", RECORD)
    assert problems == ()
    return model


def test_a_place_is_found_by_the_keys_of_the_file():
    assert located().place("api_body", 0, "in") == Place("specs/acme/apis/boat.yaml", 7, 9)
    assert located().key_place("api_body", 0, "in") == Place("specs/acme/apis/boat.yaml", 7, 5)


def test_what_stands_nowhere_is_where_the_value_around_it_is():
    assert located().place("api_body", 0, "default") == located().place("api_body", 0)
    assert located().place("rules", 0, "when", "prompt", 0) == located().place("rules", 0, "when", "prompt")
    assert located().place("sources", 3) == Place("specs/acme/apis/boat.yaml", 1, 1)
    assert located().key_place("api_body", 0) == located().place("api_body", 0)


def test_all_of_a_sound_file_is_complete():
    assert located().complete()
    assert located().complete("api_body", 0, "default")
