# Emitted from specs/doubao/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Every name of an operation: the vendor's own, the model code, and the client's path."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "Upload File": "files.upload",
    "Generate Video": "video.generate",
    "List Tasks": "video.list",
    "Query Video Status": "video.status",
    "files.upload": "files.upload",
    "video.generate": "video.generate",
    "video.list": "video.list",
    "video.status": "video.status",
}
