"""A vendor's next document, imported over records that people have edited."""

import json
import re

import pytest

PROMPT = {
    "name": "prompt",
    "type": "string",
    "required": True,
    "describe": "What to paint. Maximum string length: 800.",
}
STYLE = {
    "name": "style",
    "type": "string",
    "describe": "How to paint. Options: oil, chalk, ink. Default is chalk.",
    "keywords": ["oil", "chalk", "ink"],
}
SIZE = {
    "name": "size",
    "type": "string",
    "describe": "How large. Options: small, large (when style is oil). Default is small.",
    "keywords": ["small", "large"],
}
STROKES = {"name": "strokes", "type": "integer", "describe": "How many strokes. Range: 1-1000. Default is 100."}
PHOTO = {
    "name": "photo",
    "type": "string",
    "describe": "The URL of the photo. Supported formats include PNG, JPG. Maximum file size: 20 MB.",
}
URL = "https://api.paintbox.example/v1/easel"


def demo(url: str = URL, **data: object) -> dict:
    body = json.dumps({"data": {"prompt": "<string>", "style": "chalk", **data}})
    return {"request": [{"title": "Paint it", "code_example": f"curl --request POST --url {url} --data '{body}'"}]}


@pytest.fixture
def easel(entry):
    """Make the vendor's entry: what is not named is as it was."""

    def make(*others, left_out=(), **changes):
        known = {each["name"]: each for each in (PROMPT, STYLE, SIZE, STROKES, PHOTO)}
        known |= {each["name"]: each for each in others}
        stated = {"model_code": "easel-2", "description": "Paints.", "status": 1, "api_request_demo": demo()}
        parameters = (each for name, each in known.items() if name not in left_out)
        return entry(*parameters, **(stated | changes))

    return make


