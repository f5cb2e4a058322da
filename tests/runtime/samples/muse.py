"""A vendor that does not exist, whose operations take files: each sort of limit, in a list, and as the whole body."""

from fictional import clients, operation

from mediawright_runtime.declarations import Credential, Envelope, Lifecycle, OutputPlace, Parameter, Vendor
from mediawright_runtime.media import Limit, Media

PICTURE = Media(
    kind="image",
    formats=("png", "jpeg", "webp"),
    limits=(
        Limit("megabytes", "max", (0.1,)),
        Limit("size", "min", (300, 300)),
        Limit("size", "max", (1000, 1000)),
        Limit("ratio", "min", (1, 2)),
        Limit("ratio", "max", (2, 1)),
    ),
    allowed="an image (png, jpeg, webp), at most 0.1 MB",
)
FILM = Media(
    kind="video",
    formats=("mp4", "mov"),
    limits=(
        Limit("size", "min", (64, 64)),
        Limit("size", "max", (640, 640)),
        Limit("fps", "min", (24,)),
        Limit("fps", "max", (60,)),
        Limit("seconds", "min", (2,)),
        Limit("seconds", "max", (3,)),
    ),
    allowed="a video (mp4, mov), 2 to 3 seconds",
)
SOUND = Media("audio", limits=(Limit("seconds", "max", (1,)),), allowed="an audio, at most 1 seconds")
LIGHT = Media("image", ("png",), (Limit("megabytes", "exclusive_max", (200,)),), "an image (png), less than 200 MB")
MUSE = Vendor(
    name="muse",
    title="Muse",
    package="fictional_muse",
    servers=("https://muse.example",),
    credentials=(Credential("api_key", "MUSE_API_KEY"),),
    headers=(("Authorization", "Bearer {api_key}"),),
    envelope=Envelope(code="code", success=(0,)),
    tasks={
        "film": Lifecycle(
            name="film",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={"completed": "succeeded"},
            outputs=(OutputPlace("data.url"),),
        ),
    },
)
Muse, AsyncMuse = clients(
    MUSE,
    operation(
        "image_to_video.animate",
        "POST",
        "/animate",
        Parameter("image", "image", media=PICTURE),
        Parameter("pictures", "pictures", media=PICTURE),
        Parameter("film", "film", media=FILM),
        Parameter("sound", "sound", media=SOUND),
        Parameter("light", "light", media=LIGHT),
        fields=dict.fromkeys(("image", "film", "sound", "light"), str | None) | {"pictures": list[str] | None},
        task="film",
        source="muse.txt:1-9",
    ),
    operation(
        "image_to_image.sharpen",
        "POST",
        "/sharpen",
        Parameter("content", "content", location="raw", media=PICTURE),
        fields={"content": bytes},
        outputs=(OutputPlace("data.url"),),
    ),
    operation("tasks.result", "POST", "/task", Parameter("task_id", "task_id")),
)
