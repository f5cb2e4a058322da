"""Starts a task of which the first query makes sense after a while."""

from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    prompt: str


class Response(ResponseModel):
    code: int | None = None


OPERATION = Operation(
    path="text_to_video.slow_model",
    name="Slow Model",
    method="POST",
    endpoint="/generation/slow",
    parameters=(Parameter("prompt", "prompt", allowed="a string"),),
    request=Request,
    response=Response,
    task="rendering",
    output_kind="video",
)
