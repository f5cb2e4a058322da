# Emitted from specs/qianfan/apis/query_task_by_get.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query_by_get` sends and accepts."""

from __future__ import annotations

from mediawright.qianfan.models.picture_book.query_by_get import QueryByGetRequest, QueryByGetResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="picture_book.query_by_get",
    name="Query Task by GET",
    method="GET",
    endpoint="/v2/tools/ai_picture_book/query",
    parameters=(Parameter(name="task_id", wire_name="task_id", location="query", allowed="a string"),),
    request=QueryByGetRequest,
    response=QueryByGetResponse,
    output_kind="file",
    source="000_06a82e4095eacc32.txt:9-10",
)
