# Emitted from specs/tomoviee/vendor.yaml by `make generate`. Edit the spec, not this file.

"""What all operations of Tomoviee share."""

from __future__ import annotations

from mediawright_runtime.declarations import (
    Callback,
    Credential,
    Envelope,
    ErrorCode,
    Lifecycle,
    OutputPlace,
    Vendor,
)

VENDOR = Vendor(
    name="tomoviee",
    title="Tomoviee",
    package="mediawright.tomoviee",
    servers=("https://openapi.wondershare.cc", "https://open-api.wondershare.cc"),
    credentials=(
        Credential(name="app_key", environment="TOMOVIEE_APP_KEY", required=True),
        Credential(name="app_secret", environment="TOMOVIEE_APP_SECRET", required=True),
    ),
    headers=(
        ("Content-Type", "application/json"),
        ("X-App-Key", "{app_key}"),
        ("Authorization", "Basic {base64:app_key:app_secret}"),
    ),
    envelope=Envelope(code="code", success=(0,), message="msg"),
    errors=(
        ErrorCode(code=140013, describe="The caller is not authorised.", kind="auth"),
        ErrorCode(
            http_status=400,
            describe="A parameter is wrong.",
            kind="invalid",
            action="Look at resolution, aspect ratio, duration, number of outputs and length of text.",
        ),
        ErrorCode(
            http_status=401,
            describe="The credentials were not accepted.",
            kind="auth",
            action="Check app_key and the access token that is made of app_key and app_secret.",
        ),
        ErrorCode(
            http_status=413,
            describe="The picture or video is too large.",
            kind="invalid",
            action="Send a file below 200 megabytes.",
        ),
        ErrorCode(
            http_status=422,
            describe="A file has a wrong format or breaks a limit, a mask does not fit its picture, or text is badly encoded.",
            kind="invalid",
        ),
    ),
    tasks={
        "generation": Lifecycle(
            name="generation",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={"1": "queued", "2": "running", "3": "succeeded", "4": "failed", "5": "cancelled", "6": "expired"},
            outputs=(
                OutputPlace(path="data.result@json.video_path[]", kind="video"),
                OutputPlace(path="data.result@json.images_path[]|data.result@json.image_path[]", kind="image"),
                OutputPlace(path="data.result@json.mask_path[]", kind="image"),
                OutputPlace(path="data.result@json.audio_path[]", kind="audio"),
            ),
            reason="data.reason",
            progress="data.process|data.progress",
            tolerates="data",
            interval=10,
        )
    },
    callback=Callback(
        task="generation",
        id="task_id",
        status="status",
        outputs=(
            OutputPlace(path="result@json.video_path[]", kind="video"),
            OutputPlace(path="result@json.images_path[]|result@json.image_path[]", kind="image"),
            OutputPlace(path="result@json.mask_path[]", kind="image"),
            OutputPlace(path="result@json.audio_path[]", kind="audio"),
        ),
    ),
)
