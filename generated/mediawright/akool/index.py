# Emitted from specs/akool/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Every name of an operation: the vendor's own, the model code, and the client's path."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "Credit": "account.credit",
    "Get Token": "account.get_token",
    "Talking Photo": "talking_photo.create",
    "Get Video Info Result": "tasks.video_info",
    "account.credit": "account.credit",
    "account.get_token": "account.get_token",
    "talking_photo.create": "talking_photo.create",
    "tasks.video_info": "tasks.video_info",
}
