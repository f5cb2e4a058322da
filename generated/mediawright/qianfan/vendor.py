# Emitted from specs/qianfan/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of Baidu Qianfan share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Credential,
    Envelope,
    Lifecycle,
    OutputPlace,
    Vendor,
)

VENDOR = Vendor(
    name="qianfan",
    title="Baidu Qianfan",
    package="mediawright.qianfan",
    servers=("https://qianfan.baidubce.com",),
    credentials=(Credential(name="api_key", environment="BAIDU_API_KEY", required=True),),
    headers=(("Authorization", "Bearer {api_key}"),),
    envelope=Envelope(code="errno|code", success=(0,), required=False, message="errmsg|detail"),
    tasks={
        "picture_book": Lifecycle(
            name="picture_book",
            ids=(("task_id", "data.task_id"),),
            query="picture_book.query",
            status="data[].status",
            states={"0": "running", "1": "running", "3": "running", "2": "succeeded"},
            outputs=(OutputPlace(path="data[].result.video_bos_url|data[].result.video_cdn_url", kind="video"),),
            many=True,
            otherwise="failed",
            interval=5,
        )
    },
)
