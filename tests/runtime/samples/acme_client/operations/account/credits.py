"""Takes nothing and answers at once."""

from mediawright_runtime.declarations import ErrorCode, Operation
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    pass


class Data(ResponseModel):
    credits: int | None = None
    plan: str | None = None


class Response(ResponseModel):
    code: int | None = None
    data: Data | None = None


OPERATION = Operation(
    path="account.credits",
    name="Credits",
    method="POST",
    endpoint="/user/credits",
    parameters=(),
    request=Request,
    response=Response,
    wrap="data",
    errors=(ErrorCode("not_found", "There is no such account.", code="NO_ACCOUNT"),),
)