@pytest.fixture
def mine(desk, easel):
    """A record whose words people rewrote, with some comments."""
    desk.run(easel())
    desk.edit(
        "easel_2_0",
        ("description: Paints.\n", "description: Makes a picture from words. # ours\n"),
        ("describe: What to paint.", "describe: The words."),
        (
            "  - {name: style, type: string, describe: How to paint., keywords: [oil, chalk, ink], default: chalk}\n",
            (
                "  - name: style\n    type: string\n    describe: Manner of painting.\n"
                "    # seen in the editor, too\n    keywords: [oil, chalk, ink]\n    default: chalk\n"
            ),
        ),
        ("rules:\n", "# one condition\nrules:\n"),
    )
    return desk


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that went and those that came, but for the source that the import wrote."""
    gone, come = before.splitlines(), after.splitlines()
    for line in before.splitlines():
        if line in come:
            come.remove(line)
            gone.remove(line)
    return tuple([line.strip() for line in lines if "document: paintbox" not in line] for lines in (gone, come))


CHANGES = {
    "value added": (
        {
            "others": [
                STYLE | {"keywords": ["oil", "gouache", "chalk", "ink"], "describe": "How to paint. Default is chalk."}
            ]
        },
        ["vendor-changed: api_body.style.keywords: was ['oil', 'chalk', 'ink'], is ['oil', 'gouache', 'chalk', 'ink']"],
        ["keywords: [oil, chalk, ink]"],
        ["keywords: [oil, gouache, chalk, ink]"],
    ),
    "value taken away": (
        {"others": [STYLE | {"keywords": ["oil", "chalk"], "describe": "How to paint. Default is chalk."}]},
        ["vendor-changed: api_body.style.keywords: was ['oil', 'chalk', 'ink'], is ['oil', 'chalk']"],
        ["keywords: [oil, chalk, ink]"],
        ["keywords: [oil, chalk]"],
    ),
    "default changed": (
        {"others": [STYLE | {"describe": "How to paint. Default is oil."}]},
        ["vendor-changed: api_body.style.default: was 'chalk', is 'oil'"],
        ["default: chalk"],
        ["default: oil"],
    ),
    "default and value added together": (
        {
            "others": [
                STYLE | {"keywords": ["oil", "chalk", "ink", "16:9"], "describe": "How to paint. Default is 16:9."}
            ]
        },
        [
            "vendor-changed: api_body.style.default: was 'chalk', is '16:9'",
            "vendor-changed: api_body.style.keywords: was ['oil', 'chalk', 'ink'], is ['oil', 'chalk', 'ink', '16:9']",
        ],
        ["keywords: [oil, chalk, ink]", "default: chalk"],
        ['keywords: [oil, chalk, ink, "16:9"]', 'default: "16:9"'],
    ),
    "bound changed": (
        {"others": [PROMPT | {"describe": "What to paint. Maximum string length: 900."}]},
        ["vendor-changed: api_body.prompt.max_length: was 800, is 900"],
        ["- {name: prompt, type: string, required: true, describe: The words., max_length: 800, means: prompt}"],
        ["- {name: prompt, type: string, required: true, describe: The words., max_length: 900, means: prompt}"],
    ),
    "bound no longer documented": (
        {"others": [PROMPT | {"describe": "What to paint."}]},
        ["vendor-removed: api_body.prompt.max_length: was 800"],
        ["- {name: prompt, type: string, required: true, describe: The words., max_length: 800, means: prompt}"],
        ["- {name: prompt, type: string, required: true, describe: The words., means: prompt}"],
    ),
    "fact found in prose": (
        {"others": [PROMPT | {"describe": "What to paint. Minimum string length: 2. Maximum string length: 800."}]},
        ["vendor-added: api_body.prompt.min_length: is 2"],
        ["- {name: prompt, type: string, required: true, describe: The words., max_length: 800, means: prompt}"],
        [
            (
                "- {name: prompt, type: string, required: true, describe: The words., "
                "min_length: 2, max_length: 800, means: prompt}"
            )
        ],
    ),
    "file limits changed": (
        {
            "others": [
                PHOTO | {"describe": "The URL of the photo. Supported formats include PNG. Maximum file size: 9 MB."}
            ]
        },
        [
            "vendor-changed: api_body.photo.media.formats: was ['png', 'jpg'], is ['png']",
            "vendor-changed: api_body.photo.media.max_megabytes: was 20, is 9",
        ],
        ["media: {kind: image, formats: [png, jpg], max_megabytes: 20}"],
        ["media: {kind: image, formats: [png], max_megabytes: 9}"],
    ),
    "parameter now required": (
        {"others": [STYLE | {"required": True}]},
        ["vendor-changed: api_body.style.required: was False, is True"],
        [],
        ["required: true"],
    ),
    "parameter no longer required": (
        {"others": [PROMPT | {"required": False}]},
        ["vendor-changed: api_body.prompt.required: was True, is False"],
        ["- {name: prompt, type: string, required: true, describe: The words., max_length: 800, means: prompt}"],
        ["- {name: prompt, type: string, describe: The words., max_length: 800, means: prompt}"],
    ),
    "parameter added": (
        {"others": [{"name": "seed", "type": "integer", "describe": "Where chance begins."}]},
        ["vendor-added: api_body.seed: is {name: 'seed', type: 'integer', describe: 'Where chance begins.'}"],
        [],
        ["- {name: seed, type: integer, describe: Where chance begins., means: seed}"],
    ),
    "parameter taken away": (
        {"left_out": ["strokes"]},
        [
            (
                "vendor-removed: api_body.strokes: was {name: 'strokes', type: 'integer', describe: in other words, "
                "default: 100, minimum: 1, maximum: 1000}"
            )
        ],
        ["- {name: strokes, type: integer, describe: How many strokes., default: 100, minimum: 1, maximum: 1000}"],
        [],
    ),
    "type changed": (
        {"others": [STROKES | {"type": "number"}]},
        ["vendor-changed: api_body.strokes.type: was 'integer', is 'number'"],
        ["- {name: strokes, type: integer, describe: How many strokes., default: 100, minimum: 1, maximum: 1000}"],
        ["- {name: strokes, type: number, describe: How many strokes., default: 100, minimum: 1, maximum: 1000}"],
    ),
    "condition changed": (
        {"others": [SIZE | {"describe": "How large. Options: small, large (when style is ink). Default is small."}]},
        [
            "vendor-changed: rules[size large -> style].describe: was in other words, is 'size large needs style ink.'",
            "vendor-changed: rules[size large -> style].then.style: was ['oil'], is ['ink']",
        ],
        ["- {when: {size: [large]}, then: {style: [oil]}, describe: size large needs style oil.}"],
        ["- {when: {size: [large]}, then: {style: [ink]}, describe: size large needs style ink.}"],
    ),
    "condition taken away": (
        {"others": [SIZE | {"describe": "How large. Options: small, large. Default is small."}]},
        [
            (
                "vendor-removed: rules[size large -> style]: "
                "was {when: {size: ['large']}, then: {style: ['oil']}, describe: in other words}"
            )
        ],
        ["rules:", "- {when: {size: [large]}, then: {style: [oil]}, describe: size large needs style oil.}"],
        [],
    ),
    "endpoint changed": (
        {"endpoint": f"{URL}/new", "api_request_demo": demo(f"{URL}/new")},
        ["vendor-changed: endpoint: was '/v1/easel', is '/v1/easel/new'"],
        ["endpoint: /v1/easel"],
        ["endpoint: /v1/easel/new"],
    ),
    "status changed": (
        {"status": 2},
        ["vendor-changed: status: was 1, is 2"],
        ["status: 1"],
        ["status: 2"],
    ),
    "day of change": (
        {"updated_at": "2026-12-01"},
        ["vendor-added: updated_at: is '2026-12-01'"],
        [],
        ["updated_at: 2026-12-01"],
    ),
    "name changed": (
        {"name": "Easel 2.1"},
        ["vendor-changed: name: was 'Easel 2.0', is 'Easel 2.1'"],
        ["name: Easel 2.0"],
        ["name: Easel 2.1"],
    ),
    "id changed": ({"id": 70}, ["vendor-changed: id: was 7, is 70"], ["id: 7"], ["id: 70"]),
    "example changed": (
        {"api_request_demo": demo(strokes=9)},
        ["vendor-added: api_request_demo[0].body.data.strokes: is 9"],
        ["- {title: Paint it, body: {data: {prompt: <string>, style: chalk}}}"],
        ["- {title: Paint it, body: {data: {prompt: <string>, style: chalk, strokes: 9}}}"],
    ),
    "code added": (
        {"api_code_demo": {"list": [{"code": "40003", "describe": "No paint left"}]}},
        ["vendor-added: api_code_demo.40003: is {code: 40003, describe: 'No paint left'}"],
        [],
        ["api_code_demo:", "- {code: 40003, describe: No paint left}"],
    ),
    "description changed": (
        {"description": "Paints anything."},
        ["wording-changed: description: the document's words are now 'Paints anything.'; see whether ours still hold"],
        [],
        [],
    ),
    "words of a parameter changed": (
        {"others": [PROMPT | {"describe": "Say what to paint. Maximum string length: 800."}]},
        [
            (
                "wording-changed: api_body.prompt.describe: the document's words are now 'Say what to paint.'; "
                "see whether ours still hold"
            )
        ],
        [],
        [],
    ),
    "words that nobody rewrote changed": (
        {"others": [STROKES | {"describe": "Number of strokes. Range: 1-1000. Default is 100."}]},
        ["vendor-changed: api_body.strokes.describe: was in other words, is 'Number of strokes.'"],
        ["- {name: strokes, type: integer, describe: How many strokes., default: 100, minimum: 1, maximum: 1000}"],
        ["- {name: strokes, type: integer, describe: Number of strokes., default: 100, minimum: 1, maximum: 1000}"],
    ),
}
"""What the vendor changes -> what is said, the lines that go and the lines that come."""


def news(lines: list[str]) -> list[str]:
    return sorted(line for line in lines if not line.startswith("kept"))


def changed(easel, changes):
    return easel(*changes.get("others", ()), **{key: each for key, each in changes.items() if key != "others"})


@pytest.mark.parametrize("case", CHANGES)
def test_what_the_vendor_changed_is_taken_over_and_named(mine, easel, case):
    """Nothing else of the file changes: words, comments and order stay."""
    changes, said, gone, come = CHANGES[case]
    before = mine.text("easel_2_0")

    assert news(mine.say(changed(easel, changes))) == said

    after = mine.text("easel_2_0")
    assert changed_lines(before, after) == (gone, come)
    assert re.findall("#.*", after) == re.findall("#.*", before)
    assert mine.say(changed(easel, changes)) == []
    assert mine.text("easel_2_0") == after


@pytest.mark.parametrize("case", CHANGES)
def test_dry_run_says_the_same_and_writes_nothing(mine, easel, case):
    changes, *_ = CHANGES[case]
    before = mine.files()

    said = mine.say(changed(easel, changes), dry_run=True)

    assert mine.files() == before
    assert mine.say(changed(easel, changes)) == said


def test_document_that_says_what_it_said_changes_nothing(mine, easel, entry):
    """Whatever the order, and wherever in the document it stands: not a byte, and not a word."""
    other = entry(name="Brush", id=8, endpoint=f"{URL}/brush")
    assert mine.say(other, easel()) == ["vendor-added: record 'Brush', POST /v1/easel/brush"]
    before = mine.files()

    assert mine.say(easel(), other, document="other.json", day="2027-01-01") == []
    assert mine.files() == before


EDITS = {
    "python name": ("status: 1\n", "python_name: paint\nstatus: 1\n"),
    "python name of a parameter": ("  - name: style\n", "  - name: style\n    python_name: manner\n"),
    "labels": ("    default: chalk\n", "    default: chalk\n    labels: {chalk: Chalk}\n"),
    "rule": ("rules:\n", "rules:\n  - {when: {style: chalk}, then: {size: small}, describe: Ours.}\n"),
    "notes": ("status: 1\n", "status: 1\nnotes: [Slow on Mondays.]\n"),
    "source": ("sources:\n", "sources:\n  - {document: blog.md, read_on: 2026-11-21, verified_live: true}\n"),
    "dispute": (
        "sources:\n",
        "disputes:\n  - {fact: status, readings: [{value: a, document: blog.md}], taken: a, reason: Ours.}\nsources:\n",
    ),
    "limit that the document lacks": ("required: true, describe: The", "required: true, max_tokens: 99, describe: The"),
    "parameter that the document lacks": (
        "  - name: style\n",
        "  - {name: mood, type: string, describe: Ours.}\n  - name: style\n",
    ),
    "sample answer": (
        "  - {title: Paint it, body:",
        "  - {title: Paint it, response: [{status: 200, describe: Ours., body: {code: 0, data: {task_id: a}}}], body:",
    ),
    "comment between items": ("  - name: style\n", "\n  # ours\n  - name: style # ours, too\n"),
    "order of keys": (
        "    keywords: [oil, chalk, ink]\n    default: chalk\n",
        "    default: chalk\n    keywords: [oil, chalk, ink]\n",
    ),
}
"""What people write -> where they write it, and what is there then."""

STYLES = {
    "block style": (
        "    keywords: [oil, chalk, ink]\n",
        "    keywords:\n    - oil   # ours\n    - 'chalk'\n    - \"ink\"\n",
    ),
    "quotes": ("    default: chalk\n", "    default: 'chalk'\n"),
    "empty lines": ("sources:\n", "\n\nsources:\n"),
    "line": ("describe: Manner of painting.\n", "describe: >\n      Manner\n      of painting.\n\n"),
}
"""How people write."""


@pytest.mark.parametrize("edits", [EDITS, STYLES], ids=["all that people write", "as people write it"])
@pytest.mark.parametrize("case", CHANGES)
def test_what_people_wrote_stays_whatever_the_vendor_changes(mine, easel, case, edits):
    """The vendor's change goes its way beside it, and nothing is disputed."""
    for edit in edits.values():
        mine.edit("easel_2_0", edit)
    before = mine.text("easel_2_0")
    changes, said, *_ = CHANGES[case]

    assert news(mine.say(changed(easel, changes))) == said

    after = mine.text("easel_2_0")
    words = (
        "python_name: paint",
        "manner",
        "Chalk",
        "Ours.",
        "Slow",
        "blog.md",
        "max_tokens",
        "mood",
        "Manner",
        "\n\n",
    )
    assert {word: after.count(word) for word in words} == {word: before.count(word) for word in words}
    assert sorted(re.findall("#.*", after)) == sorted(re.findall("#.*", before))
    assert sum(map(len, changed_lines(before, after))) <= 6
    mine.run(easel())
    assert mine.load()["Easel 2.0"].python_method == ("paint" if edits is EDITS else "easel_2_0")


