# Emitted from specs/aimate/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Every name of an operation: the vendor's own, the model code, and the client's path."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "Health Check": "account.health",
    "Create Video Task": "video.create",
    "Query Video Task": "video.query",
    "account.health": "account.health",
    "video.create": "video.create",
    "video.query": "video.query",
}
