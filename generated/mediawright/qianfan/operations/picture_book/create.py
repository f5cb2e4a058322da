# Emitted from specs/qianfan/apis/create_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.create` sends and accepts."""

from __future__ import annotations

from mediawright.qianfan.models.picture_book.create import CreateRequest, CreateResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="picture_book.create",
    name="Create Task",
    method="POST",
    endpoint="/v2/tools/ai_picture_book/task_create",
    parameters=(
        Parameter(name="method", wire_name="method", labels=((9, "static"), (10, "dynamic")), allowed="one of 9, 10"),
        Parameter(name="content", wire_name="input_content", allowed="a string of at least 1 character"),
    ),
    request=CreateRequest,
    response=CreateResponse,
    constants=(("body", "input_type", "1"),),
    task="picture_book",
    output_kind="video",
    source="vendors.md:10-17",
)
