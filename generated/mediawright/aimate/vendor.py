# Emitted from specs/aimate/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of aimate Video Generation share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Envelope,
    Lifecycle,
    OutputPlace,
    Vendor,
)

VENDOR = Vendor(
    name="aimate",
    title="aimate Video Generation",
    package="mediawright.aimate",
    servers=("https://video-gen.aimate.am",),
    envelope=Envelope(code="code", success=(0,), required=False, message="detail|message"),
    tasks={
        "video": Lifecycle(
            name="video",
            ids=(("task_id", "data.id"),),
            query="video.query",
            status="data.status",
            states={"pending": "queued", "processing": "running", "completed": "succeeded", "failed": "failed"},
            outputs=(OutputPlace(path="data.result.video_url", kind="video"),),
            reason="data.error",
            interval=5,
            expected=(60, 300),
        )
    },
)
