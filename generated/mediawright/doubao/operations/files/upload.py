# Emitted from specs/doubao/apis/upload_file.yaml by `make generate`. Edit the spec, not this file.

"""What `files.upload` sends and accepts."""

from __future__ import annotations

from mediawright.doubao.models.files.upload import UploadRequest, UploadResponse
from mediawright_runtime.declarations import ErrorCode, Operation, Parameter

OPERATION = Operation(
    path="files.upload",
    name="Upload File",
    method="POST",
    endpoint="/api/file/upload",
    parameters=(
        Parameter(
            name="file_type",
            wire_name="file_type",
            location="query",
            labels=((1, "document"), (2, "image")),
            allowed="one of 1, 2",
        ),
        Parameter(name="file_name", wire_name="file_name", location="query", allowed="a string"),
        Parameter(
            name="file_bytes",
            wire_name="file_bytes",
            location="raw",
            allowed="bytes, a path as Path(...), or a file opened in binary mode",
        ),
    ),
    request=UploadRequest,
    response=UploadResponse,
    headers=(("Content-Type", "application/octet-stream"),),
    errors=(ErrorCode(http_status=422, describe="The Content-Type header is missing or another.", kind="invalid"),),
    output_kind="file",
    source="001_47e450859633a831.txt:29-48",
)
