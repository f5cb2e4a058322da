"""What an import leaves out, so that a tree without problems stays one."""

import json

import pytest

PROMPT = {"name": "prompt", "type": "string", "required": True, "describe": "What to paint."}
STYLE = {
    "name": "style",
    "type": "string",
    "describe": "How to paint. Default is chalk.",
    "keywords": ["oil", "chalk", "ink"],
}
URL = "https://api.paintbox.example/v1/easel"


def demo(**data: object) -> dict:
    body = json.dumps({"data": data})
    return {"request": [{"title": "Paint", "code_example": f"curl --request POST --url {URL} --data '{body}'"}]}


@pytest.fixture
def easel(entry):
    def make(*parameters, **changes):
        stated = {"status": 1, "api_request_demo": demo(prompt="<string>", style="ink")}
        return entry(*(parameters or (PROMPT, STYLE)), **(stated | changes))

    return make


def lines(outcome):
    return [str(problem) for problem in outcome.problems]


def said(outcome):
    return [line.text for line in outcome.news if line.kind != "kept"]


def test_change_that_breaks_a_rule_of_people_is_left_out_alone(desk, easel):
    """The other changes are made; the next import comes back to it, and makes it once the rule is gone."""
    desk.run(easel(api_request_demo=demo(prompt="<string>")))
    rule = "rules:\n  - {when: {style: ink}, then: {prompt: a}}\nsources:\n"
    desk.edit("easel_2_0", ("sources:\n", rule))
    fewer = easel(PROMPT, STYLE | {"keywords": ["oil", "chalk"]}, status=2, api_request_demo=demo(prompt="<string>"))
    for status in (["status: was 1, is 2"], []):
        outcome = desk.run(fewer)
        assert lines(outcome) == [
            (
                "specs/paintbox/apis/easel_2_0.yaml:11:5: unknown-value-in-rule: with what the document says of "
                "api_body.style, value 'ink' of 'style' is not one of 'oil', 'chalk'; "
                "that is left out; list it in keywords of 'style' or change the rule, and import again"
            )
        ]
        assert said(outcome) == [
            *status,
            "api_body.style.keywords: was ['oil', 'chalk', 'ink'], is ['oil', 'chalk']; left out",
        ]
    desk.edit(
        "easel_2_0", ("  - {when: {style: ink}, then: {prompt: a}}\n", "  - {when: {style: oil}, then: {prompt: a}}\n")
    )
    outcome = desk.run(fewer)
    assert lines(outcome) == []
    assert desk.load()["Easel 2.0"].api_body[1].keywords == ("oil", "chalk")
    assert said(desk.run(fewer)) == []


def test_default_outside_a_corrected_enum_is_left_out(desk, easel):
    desk.run(easel(api_request_demo=demo(prompt="<string>")))
    desk.edit("easel_2_0", ("keywords: [oil, chalk, ink]", "keywords: [oil, chalk]"))
    outcome = desk.run(
        easel(PROMPT, STYLE | {"describe": "How to paint. Default is ink."}, api_request_demo=demo(prompt="<string>"))
    )
    (problem,) = lines(outcome)
    assert "default-outside-enum: with what the document says of api_body.style, default 'ink' is not one of" in problem
    assert "default: chalk" in desk.text("easel_2_0")


def test_example_that_the_documents_own_facts_refuse_gives_way(desk, easel):
    """Facts weigh more than examples: only what is refused is left out, and it is named."""
    desk.run(easel())
    outcome = desk.run(easel(PROMPT, STYLE | {"keywords": ["oil", "chalk"]}))
    assert lines(outcome) == []
    assert said(outcome) == [
        "api_body.style.keywords: was ['oil', 'chalk', 'ink'], is ['oil', 'chalk']",
        "api_request_demo[0].body.data.style: 'ink' is refused by the document's own facts; left out",
    ]
    assert desk.load()["Easel 2.0"].api_request_demo[0].body == {"data": {"prompt": "<string>"}}


def test_example_that_lacks_what_is_required_now_gives_way(desk, easel):
    desk.run(easel())
    outcome = desk.run(easel(PROMPT, STYLE, {"name": "mood", "type": "string", "required": True}))
    assert lines(outcome) == []
    assert [line.kind for line in outcome.news if "api_request_demo" in line.text] == ["example-left-out"]
    assert desk.load()["Easel 2.0"].api_request_demo == ()


def test_example_gives_way_beside_a_problem_that_stays(desk, easel):
    desk.run(easel())
    desk.edit("easel_2_0", ("keywords: [oil, chalk, ink]", "keywords: [chalk, ink]"))
    mood = {"name": "mood", "type": "string", "required": True}
    outcome = desk.run(easel(PROMPT, STYLE | {"describe": "How to paint. Default is oil."}, mood))
    assert [problem.rule for problem in outcome.problems] == ["default-outside-enum"]
    assert [line.kind for line in outcome.news if line.text.startswith("api_request_demo")] == ["example-left-out"]
    assert "name: mood" in desk.text("easel_2_0")


