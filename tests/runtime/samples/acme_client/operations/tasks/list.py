"""Is a GET with a query and a header."""

from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    page: int | None = None
    kinds: list[str] | None = None
    deep: bool | None = None
    client_tag: str | None = None


class Response(ResponseModel):
    total: int | None = None


OPERATION = Operation(
    path="tasks.list",
    name="Task List",
    method="GET",
    endpoint="/tasks",
    parameters=(
        Parameter("page", "page", location="query", allowed="an integer"),
        Parameter("kinds", "kind", location="query", allowed="strings"),
        Parameter("deep", "deep", location="query", allowed="a truth value"),
        Parameter("client_tag", "X-Client-Tag", location="header", allowed="a string"),
    ),
    request=Request,
    response=Response,
    constants=(("query", "v", 2),),
)
