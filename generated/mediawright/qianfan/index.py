# Emitted from specs/qianfan/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Every name of an operation: the vendor's own, the model code, and the client's path."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "Create Task": "picture_book.create",
    "Query Task": "picture_book.query",
    "Query Task by GET": "picture_book.query_by_get",
    "picture_book.create": "picture_book.create",
    "picture_book.query": "picture_book.query",
    "picture_book.query_by_get": "picture_book.query_by_get",
}
