"""Answers with the work itself, without a task."""

from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    prompt: str


class Response(ResponseModel):
    code: int | None = None
    url: str | None = None


OPERATION = Operation(
    path="text_to_diagram.flowchart",
    name="Flowchart",
    method="POST",
    endpoint="/flowchart",
    parameters=(Parameter("prompt", "prompt", allowed="a string"),),
    request=Request,
    response=Response,
)
