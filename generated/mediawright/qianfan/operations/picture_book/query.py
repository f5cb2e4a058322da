# Emitted from specs/qianfan/apis/query_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query` sends and accepts."""

from __future__ import annotations

from mediawright.qianfan.models.picture_book.query import QueryRequest, QueryResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="picture_book.query",
    name="Query Task",
    method="POST",
    endpoint="/v2/tools/ai_picture_book/query",
    parameters=(Parameter(name="task_id", wire_name="task_ids", single=True, allowed="a list, each a string"),),
    request=QueryRequest,
    response=QueryResponse,
    output_kind="file",
    source="vendors.md:14-17",
)