CORRECTIONS = {
    "bound": ("max_length: 800", "max_length: 700", "api_body.prompt.max_length", "700", "800"),
    "default": ("default: chalk", "default: ink", "api_body.style.default", "'ink'", "'chalk'"),
    "enum": (
        "keywords: [oil, chalk, ink]",
        "keywords: [oil, chalk]",
        "api_body.style.keywords",
        "['oil', 'chalk']",
        "['oil', 'chalk', 'ink']",
    ),
    "bound left out": (", maximum: 1000", "", "api_body.strokes.maximum", "nothing", "1000"),
    "requiredness": ("required: true, ", "", "api_body.prompt.required", "False", "True"),
    "status": ("status: 1", "status: 3", "status", "3", "1"),
    "category": ("category: text_to_image", "category: posters", "category", "'posters'", "'text_to_image'"),
    "condition": (
        "then: {style: [oil]}",
        "then: {style: [oil, ink]}",
        "rules[size large -> style].then.style",
        "['oil', 'ink']",
        "['oil']",
    ),
    "example": ("style: chalk}", "style: ink}", "api_request_demo[0].body.data.style", "'ink'", "'chalk'"),
}
"""What people correct: from, to, and what is said each time."""


@pytest.mark.parametrize("case", CORRECTIONS)
def test_correction_stays_and_is_disputed_each_time(mine, easel, case):
    """A fact that a person corrected against the vendor stays corrected, and nobody forgets that it is disputed."""
    old, new, fact, ours, theirs = CORRECTIONS[case]
    mine.edit("easel_2_0", (old, new))
    before = mine.text("easel_2_0")
    said = [f"disputed-fact: {fact}: spec says {ours}, document says {theirs}; kept, say why under disputes"]
    for _ in range(2):
        assert mine.say(easel()) == said
        assert mine.text("easel_2_0") == before


