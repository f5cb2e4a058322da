"""Starts a task; has an enum, a range, a list, a default that is sent, a constant, and rules."""

from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.declarations import Constraint, Operation, Parameter, Rule
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    prompt: Annotated[str, Field(min_length=1, max_length=20)]
    duration: Literal["6s", "10s"] | None = None
    resolution: Literal["768P", "1080P"] | None = None
    steps: Annotated[int, Field(ge=1, le=5)] | None = None
    tags: Annotated[list[Annotated[str, Field(max_length=5)]], Field(max_length=2)] | None = None
    negative_prompt: str | None = None
    conversation_id: str | None = None
    quality: Literal["low", "high"] | None = None


class Response(ResponseModel):
    code: int | None = None


OPERATION = Operation(
    path="text_to_video.big_model",
    name="Big Model",
    method="POST",
    endpoint="/generation/big",
    parameters=(
        Parameter("prompt", "prompt", allowed="a string of 1 to 20 characters"),
        Parameter("duration", "duration", default="6s", allowed="one of '6s', '10s'"),
        Parameter("resolution", "resolution", default="768P", allowed="one of '768P', '1080P'"),
        Parameter("steps", "steps", allowed="an integer from 1 to 5"),
        Parameter("tags", "tags", allowed="at most 2 strings of at most 5 characters"),
        Parameter("negative_prompt", "negative_prompt", allowed="a string"),
        Parameter("conversation_id", "conversationId", allowed="a string"),
        Parameter("quality", "quality", default="low", send_default=True, allowed="one of 'low', 'high'"),
    ),
    request=Request,
    response=Response,
    wrap="data",
    constants=(("body", "mode", "v2"),),
    rules=(
        Rule(
            when={"resolution": Constraint(values=("1080P",))},
            then={"duration": Constraint(values=("6s",), allowed="one of '6s'")},
            describe="Full HD exists for six seconds only.",
        ),
        Rule(
            when={"negative_prompt": Constraint(present=True)},
            then={"steps": Constraint(present=True, minimum=2, allowed="an integer of at least 2")},
        ),
    ),
    task="generation",
    output_kind="video",
    source="acme.txt:10-20",
)
