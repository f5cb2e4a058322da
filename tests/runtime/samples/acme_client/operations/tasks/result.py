"""Tells how a task stands; the id stands in the path."""

from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    task_id: str


class Response(ResponseModel):
    code: int | None = None
    data: dict[str, object] | None = None


OPERATION = Operation(
    path="tasks.result",
    name="Task Result",
    method="POST",
    endpoint="/generation/result/{task_id}",
    parameters=(Parameter("task_id", "task_id", location="path", allowed="a string"),),
    request=Request,
    response=Response,
    wrap="data",
)