def test_dispute_that_is_written_down_is_pointed_at(mine, easel):
    readings = "readings: [{value: '700', document: blog.md}], taken: '700', reason: Ours."
    mine.edit(
        "easel_2_0",
        ("max_length: 800", "max_length: 700"),
        ("sources:\n", f"disputes:\n  - {{fact: api_body.prompt.max_length, {readings}}}\nsources:\n"),
    )
    (line,) = mine.say(easel())
    assert line.endswith("document says 800; kept, disputes[0] says why")


def test_correction_stays_when_the_vendor_changes_the_same_fact(mine, easel):
    """What was, what is, and what people say are all named; the next time only the two that are left."""
    mine.edit("easel_2_0", ("max_length: 800", "max_length: 700"))
    longer = easel(PROMPT | {"describe": "What to paint. Maximum string length: 900."})
    before = mine.text("easel_2_0")
    says = "disputed-fact: api_body.prompt.max_length: spec says 700, document says 900"
    assert mine.say(longer) == [f"{says} and said 800 before; kept, say why under disputes"]
    assert mine.say(longer) == [f"{says}; kept, say why under disputes"]
    assert mine.text("easel_2_0") == before


def test_values_that_both_changed_are_put_together(mine, easel):
    """What people took out stays out, what they added stays in, and what the vendor added comes in."""
    mine.edit("easel_2_0", ("keywords: [oil, chalk, ink]", "keywords: [wax, oil, chalk] # tried"))
    more = easel(
        STYLE | {"keywords": ["oil", "chalk", "gouache", "ink"], "describe": "How to paint. Default is chalk."}
    )
    assert mine.say(more) == [
        "kept: what people wrote: api_body.style.keywords, 3 descriptions",
        (
            "disputed-fact: api_body.style.keywords: spec says ['wax', 'oil', 'chalk', 'gouache'], document says "
            "['oil', 'chalk', 'gouache', 'ink'] and said ['oil', 'chalk', 'ink'] before; kept, say why under disputes"
        ),
        (
            "vendor-changed: api_body.style.keywords: was ['oil', 'chalk', 'ink'], "
            "is ['oil', 'chalk', 'gouache', 'ink']; with what people changed: ['wax', 'oil', 'chalk', 'gouache']"
        ),
    ]
    assert "    keywords: [wax, oil, chalk, gouache] # tried\n" in mine.text("easel_2_0")


