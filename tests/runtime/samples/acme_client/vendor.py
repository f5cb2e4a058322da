"""The vendor's declaration."""

from mediawright_runtime.declarations import Credential, Envelope, ErrorCode, Lifecycle, OutputPlace, Vendor

VENDOR = Vendor(
    name="acme",
    title="Acme",
    package="acme_client",
    servers=("https://api.acme.example/v1",),
    credentials=(
        Credential("api_key", "ACME_API_KEY"),
        Credential("user_id", "ACME_USER_ID", required=False),
    ),
    headers=(("X-API-KEY", "{api_key}"), ("X-User", "{user_id}"), ("Content-Type", "application/json")),
    envelope=Envelope(code="code", success=(0,), message="msg", trace_id="trace_id"),
    errors=(
        ErrorCode("auth", "The request is not authenticated.", code=374004, action="Apply for a key."),
        ErrorCode("credits", "The account has too few credits.", code=490505),
        ErrorCode("rate", "Too many requests.", code=3001),
    ),
    tasks={
        "generation": Lifecycle(
            name="generation",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={
                "waiting": "queued",
                "processing": "running",
                "completed": "succeeded",
                "failed": "failed",
                "cancelled": "cancelled",
                "timeout": "expired",
            },
            outputs=(OutputPlace("data.result[].preview"),),
            reason="data.reason",
            progress="data.progress",
            interval=5,
        ),
        "rendering": Lifecycle(
            name="rendering",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={"0": "running", "2": "succeeded"},
            outputs=(OutputPlace("data.url"),),
            interval=5,
            initial_delay=30,
        ),
    },
)
