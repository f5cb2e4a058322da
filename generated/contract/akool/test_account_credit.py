# Emitted from specs/akool/apis/credit.yaml by `make generate`. Edit the spec, not this file.

"""What `account.credit` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "account.credit"
BASE: dict[str, Any] = {}
ANSWER: dict[str, Any] = {"code": 1000}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 1003}, {"code": 1003, "kind": "invalid"}, id="1003"),
        pytest.param({"code": 1008}, {"code": 1008, "kind": "not_found"}, id="1008"),
        pytest.param({"code": 1009}, {"code": 1009, "kind": "auth"}, id="1009"),
        pytest.param({"code": 1015}, {"code": 1015, "kind": "vendor"}, id="1015"),
        pytest.param({"code": 1101}, {"code": 1101, "kind": "auth"}, id="1101"),
        pytest.param({"code": 1102}, {"code": 1102, "kind": "auth"}, id="1102"),
        pytest.param({"code": 1200}, {"code": 1200, "kind": "auth"}, id="1200"),
        pytest.param({"code": 1201}, {"code": 1201, "kind": "vendor"}, id="1201"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