def test_values_that_people_replaced_altogether_stay(mine, easel):
    mine.edit(
        "easel_2_0",
        ("keywords: [oil, chalk, ink]", "keywords: [OIL, CHALK]"),
        ("default: chalk", "default: CHALK"),
        ("then: {style: [oil]}", "then: {style: [OIL]}"),
        ("style: chalk}", "style: CHALK}"),
    )
    more = easel(STYLE | {"keywords": ["oil", "chalk", "wax"], "describe": "How to paint. Default is chalk."})
    mine.run(more)
    assert "keywords: [OIL, CHALK]" in mine.text("easel_2_0")


def test_vendor_who_comes_round_to_a_correction_is_named(mine, easel):
    mine.edit("easel_2_0", ("max_length: 800", "max_length: 900"))
    longer = easel(PROMPT | {"describe": "What to paint. Maximum string length: 900."})
    assert mine.say(longer) == ["vendor-changed: api_body.prompt.max_length: was 800, is 900; the spec says so already"]
    assert mine.say(longer) == []


def test_label_goes_with_its_value(mine, easel):
    mine.edit("easel_2_0", ("    default: chalk\n", "    default: chalk\n    labels: {ink: Black ink, oil: Oil}\n"))
    fewer = easel(STYLE | {"keywords": ["oil", "chalk"], "describe": "How to paint. Default is chalk."})
    assert "vendor-removed: api_body.style.labels.ink: was 'Black ink', the label of a value that is gone" in mine.say(
        fewer
    )
    assert "    labels: {oil: Oil}\n" in mine.text("easel_2_0")


def test_parameter_that_goes_takes_only_words_of_people_along(mine, easel):
    mine.edit("easel_2_0", ("describe: How many strokes.", "describe: Strokes of the brush."))
    (line, _) = sorted(mine.say(easel(left_out=["strokes"])), reverse=True)
    assert line.endswith("; with it goes what people wrote: {describe: 'Strokes of the brush.'}")
    assert "strokes" not in mine.text("easel_2_0")


@pytest.mark.parametrize(
    "change",
    [("maximum: 1000", "maximum: 500"), ("{name: strokes,", "{name: strokes, python_name: lines,")],
)
def test_parameter_that_people_decided_about_is_kept(mine, easel, change):
    mine.edit("easel_2_0", change)
    before = mine.text("easel_2_0")
    (line,) = mine.say(easel(left_out=["strokes"]))
    assert line.startswith("vendor-removed: api_body.strokes: was ")
    assert line.endswith("; kept, for people changed it; remove it by hand if it is gone for good")
    assert mine.text("easel_2_0") == before


