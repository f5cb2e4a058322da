# Emitted from specs/mediaio/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of Media.io share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Credential,
    Envelope,
    ErrorCode,
    Lifecycle,
    OutputPlace,
    Vendor,
)

VENDOR = Vendor(
    name="mediaio",
    title="Media.io",
    package="mediawright.mediaio",
    servers=("https://openapi.media.io",),
    credentials=(Credential(name="api_key", environment="MEDIAIO_API_KEY", required=True),),
    headers=(("X-API-KEY", "{api_key}"), ("Content-Type", "application/json")),
    envelope=Envelope(code="code", success=(0,), message="msg", trace_id="trace_id"),
    errors=(
        ErrorCode(
            code=374004,
            describe="The request is not authenticated.",
            kind="auth",
            action="Apply for a key in the developer console and pass it as api_key.",
        ),
        ErrorCode(
            code=490505,
            describe="The account has too few credits.",
            kind="credits",
            action="Buy credits before the next generation.",
        ),
        ErrorCode(code=490000, describe="A parameter is wrong.", kind="invalid"),
    ),
    tasks={
        "generation": Lifecycle(
            name="generation",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={
                "waiting": "queued",
                "pending": "queued",
                "processing": "running",
                "completed": "succeeded",
                "succeeded": "succeeded",
                "failed": "failed",
                "timeout": "expired",
            },
            outputs=(OutputPlace(path="data.result[].preview"),),
            reason="data.reason",
            interval=5,
        )
    },
)
