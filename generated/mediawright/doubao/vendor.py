# Emitted from specs/doubao/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of Doubao video wrapper share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Envelope,
    Lifecycle,
    OutputPlace,
    Search,
    Vendor,
)

VENDOR = Vendor(
    name="doubao",
    title="Doubao video wrapper",
    package="mediawright.doubao",
    servers=("http://localhost:8000",),
    envelope=Envelope(code="success", success=(True,), required=False, message="detail"),
    tasks={
        "video": Lifecycle(
            name="video",
            ids=(("conversation_id", "conversation_id"), ("message_id", "message_id")),
            query="video.status",
            status="task.status",
            states={"pending": "queued", "processing": "running", "completed": "succeeded", "failed": "failed"},
            outputs=(OutputPlace(path="task.video_urls[]", kind="video"),),
            reason="task.error",
            interval=30,
            expected=(180, 900),
            search=Search(
                operation="video.list",
                tasks="tasks[]",
                ids=(("conversation_id", "conversation_id"), ("message_id", "message_id")),
                created="created_at",
                total="total",
                by=(("conversation_id", "conversation_id"),),
            ),
        )
    },
)