def test_renamed_parameter_keeps_what_people_wrote_about_it(mine, easel):
    """Rules and examples follow it to its new name, whoever wrote them."""
    mine.edit(
        "easel_2_0",
        ("  - name: style\n", "  - name: style\n    python_name: manner\n"),
        ("rules:\n", "rules:\n  - {when: {style: ink}, then: {size: small}, describe: Ours.}\n"),
    )
    renamed = easel({**STYLE, "name": "manner_of_painting"}, left_out=["style"])
    renamed["api_body"] = renamed["api_body"].replace("when style is", "when manner_of_painting is")

    assert "vendor-changed: api_body.style.name: was 'style', is 'manner_of_painting'" in mine.say(renamed)
    text = mine.text("easel_2_0")
    assert "  - name: manner_of_painting\n    python_name: manner\n" in text
    assert "describe: Manner of painting." in text
    assert "{when: {manner_of_painting: ink}, then: {size: small}, describe: Ours.}" in text
    assert "then: {manner_of_painting: [oil]}" in text
    assert "body: {data: {prompt: <string>, manner_of_painting: chalk}}" in text
    assert mine.say(renamed) == [
        (
            "disputed-fact: api_request_demo[0].body.data.style: spec says nothing, document says 'chalk'; "
            "kept, say why under disputes"
        )
    ]


def test_parameter_is_found_by_its_name_on_the_wire(mine, easel):
    mine.edit(
        "easel_2_0",
        ("{name: strokes,", "{name: lines, wire_name: strokes,"),
        ("rules:\n", "rules:\n  - {when: {lines: {maximum: 9}}, then: {size: small}}\n"),
    )
    assert mine.say(easel()) == []
    mine.run(easel(STROKES | {"describe": "How many strokes. Range: 1-9. Default is 9."}))
    assert "{name: lines, wire_name: strokes, type: integer," in mine.text("easel_2_0")
    assert "default: 9, minimum: 1, maximum: 9}" in mine.text("easel_2_0")
    mine.run(easel({**STROKES, "name": "number_of_strokes"}, left_out=["strokes"]))
    assert "{name: lines, wire_name: number_of_strokes," in mine.text("easel_2_0")


def test_file_is_found_by_its_record(mine, easel):
    """Whatever people call it, and whatever of id, model code and name the vendor changes but one."""
    mine.file("easel_2_0").rename(mine.file("my_easel"))
    for step, changes in enumerate(({"id": 9}, {"model_code": "e"}, {"name": "Easel Two"}, {"id": 9, "name": "E"})):
        mine.run(easel(model_code="easel-2"))
        outcome = mine.run(easel(**changes))
        assert [path.name for path in (mine.folder / "apis").iterdir()] == ["my_easel.yaml"], step
        assert {line.kind for line in outcome.news} == {"vendor-changed", "kept"}


def test_record_that_the_document_lacks_is_kept_and_named_each_time(mine, easel, entry):
    other = entry(name="Brush", id=8, endpoint=f"{URL}/brush")
    mine.run(easel(), other)
    before = mine.text("brush")
    gone = (
        "vendor-removed: record 'Brush' is no longer in the document; "
        "its file is kept, remove it by hand when the operation is gone for good"
    )
    assert mine.say(easel()) == [gone]
    assert mine.say(easel()) == [gone]
    assert mine.text("brush") == before
    assert mine.say(easel(), other) == ["vendor-added: record 'Brush' is in the document again"]
    assert mine.say(easel(), other) == []
    mine.run(easel())
    mine.file("brush").unlink()
    assert mine.say(easel()) == []


def test_other_form_of_an_operation_is_nobodys_business(mine, easel):
    """What the document says is about the operation itself, though the other form has its id and comes first."""
    other = "id: 7\nname: Form\nmodel_code: easel-2\ncategory: own\nmethod: POST\nendpoint: /form\n"
    mine.file("a_form").write_text(other + "alternative_of: My Easel\n", encoding="utf-8")
    mine.edit("easel_2_0", ("name: Easel 2.0", "name: My Easel"))
    (mine.folder / "imported" / "c_api_doc.json").unlink()
    mine.run(easel(name="Renamed"))
    mine.run(easel(name="Renamed", status=2))
    assert mine.text("a_form") == other + "alternative_of: My Easel\n"
    assert "status: 2\n" in mine.text("easel_2_0")


def test_example_of_people_is_not_taken_for_the_vendors(mine, easel):
    """Examples are told apart by what they ask, wherever they stand."""
    mine.edit("easel_2_0", ("api_request_demo:\n", "api_request_demo:\n  - {body: {data: {prompt: Ours}}}\n"))
    assert mine.say(easel()) == []
    mine.run(easel(api_request_demo=demo(strokes=9)))
    first, second = mine.load()["Easel 2.0"].api_request_demo
    assert first.body == {"data": {"prompt": "Ours"}}
    assert second.body == {"data": {"prompt": "<string>", "style": "chalk", "strokes": 9}}


def test_record_of_another_document_is_nobodys_business(mine, easel):
    mine.file("own").write_text("name: Own\ncategory: own\nmethod: GET\nendpoint: /own\n", encoding="utf-8")
    assert mine.say(easel()) == []


