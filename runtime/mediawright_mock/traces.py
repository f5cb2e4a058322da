"""Trace ids under a seed: what is drawn for an answer without one is drawn anew, so that it can be foreseen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from mediawright_mock.answer_paths import find, put
from mediawright_mock.messages import json_answer
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from mediawright_mock.chance import Chance
    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Answer


def traced(operation: Operation, answer: Answer, chance: Chance) -> Answer:
    """Give an answer a trace id that can be foreseen, where there is a seed and the vendor has such ids."""
    place = operation.envelope.trace_id
    if place is None or not chance.seeded:
        return answer
    try:
        body = json.loads(answer.body)
    except ValueError:
        return answer
    if not is_object(body) or find(body, place) is None:
        return answer
    put(body, place, chance.new_id())
    return replace(answer, body=json_answer(body).body)
