# Emitted from specs/edrawmax/apis/generate_infographic.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_diagram.infographic` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.edrawmax import AsyncEdrawMax, EdrawMax
from mediawright_runtime import testing

OPERATION = "text_to_diagram.infographic"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://api.edrawmax.cn/api/ai", credentials={"user_id": "test-user_id"}
)
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/skills/generate-infographic",
    "query": {},
    "headers": {"X-User-ID": "test-user_id", "Content-Type": "application/json"},
    "body": {"prompt": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {
    "code": 0,
    "msg": "",
    "data": {
        "png_url": "https://xxx.oss.com/w/.../thumb.png",
        "svg_url": "https://xxx.oss.com/w/.../main.svg",
        "source_code": "...",
    },
}
EITHER = pytest.mark.parametrize("client", [EdrawMax, AsyncEdrawMax])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"prompt": "2025年全球AI市场规模分析", "lang": "cn", "platform": "web"},
            REQUEST | {"body": {"prompt": "2025年全球AI市场规模分析", "lang": "cn", "platform": "web"}},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE | {"lang": None, "platform": None}, REQUEST, id="None for what may be left out"),
        pytest.param(
            BASE | {"lang": "en", "platform": "web"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "en", "platform": "web"}},
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(BASE | {"prompt": "x"}, REQUEST | {"body": {"prompt": "x"}}, id="prompt: min_length"),
        pytest.param(
            BASE | {"lang": "en"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "en"}}, id="lang: 'en'"
        ),
        pytest.param(
            BASE | {"lang": "cn"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "cn"}}, id="lang: 'cn'"
        ),
        pytest.param(
            BASE | {"lang": "jp"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "jp"}}, id="lang: 'jp'"
        ),
        pytest.param(
            BASE | {"lang": "kr"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "kr"}}, id="lang: 'kr'"
        ),
        pytest.param(
            BASE | {"lang": "es"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "es"}}, id="lang: 'es'"
        ),
        pytest.param(
            BASE | {"lang": "fr"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "fr"}}, id="lang: 'fr'"
        ),
        pytest.param(
            BASE | {"lang": "de"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "de"}}, id="lang: 'de'"
        ),
        pytest.param(
            BASE | {"lang": "it"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "it"}}, id="lang: 'it'"
        ),
        pytest.param(
            BASE | {"lang": "tw"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "tw"}}, id="lang: 'tw'"
        ),
        pytest.param(
            BASE | {"lang": "pt"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "pt"}}, id="lang: 'pt'"
        ),
        pytest.param(
            BASE | {"lang": "ru"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "ru"}}, id="lang: 'ru'"
        ),
        pytest.param(
            BASE | {"lang": "id"}, REQUEST | {"body": {"prompt": "a paper boat sails", "lang": "id"}}, id="lang: 'id'"
        ),
        pytest.param(
            BASE | {"platform": "web"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "web"}},
            id="platform: 'web'",
        ),
        pytest.param(
            BASE | {"platform": "win"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "win"}},
            id="platform: 'win'",
        ),
        pytest.param(
            BASE | {"platform": "mac"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "mac"}},
            id="platform: 'mac'",
        ),
        pytest.param(
            BASE | {"platform": "ios"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "ios"}},
            id="platform: 'ios'",
        ),
        pytest.param(
            BASE | {"platform": "android"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "android"}},
            id="platform: 'android'",
        ),
        pytest.param(
            BASE | {"platform": "linux"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "platform": "linux"}},
            id="platform: 'linux'",
        ),
        pytest.param(BASE | {"prompt": "x" * 10000}, REQUEST | {"body": {"prompt": "x" * 10000}}, id="long: prompt"),
    ],
)
def test_accepts(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": ""}, "prompt", id="prompt: one step beyond min_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"lang": "no such value"}, "lang", id="lang: a foreign value"),
        pytest.param(BASE | {"lang": 0.5}, "lang", id="lang: a value of another type"),
        pytest.param(BASE | {"platform": "no such value"}, "platform", id="platform: a foreign value"),
        pytest.param(BASE | {"platform": 0.5}, "platform", id="platform: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "prompt": [7],
            "lang": [
                7,
                "EN",
                "En",
                "CN",
                "Cn",
                "JP",
                "Jp",
                "KR",
                "Kr",
                "ES",
                "Es",
                "FR",
                "Fr",
                "DE",
                "De",
                "IT",
                "It",
                "TW",
                "Tw",
                "PT",
                "Pt",
                "RU",
                "Ru",
                "ID",
                "Id",
            ],
            "platform": [
                7,
                "WEB",
                "Web",
                "WIN",
                "Win",
                "MAC",
                "Mac",
                "IOS",
                "Ios",
                "ANDROID",
                "Android",
                "LINUX",
                "Linux",
            ],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {
                "code": 0,
                "msg": "",
                "data": {
                    "png_url": "https://xxx.oss.com/w/.../thumb.png",
                    "svg_url": "https://xxx.oss.com/w/.../main.svg",
                    "source_code": "...",
                },
            },
            200,
            id="documented answer 1",
        ),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"prompt": "2025年全球AI市场规模分析", "lang": "cn", "platform": "web"},
            {
                "code": 0,
                "msg": "",
                "data": {
                    "png_url": "https://xxx.oss.com/w/.../thumb.png",
                    "svg_url": "https://xxx.oss.com/w/.../main.svg",
                    "source_code": "...",
                },
            },
            {
                "whole": True,
                "outputs": ["https://xxx.oss.com/w/.../thumb.png", "https://xxx.oss.com/w/.../main.svg"],
                "kinds": ["image", "image"],
            },
            id="documented answer 1",
        ),
        pytest.param(BASE, {"code": 0}, {"whole": True, "outputs": [], "kinds": []}, id="success by 0"),
        pytest.param(
            BASE,
            {"code": 0, "data": {"png_url": "https://example.com/out-1"}},
            {"whole": True, "outputs": ["https://example.com/out-1"], "kinds": ["image"]},
            id="data.png_url",
        ),
        pytest.param(
            BASE,
            {"code": 0, "data": {"svg_url": "https://example.com/out-1"}},
            {"whole": True, "outputs": ["https://example.com/out-1"], "kinds": ["image"]},
            id="data.svg_url",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        EdrawMax,
        SUBJECT,
        {
            "code": 1,
            "msg": "text of msg",
            "data": {
                "png_url": "text of data.png_url",
                "svg_url": "text of data.svg_url",
                "source_code": "text of data.source_code",
            },
        },
        {
            "code": 1,
            "msg": "text of msg",
            "data.png_url": "text of data.png_url",
            "data.svg_url": "text of data.svg_url",
            "data.source_code": "text of data.source_code",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 400, "msg": "words of the vendor"},
            {"code": 400, "kind": "invalid", "message": "words of the vendor"},
            id="400",
        ),
        pytest.param(
            {"code": 2406, "msg": "words of the vendor"},
            {"code": 2406, "kind": "policy", "message": "words of the vendor"},
            id="2406",
        ),
        pytest.param(
            {"code": 3001, "msg": "words of the vendor"},
            {"code": 3001, "kind": "rate", "retries": 1, "message": "words of the vendor"},
            id="3001",
        ),
        pytest.param(
            {"code": 212200, "msg": "words of the vendor"},
            {"code": 212200, "kind": "vendor", "retries": 1, "message": "words of the vendor"},
            id="212200",
        ),
        pytest.param(
            {"code": 212201, "msg": "words of the vendor"},
            {"code": 212201, "kind": "vendor", "retries": 1, "message": "words of the vendor"},
            id="212201",
        ),
        pytest.param(
            {"code": 500, "msg": "words of the vendor"},
            {"code": 500, "kind": "vendor", "message": "words of the vendor"},
            id="500",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)


@EITHER
def test_takes_no_other_code_for_success(client: testing.ClientClass) -> None:
    testing.check_no_success(
        client,
        SUBJECT,
        BASE,
        {
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