def test_record_that_people_had_before_the_vendor_documented_it_is_theirs(mine, easel, entry):
    """Without a word of the vendor from before, every difference counts as a correction."""
    text = "name: Own\ncategory: own\nmethod: GET\nendpoint: /own\ntask: painting\n"
    mine.file("own").write_text(text, encoding="utf-8")
    documented = entry(STROKES, name="Own", id=99, endpoint=f"{URL}/own")
    said = mine.say(easel(), documented)
    assert "vendor-added: record 'Own' is in the document now" in said
    assert "disputed-fact: method: spec says 'GET', document says 'POST'; kept, say why under disputes" in said
    assert any(line.startswith("disputed-fact: api_body.strokes: spec says nothing") for line in said)
    assert mine.text("own") == text


def test_new_record_takes_no_other_file(mine, easel, entry):
    mine.file("easel_2_0").rename(mine.file("brush"))
    mine.run(easel(), entry(name="Brush", id=8, endpoint=f"{URL}/brush"))
    assert mine.file("brush_2").read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_record_whose_file_is_gone_is_written_again(mine, easel):
    mine.file("easel_2_0").unlink()
    assert mine.say(easel()) == [
        "vendor-added: record 'Easel 2.0', POST /v1/easel; no file had it any more, and it is written again"
    ]
    assert mine.file("easel_2_0").exists()


def test_without_what_was_said_before_nothing_is_overwritten(mine, easel):
    """Whoever deletes the file of the import gets disputes, not changes; from then on it is known again."""
    mine.edit("easel_2_0", ("max_length: 800", "max_length: 700"))
    before = mine.text("easel_2_0")
    (mine.folder / "imported" / "c_api_doc.json").unlink()
    changed_meanwhile = easel(STROKES | {"describe": "How many strokes. Range: 1-9."}, status=5)
    says = "kept, say why under disputes"
    said = mine.say(changed_meanwhile)
    assert said == [
        f"disputed-fact: status: spec says 1, document says 5; {says}",
        f"disputed-fact: api_body.prompt.max_length: spec says 700, document says 800; {says}",
        f"disputed-fact: api_body.strokes.maximum: spec says 1000, document says 9; {says}",
    ]
    assert mine.text("easel_2_0") == before
    assert mine.say(changed_meanwhile) == said


def test_renamed_query_is_still_the_query(desk, easel, entry):
    """Its answer is read as before; that vendor.yaml names it is said, and its name waits for that."""
    fields = {"list": [{"name": "task_id", "type": "string"}, {"name": "status", "type": "string"}]}
    job = {"id": 9, "endpoint": f"{URL}/job", "api_response": fields}
    task_id = {"name": "task_id", "type": "string", "required": True}
    desk.run(easel(), entry(task_id, name="Job", **job))
    before = desk.text("job")

    outcome = desk.run(easel(), entry(task_id, name="Query", status=4, **job))

    assert [str(problem).partition(" with ")[0] for problem in outcome.problems] == [
        "specs/paintbox/apis/job.yaml:3:7: missing-task-query:"
    ]
    assert [line.text for line in outcome.news if line.kind != "kept"] == [
        "name: was 'Job', is 'Query'; left out",
        "status: is 4",
    ]
    gone, come = changed_lines(before, desk.text("job"))
    assert (gone, come) == ([], ["status: 4"])


def test_facts_were_read_where_they_were_read_last(mine, easel):
    """The source that errors cite is that of the facts; what people wrote about sources stays."""
    mine.edit(
        "easel_2_0",
        (
            "verified_live: false}\n",
            "verified_live: false}\n  - {document: blog.md, read_on: 2026-11-21, verified_live: true}\n",
        ),
    )
    mine.run(easel(status=2), document="next.json", day="2027-02-03")
    first, second = mine.load()["Easel 2.0"].sources
    assert (first.document, first.read_on, second.document) == ("next.json", "2027-02-03", "blog.md")


def test_import_that_was_cut_off_goes_on(mine, easel):
    """The file of the import is written last: without it, what was taken over already is named once more."""
    path = mine.folder / "imported" / "c_api_doc.json"
    before = path.read_bytes()
    mine.run(easel(status=2), document="next.json")
    after, text = path.read_bytes(), mine.text("easel_2_0")
    path.write_bytes(before)

    assert mine.say(easel(status=2), document="next.json") == [
        "vendor-changed: status: was 1, is 2; the spec says so already"
    ]
    assert (path.read_bytes(), mine.text("easel_2_0")) == (after, text)


def test_source_that_people_confirmed_stays_beside_the_new_one(mine, easel):
    mine.edit("easel_2_0", ("verified_live: false}", "verified_live: true}"))
    mine.run(easel(status=2), document="next.json")
    assert [each.document for each in mine.load()["Easel 2.0"].sources] == ["next.json", "paintbox.json"]


