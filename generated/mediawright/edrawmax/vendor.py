# Emitted from specs/edrawmax/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of EdrawMax share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Credential,
    Envelope,
    ErrorCode,
    Vendor,
)

VENDOR = Vendor(
    name="edrawmax",
    title="EdrawMax",
    package="mediawright.edrawmax",
    servers=("https://api.edrawmax.cn/api/ai",),
    credentials=(Credential(name="user_id", environment="EDRAWMAX_USER_ID", required=False),),
    headers=(("X-User-ID", "{user_id}"), ("Content-Type", "application/json")),
    envelope=Envelope(code="code", success=(0,), message="msg"),
    errors=(
        ErrorCode(
            code=400,
            describe="The prompt is empty or malformed, or the language is not a documented one.",
            kind="invalid",
            action="Give a description, or one of the documented languages.",
        ),
        ErrorCode(
            code=2406,
            describe="The vendor's content check rejected the description as sensitive or against the rules.",
            kind="policy",
            action="Ask the user to word the description differently.",
        ),
        ErrorCode(
            code=3001,
            describe="The user has too many calls at the same time.",
            kind="rate",
            action="Wait a moment and send the call once more; if it fails again, tell the user and point to the vendor's support.",
            retries=1,
        ),
        ErrorCode(
            code=212200,
            describe="The model behind the service failed or took too long.",
            kind="vendor",
            action="Send the call once more; if it fails again, tell the user and point to the vendor's support.",
            retries=1,
        ),
        ErrorCode(
            code=212201,
            describe="Drawing the diagram, or storing its files, failed.",
            kind="vendor",
            action="Send the call once more; if it fails again, tell the user and point to the vendor's support.",
            retries=1,
        ),
        ErrorCode(
            code=500,
            describe="The service itself broke down.",
            kind="vendor",
            action="Tell the user that the vendor has an internal error.",
        ),
    ),
    output_hosts=(".aliyuncs.com", ".wondershare.com", ".edrawsoft.com", ".edrawmax.com"),
)
