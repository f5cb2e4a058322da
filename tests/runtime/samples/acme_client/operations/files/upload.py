"""Sends raw bytes."""

from mediawright_runtime.declarations import Operation, Parameter
from mediawright_runtime.models import RequestModel, ResponseModel


class Request(RequestModel):
    content: bytes
    file_name: str


class Response(ResponseModel):
    key: str | None = None


OPERATION = Operation(
    path="files.upload",
    name="Upload",
    method="POST",
    endpoint="/files/upload",
    parameters=(
        Parameter("content", "content", location="raw", allowed="bytes"),
        Parameter("file_name", "file_name", location="query", allowed="a string"),
    ),
    request=Request,
    response=Response,
    headers=(("content-type", "application/octet-stream"),),
)