def test_example_that_cannot_be_read_is_not_gone(mine, easel):
    """The vendor changed the address and forgot the example: the record keeps the one it has."""
    assert news(mine.say(easel(endpoint=f"{URL}/new"))) == [
        "vendor-changed: endpoint: was '/v1/easel', is '/v1/easel/new'"
    ]
    assert "body: {data: {prompt: <string>, style: chalk}}" in mine.text("easel_2_0")
    assert mine.say(easel(endpoint=f"{URL}/new")) == []


def test_lines_have_places_of_the_files_as_they_are(mine, easel):
    """Before the import in a dry run, after it otherwise; a line feed more above makes the difference."""
    more = easel(
        PROMPT | {"describe": "What to paint. Maximum string length: 900."}, updated_at="2026-12-01", title="T"
    )
    after = mine.run(more, dry_run=True).news
    for outcome in (after, mine.run(more).news):
        (line,) = (each for each in outcome if "max_length" in each.text)
        assert line.place.file == "specs/paintbox/apis/easel_2_0.yaml"
        found = mine.text("easel_2_0").splitlines()[line.place.line - (1 if outcome is not after else 2)]
        assert outcome is after or found[line.place.column - 1 :].startswith("900")


def test_ten_changes_meet_ten_edits(mine, easel, entry):
    """Nothing of either is lost, and each of the vendor's changes is named."""
    mine.run(
        easel(),
        entry(name="Brush", id=8, endpoint=f"{URL}/brush"),
        entry(STROKES, name="Old", id=9, endpoint=f"{URL}/o"),
    )
    for edit in EDITS.values():
        mine.edit("easel_2_0", edit)
    mine.file("easel_2_0").rename(mine.file("mine"))
    mine.edit("mine", ("maximum: 1000", "maximum: 999"), ("category: text_to_image", "category: posters"))
    before = mine.text("mine")

    outcome = mine.run(
        entry(name="Paintbrush", id=8, endpoint=f"{URL}/brush"),
        entry(name="New", id=10, endpoint=f"{URL}/new"),
        easel(
            PROMPT | {"describe": "Say what to paint. Minimum string length: 1. Maximum string length: 900."},
            STYLE | {"keywords": ["oil", "chalk", "ink", "wax"], "describe": "How to paint. Default is oil."},
            SIZE | {"describe": "How large. Options: small, large (when style is wax). Default is small."},
            STROKES | {"required": True},
            PHOTO | {"describe": "The URL of the photo. Supported formats include PNG, JPG. Maximum file size: 9 MB."},
            {"name": "seed", "type": "integer", "describe": "Chance."},
            api_request_demo=demo(strokes=5, style="wax"),
            status=2,
        ),
    )

    facts = {line.text.partition(": ")[0] for line in outcome.news if line.place.file.endswith("mine.yaml")}
    assert facts >= {
        "api_body.photo.media.max_megabytes",
        "api_body.prompt.describe",
        "api_body.prompt.max_length",
        "api_body.prompt.min_length",
        "api_body.seed",
        "api_body.strokes.maximum",
        "api_body.strokes.required",
        "api_body.style.default",
        "api_body.style.keywords",
        "api_request_demo[0].body.data.strokes",
        "api_request_demo[0].body.data.style",
        "category",
        "rules[size large -> style].then.style",
        "status",
    }
    assert {
        line.text.partition(",")[0] for line in outcome.news if line.place.file.endswith(("new.yaml", "old.yaml"))
    } == {
        "record 'New'",
        "record 'Old' is no longer in the document; its file is kept",
    }
    after = mine.text("mine")
    gone, _ = changed_lines(before, after)
    assert sorted(re.findall("#.*", after)) == sorted(re.findall("#.*", before))
    assert all(
        word in after for word in ("Ours.", "ours, too", "python_name: paint", "Slow on Mondays.", "blog.md", "mood")
    )
    assert {"category: posters", "description: Makes a picture from words. # ours"} <= set(after.splitlines())
    assert not {"python_name: paint", "category: posters"} & set(gone)
    assert outcome.problems == ()


def test_comments_that_allow_a_finding_stay(mine, easel):
    """Nobody has to give a reason twice."""
    allowed = "    default: coal  # allow: default-outside-enum (the editor has it)\n"
    mine.edit("easel_2_0", ("    default: chalk\n", allowed))
    mine.run(easel(STYLE | {"keywords": ["oil", "chalk", "ink", "tar"]}))
    assert "tar" in mine.text("easel_2_0")
    assert allowed in mine.text("easel_2_0")


def test_a_record_in_json_is_not_rewritten(desk, easel):
    desk.run(easel())
    record = desk.load()["Easel 2.0"].model_dump(mode="json", by_alias=True, exclude_unset=True)
    desk.file("easel_2_0").unlink()
    file = desk.folder / "apis" / "easel_2_0.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    outcome = desk.run(easel(STROKES | {"describe": "How many strokes. Range: 1-2000."}))
    assert [problem.rule for problem in outcome.problems] == ["json-in-changed-record"]
    assert json.loads(file.read_text(encoding="utf-8")) == record