def test_answer_that_starts_no_task_gives_way(desk, easel):
    """Alone, and once, whatever else is wrong."""
    answered = demo(prompt="<string>") | {"response": [{"type": "200", "code_example": '{"code": 0}'}]}
    desk.run(easel(api_request_demo=demo(prompt="<string>")))
    desk.edit("easel_2_0", ("keywords: [oil, chalk, ink]", "keywords: [chalk, ink]"))
    oil = STYLE | {"describe": "How to paint. Default is oil."}
    outcome = desk.run(easel(PROMPT, oil, api_request_demo=answered))
    assert [problem.rule for problem in outcome.problems] == ["default-outside-enum"]
    assert "api_request_demo[0].response.200" in str(outcome.news)
    assert [demo.response for demo in desk.load()["Easel 2.0"].api_request_demo] == [()]


def test_example_that_people_wrote_in_stays(desk, easel):
    desk.run(easel())
    desk.edit("easel_2_0", ("style: ink}", "style: oil}"))
    before = desk.text("easel_2_0")
    outcome = desk.run(easel(PROMPT, STYLE, {"name": "mood", "type": "string", "required": True}))
    (problem,) = lines(outcome)
    assert "example-breaks-record: with what the document says of api_body.mood, the example lacks 'mood'" in problem
    assert desk.text("easel_2_0") == before


def test_new_record_with_problems_is_not_written(desk, easel, entry):
    """Its problems have the place of its entry; the other records go on."""
    desk.run(easel())
    bad = entry({"name": "tags", "type": "array"}, name="Bad", id=8, endpoint=f"{URL}/bad")
    outcome = desk.run(easel(status=3), bad)
    (problem,) = lines(outcome)
    assert problem.startswith("paintbox.json:12:1: array-without-items: as a record, 'Bad' has a problem: ")
    assert problem.endswith("; no file is written; correct the document, or write the record by hand")
    assert said(outcome) == ["status: was 1, is 3"]
    assert not desk.file("bad").exists()
    assert lines(desk.run(easel(status=3), bad)) == lines(outcome)


def test_new_record_goes_without_an_example_that_breaks_it(desk, easel):
    outcome = desk.run(easel(api_request_demo=demo(prompt="<string>", style="wax")))
    assert [line.kind for line in outcome.news] == ["vendor-added", "example-left-out"]
    assert desk.load()["Easel 2.0"].api_request_demo[0].body == {"data": {"prompt": "<string>"}}


def test_two_records_may_swap_their_names(desk, easel, entry):
    """Neither stands in the other's way, for both are looked at together."""
    desk.run(easel(), entry(name="Brush", id=8, endpoint=f"{URL}/brush"))
    outcome = desk.run(easel(name="Brush"), entry(name="Easel 2.0", id=8, endpoint=f"{URL}/brush"))
    assert lines(outcome) == []
    assert "id: 7\nname: Brush\n" in desk.text("easel_2_0")
    assert "id: 8\nname: Easel 2.0\n" in desk.text("brush")


def test_name_that_another_record_has_is_left_out(desk, easel):
    desk.run(easel())
    own = "name: Brush\ncategory: text_to_image\nmethod: POST\nendpoint: /own\n"
    desk.file("own").write_text(own, encoding="utf-8")
    outcome = desk.run(easel(name="Brush", status=3))
    assert [problem.rule for problem in outcome.problems] == ["duplicate-name"]
    assert said(outcome) == ["name: was 'Easel 2.0', is 'Brush'; left out", "status: was 1, is 3"]
    assert "name: Easel 2.0\n" in desk.text("easel_2_0")
    assert "status: 3\n" in desk.text("easel_2_0")
    assert desk.text("own") == own


def test_record_with_a_mistake_of_its_own_waits(desk, easel):
    """A person is at work in it: the document's changes come when it has no problem any more."""
    desk.run(easel())
    text = desk.text("easel_2_0").replace("default: chalk", "default: wax")
    desk.file("easel_2_0").write_bytes(text.encode())
    outcome = desk.run(easel(status=2), dry_run=True)
    assert [problem.rule for problem in outcome.problems] == ["default-outside-enum"]
    assert outcome.written == 0


def test_record_with_aliases_is_refused(desk, easel):
    desk.run(easel())
    desk.edit("easel_2_0", ("sources:\n", "notes: [&a Slow., *a]\nsources:\n"))
    before = desk.text("easel_2_0")
    outcome = desk.run(easel(status=2))
    assert lines(outcome) == [
        (
            "specs/paintbox/apis/easel_2_0.yaml:1:1: alias-in-changed-record: the document changes this record, "
            "in which aliases repeat values; write the values out, and import again"
        )
    ]
    assert said(outcome) == ["status: was 1, is 2; left out"]
    assert desk.text("easel_2_0") == before
    assert lines(desk.run(easel())) == []
