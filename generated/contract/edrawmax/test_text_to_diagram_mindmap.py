# Emitted from specs/edrawmax/apis/generate_mind_map.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_diagram.mindmap` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.edrawmax import AsyncEdrawMax, EdrawMax
from mediawright_runtime import testing

OPERATION = "text_to_diagram.mindmap"
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
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
            {"prompt": "机器学习知识体系梳理", "lang": "cn", "platform": "web"},
            {
                "method": "POST",
                "path": "/skills/generate-mindmap",
                "query": {},
                "headers": {"X-User-ID": "{user_id}", "Content-Type": "application/json"},
                "body": {"prompt": "机器学习知识体系梳理", "lang": "cn", "platform": "web"},
            },
            id="documented example 1",
        ),
        pytest.param(
            {"prompt": "a paper boat sails", "lang": "en", "platform": "web"},
            {
                "method": "POST",
                "path": "/skills/generate-mindmap",
                "query": {},
                "headers": {"X-User-ID": "{user_id}", "Content-Type": "application/json"},
                "body": {"prompt": "a paper boat sails", "lang": "en", "platform": "web"},
            },
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    "params",
    [
        pytest.param(BASE | {"prompt": "x"}, id="prompt: min_length"),
        pytest.param(BASE | {"lang": "en"}, id="lang: 'en'"),
        pytest.param(BASE | {"lang": "cn"}, id="lang: 'cn'"),
        pytest.param(BASE | {"lang": "jp"}, id="lang: 'jp'"),
        pytest.param(BASE | {"lang": "kr"}, id="lang: 'kr'"),
        pytest.param(BASE | {"lang": "es"}, id="lang: 'es'"),
        pytest.param(BASE | {"lang": "fr"}, id="lang: 'fr'"),
        pytest.param(BASE | {"lang": "de"}, id="lang: 'de'"),
        pytest.param(BASE | {"lang": "it"}, id="lang: 'it'"),
        pytest.param(BASE | {"lang": "tw"}, id="lang: 'tw'"),
        pytest.param(BASE | {"lang": "pt"}, id="lang: 'pt'"),
        pytest.param(BASE | {"lang": "ru"}, id="lang: 'ru'"),
        pytest.param(BASE | {"lang": "id"}, id="lang: 'id'"),
        pytest.param(BASE | {"platform": "web"}, id="platform: 'web'"),
        pytest.param(BASE | {"platform": "win"}, id="platform: 'win'"),
        pytest.param(BASE | {"platform": "mac"}, id="platform: 'mac'"),
        pytest.param(BASE | {"platform": "ios"}, id="platform: 'ios'"),
        pytest.param(BASE | {"platform": "android"}, id="platform: 'android'"),
        pytest.param(BASE | {"platform": "linux"}, id="platform: 'linux'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


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
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"prompt": "机器学习知识体系梳理", "lang": "cn", "platform": "web"},
            {
                "code": 0,
                "msg": "",
                "data": {
                    "png_url": "https://xxx.oss.com/w/.../thumb.png",
                    "svg_url": "https://xxx.oss.com/w/.../main.svg",
                    "source_code": "...",
                },
            },
            {"outputs": ["https://xxx.oss.com/w/.../thumb.png", "https://xxx.oss.com/w/.../main.svg"]},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 400}, {"code": 400, "kind": "invalid"}, id="400"),
        pytest.param({"code": 2406}, {"code": 2406, "kind": "policy"}, id="2406"),
        pytest.param({"code": 3001}, {"code": 3001, "kind": "rate", "retries": 1}, id="3001"),
        pytest.param({"code": 212200}, {"code": 212200, "kind": "vendor", "retries": 1}, id="212200"),
        pytest.param({"code": 212201}, {"code": 212201, "kind": "vendor", "retries": 1}, id="212201"),
        pytest.param({"code": 500}, {"code": 500, "kind": "vendor"}, id="500"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
