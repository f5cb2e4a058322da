"""Import, construct, first call, with the emitted client and the same answer as `by_hand.py`."""

import httpx

from mediawright.mediaio import MediaIO


def answer(_: httpx.Request) -> httpx.Response:
    """Answer as the vendor does."""
    return httpx.Response(200, json={"code": 0, "msg": "", "data": {"task_id": "t"}, "trace_id": "r"})


with httpx.Client(transport=httpx.MockTransport(answer)) as http:
    client = MediaIO(api_key="k", base_url="https://vendor.invalid", http_client=http)
    task = client.image_to_video.kling_3_0(image="https://example.com/in.png", prompt="a slow push-in", duration="8s")
    if task.id != "t":
        raise SystemExit("no task")
