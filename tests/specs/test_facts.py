"""A contract says what its vendor's documents say, no more and no less: tests/facts was typed from them by hand."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from facts import Fact, named, read

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "tests" / "facts"
VENDORS = sorted(path.stem for path in TABLES.glob("*.csv"))
NAMES = {
    "akool": {"getToken": "Get Token"},
    "doubao": {
        "上传图片": "Upload File",
        "生成视频": "Generate Video",
        "查询视频状态": "Query Video Status",
        "查看所有任务": "List Tasks",
    },
    "qianfan": {"Query Task (alternative)": "Query Task by GET"},
    "tomoviee": {
        "task": "Task Result",
        "tm_tail2video_b": "First-Last Frame to Video",
        "tm_reference_img2mask": "Image Recognition",
        "tm_reference_img2mask (alternative prompt)": "Image Recognition (by prompt)",
        "tm_reference_img2mask (alternative template_info)": "Image Recognition (vendor page)",
        "tm_redrawing": "Image Redrawing",
        "tm_reference_img2img": "Image-to-Image",
        "tm_video_scoring": "Video Soundtrack",
        "tm_video_scoring (alternative file_link)": "Video Soundtrack (vendor page)",
        "tm_text2speech": "Text-to-Speech",
        "tm_text2speech (alternative tm_text2speech_b)": "Text-to-Speech (other clients)",
        "tm_text2sfx": "Text-to-Sound-Effect",
        "tm_text2music": "Text-to-Music",
        "tm_img2video_b": "Image-to-Video",
        "tm_text2video_b": "Text-to-Video",
        "tm_video_continuation_b": "Video Continuation",
        "tm_video_continuation_b (alternative tm_video_continuation)": "Video Continuation (vendor page)",
    },
}
"""How a vendor calls its operations in its documents, where the records call them otherwise."""


class Row(NamedTuple):
    """One line of a table: a fact, and where it was read."""

    operation: str
    subject: str
    fact: str
    value: str
    document: str
    line: str


class Exempt(NamedTuple):
    """Facts that stand on one side only, and why; None is any."""

    reason: str
    vendor: str
    subject: str | None
    fact: str
    value: str | None = None

    def said(self):
        return " ".join(filter(None, (self.vendor, self.subject, self.fact, self.value)))

    def covers(self, vendor, fact):
        said = ((self.vendor, vendor), (self.subject, fact.subject), (self.fact, fact.fact), (self.value, fact.value))
        return all(mine in {None, theirs} for mine, theirs in said)


OURS = "no document names a variable; it is our own choice"
UNDOCUMENTED = (
    Exempt(OURS, "akool", "api_key", "env", "AKOOL_API_KEY"),
    Exempt(OURS, "akool", "client_id", "env", "AKOOL_CLIENT_ID"),
    Exempt(OURS, "akool", "client_secret", "env", "AKOOL_CLIENT_SECRET"),
    Exempt(OURS, "edrawmax", "user_id", "env", "EDRAWMAX_USER_ID"),
    Exempt(OURS, "tomoviee", "app_key", "env", "TOMOVIEE_APP_KEY"),
    Exempt(OURS, "tomoviee", "app_secret", "env", "TOMOVIEE_APP_SECRET"),
    Exempt(
        "7 days since when is not said; creation is the earliest", "akool", "task", "kept_since", "data.create_time"
    ),
)
"""What a contract says and no document."""

FILLED_IN = "the vendor's client fills in a value of its own choice; the record leaves it to the caller"
ONE_WAY = "there is one way to do it, which stands in the runtime"
NO_BOUND = "the format bounds no size by its usual name; the describe says it"
WORDS = "the format has no such rule; the record says it in words"
UNTYPED = "a field of an answer needs a type, which nobody documents; the record's notes name it"
BOTH_SHAPES = "published as a list and as an object; the items of a list are read from an object, too"
WITHIN = "the format does not look into an object"
NOT_IN_CONTRACTS = (
    *(
        Exempt(ONE_WAY, "akool", "callback", each)
        for each in ("cipher", "method", "timestamp_unit", "type_path", "nonce_path")
    ),
    Exempt(FILLED_IN, "doubao", "guest", "send_default"),
    Exempt(FILLED_IN, "tomoviee", None, "send_default"),
    Exempt("what the server takes without the header, which is then not sent", "edrawmax", "X-User-ID", "default"),
    *(Exempt("it names the vendor's program", "qianfan", "X-Appbuilder-From", each) for each in ("in", "const")),
    Exempt("from 0 MB on bounds nothing", "mediaio", None, "media.min_megabytes", "0"),
    Exempt(BOTH_SHAPES, "mediaio", "task", "output_path", "data.result.preview"),
    Exempt(BOTH_SHAPES, "mediaio", "data.result", "answer", "object"),
    *(Exempt(NO_BOUND, "tomoviee", None, each) for each in ("media.min_resolution", "media.max_resolution")),
    Exempt(WORDS, "doubao", "image_attachment+image_url", "rule"),
    Exempt(WORDS, "tomoviee", "init_image+mask_url", "rule"),
    Exempt(WORDS, "tomoviee", "", "rule"),
    Exempt("the shape of codes that nobody lists", "tomoviee", "68xxxx", "error"),
    *(
        Exempt(UNTYPED, "tomoviee", f"data.{each}", "answer", "")
        for each in ("wsid", "priority", "position", "wait_time")
    ),
    Exempt(WITHIN, "tomoviee", "template_info[].input_params", "type"),
    Exempt(WITHIN, "tomoviee", "template_info[].input_params.control_type", "in"),
    Exempt(WITHIN, "tomoviee", "template_info[].input_params.init_image", "in"),
)
"""What a document says and a contract cannot, or does not on purpose."""


CHANGES = {
    "bound": ("mediaio", "Imagen 4", "api_body.prompt.max_length", 1201),
    "default": ("mediaio", "Hailuo 2.3", "api_body.duration.default", "10s"),
    "enum": ("edrawmax", "Generate Gantt Chart", "api_body.lang.keywords", ["en", "cn"]),
    "error": ("mediaio", "Kling 3.0", "api_code_demo.490505.kind", "auth"),
    "method": ("qianfan", "Query Task", "method", "GET"),
    "name on the wire": ("qianfan", "Create Task", "api_body.content.wire_name", "content"),
    "path": ("akool", "Talking Photo", "endpoint", "/api/open/v3/content/video/createByTalkingPhoto"),
    "required": ("tomoviee", "Text-to-Music", "api_body.qty.required", False),
    "status": ("tomoviee", "Image-to-Video", "task.states.5", "failed"),
    "wrapper": ("mediaio", "Vidu Q2", "body.key", "payload"),
}


@cache
def typed(vendor):
    """Give every fact of a table with the place in the documents where it was read."""
    with (TABLES / f"{vendor}.csv").open(encoding="utf-8", newline="") as table:
        rows = [Row(**row) for row in csv.DictReader(table)]
    names = NAMES.get(vendor, {})
    facts = {named(Fact(*row[:4]), names): f"{row.document}:{row.line}" for row in rows}
    assert len(facts) == len(rows), f"{vendor}.csv says something twice"
    return facts


def contract(vendor):
    return json.loads((ROOT / "generated" / "mediawright" / vendor / "contract.json").read_text(encoding="utf-8"))


def missing(vendor, said):
    """Give what is documented and not in a contract, with the place where it was read."""
    facts = read(said)
    return {fact: place for fact, place in typed(vendor).items() if fact not in facts}


def added(vendor, said):
    """List what is in a contract and not documented."""
    return sorted(read(said) - typed(vendor).keys())


def exempt(exemptions, vendor, fact):
    return any(each.covers(vendor, fact) for each in exemptions)


def differences(vendor, said):
    """Say each difference that is not exempt, in words for whoever has to mend it."""
    absent = missing(vendor, said)
    lines = [
        f"{absent[fact]}: {fact} is documented but not in the contract; correct the spec, or the table"
        for fact in absent
        if not exempt(NOT_IN_CONTRACTS, vendor, fact)
    ]
    lines += [
        f"{vendor}.csv: {fact} is in the contract but not in the table; correct the spec, or add where it is documented"
        for fact in added(vendor, said)
        if not exempt(UNDOCUMENTED, vendor, fact)
    ]
    return lines


def change(said, operation, place, value):
    """Set a fact of one operation; an item of a list goes by its name, a code by itself."""
    node = next(each for each in said["operations"] if each["name"] == operation)
    *steps, last = place.split(".")
    for step in steps:
        node = next(each for each in node if step in map(str, each.values())) if isinstance(node, list) else node[step]
    assert node[last] != value
    node[last] = value


@pytest.mark.parametrize("vendor", VENDORS)
def test_contract_and_documents_say_the_same(vendor):
    """What a client sends and understands is what the vendor documents, fact by fact."""
    assert differences(vendor, contract(vendor)) == []


@pytest.mark.parametrize("exemption", UNDOCUMENTED, ids=Exempt.said)
def test_no_undocumented_fact_is_exempt_in_vain(exemption):
    facts = added(exemption.vendor, contract(exemption.vendor))

    assert any(exemption.covers(exemption.vendor, fact) for fact in facts)


@pytest.mark.parametrize("exemption", NOT_IN_CONTRACTS, ids=Exempt.said)
def test_no_documented_fact_is_exempt_in_vain(exemption):
    facts = missing(exemption.vendor, contract(exemption.vendor))

    assert any(exemption.covers(exemption.vendor, fact) for fact in facts)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_fact_is_noticed(kind):
    vendor, *changed = CHANGES[kind]
    said = contract(vendor)

    change(said, *changed)

    assert differences(vendor, said)
