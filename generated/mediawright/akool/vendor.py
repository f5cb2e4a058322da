# Emitted from specs/akool/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of Akool share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Callback,
    Credential,
    Envelope,
    ErrorCode,
    Lifecycle,
    OutputPlace,
    Seal,
    Token,
    Vendor,
)

VENDOR = Vendor(
    name="akool",
    title="Akool",
    package="mediawright.akool",
    servers=("https://openapi.akool.com",),
    credentials=(
        Credential(name="api_key", environment="AKOOL_API_KEY", required=False),
        Credential(name="client_id", environment="AKOOL_CLIENT_ID", required=False),
        Credential(name="client_secret", environment="AKOOL_CLIENT_SECRET", required=False),
    ),
    credential_sets=(("api_key",), ("client_id", "client_secret")),
    tokens=(
        Token(
            name="token",
            operation="account.get_token",
            parameters=(("client_id", "client_id"), ("client_secret", "client_secret")),
            answer="token",
            expired=(1101,),
        ),
    ),
    headers=(("x-api-key", "{api_key}"), ("Authorization", "Bearer {token}")),
    envelope=Envelope(code="code", success=(1000,), message="msg"),
    errors=(
        ErrorCode(code=1003, describe="A parameter is wrong or empty.", kind="invalid"),
        ErrorCode(code=1008, describe="What was asked for does not exist.", kind="not_found"),
        ErrorCode(code=1009, describe="The account may not do this.", kind="auth"),
        ErrorCode(code=1015, describe="The video could not be made.", kind="vendor", action="Try again later."),
        ErrorCode(code=1101, describe="The authorization is invalid or the token has expired.", kind="auth"),
        ErrorCode(code=1102, describe="The request has no authorization.", kind="auth"),
        ErrorCode(code=1200, describe="The account is banned.", kind="auth"),
        ErrorCode(code=1201, describe="The audio could not be made.", kind="vendor", action="Try again later."),
    ),
    tasks={
        "talking_photo": Lifecycle(
            name="talking_photo",
            ids=(("video_model_id", "data._id"),),
            query="tasks.video_info",
            status="data.video_status",
            states={"1": "queued", "2": "running", "3": "succeeded", "4": "failed"},
            outputs=(OutputPlace(path="data.video", kind="video"),),
            reason="data.error_reason",
            progress="data.progress",
            kept_days=7,
            kept_since="data.create_time",
        )
    },
    callback=Callback(
        task="talking_photo",
        id="_id",
        status="status",
        outputs=(OutputPlace(path="url", kind="video"),),
        seal=Seal(
            payload="dataEncrypt",
            key="client_secret",
            iv="client_id",
            signature="signature",
            digest="sha1",
            signed=("{client_id}", "timestamp", "nonce", "dataEncrypt"),
            timestamp="timestamp",
        ),
    ),
)
