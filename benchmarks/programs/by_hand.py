"""The floor: one call with httpx and two pydantic models, as one would write it by hand."""

from typing import Literal

import httpx
from pydantic import BaseModel, Field


class Request(BaseModel):
    """What a create takes."""

    image: str
    prompt: str = Field(max_length=2500)
    duration: Literal["5s", "8s", "10s"] | None = None


class Data(BaseModel):
    """What a create answers."""

    task_id: str


class Response(BaseModel):
    """The envelope."""

    code: int
    data: Data


def answer(_: httpx.Request) -> httpx.Response:
    """Answer as the vendor does."""
    return httpx.Response(200, json={"code": 0, "msg": "", "data": {"task_id": "t"}, "trace_id": "r"})


with httpx.Client(transport=httpx.MockTransport(answer), base_url="https://vendor.invalid") as client:
    request = Request(image="https://example.com/in.png", prompt="a slow push-in", duration="8s")
    sent = client.post(
        "/generation/kling/i2v-kling-v3-0",
        json={"data": request.model_dump(exclude_none=True)},
        headers={"X-API-KEY": "k"},
    )
    response = Response.model_validate(sent.json())
    if response.data.task_id != "t":
        raise SystemExit("no task")
