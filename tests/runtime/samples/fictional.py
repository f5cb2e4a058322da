"""Vendors that do not exist, each with what others do not have; declared as emitted code declares them.

* nova: one key, or two credentials that fetch a token; numeric statuses; results that expire; sealed callbacks.
* lyra: basic authentication; results as JSON in a text; errors that are tolerated; plain callbacks; named numbers.
* orion: no authentication; a task of two ids; raw bytes; objects; errors by HTTP status alone; answers that are files.
* vega: a code that may be missing; ids and answers as lists; a state for every other word.
* dorado: answers with the work itself; calls that are documented to be sent again.
* lumen: creates with a key that are listed and can be cancelled; calls that are refused before any work.
"""

import sys
from inspect import Parameter as Argument
from inspect import Signature
from types import ModuleType
from typing import Annotated, Literal

from pydantic import Field

from mediawright_runtime.asynchronous import AsyncCategory, AsyncClient
from mediawright_runtime.client import Category, Client
from mediawright_runtime.declarations import (
    Callback,
    Cancel,
    Credential,
    Envelope,
    ErrorCode,
    Idempotency,
    Lifecycle,
    Operation,
    OutputPlace,
    Parameter,
    Seal,
    Search,
    Token,
    Vendor,
)
from mediawright_runtime.models import RequestModel, ResponseModel


class Answer(ResponseModel):
    """Any answer."""


def _request(**fields):
    return type("Request", (RequestModel,), {"__annotations__": fields, **dict.fromkeys(_optional(fields))})


def _optional(fields):
    return [name for name, annotation in fields.items() if "None" in str(annotation)]


def operation(path, method, endpoint, *parameters, fields=None, **facts):
    """Declare an operation; `fields` are the types of its parameters, strings where nothing else is said."""
    types = {each.name: (fields or {}).get(each.name, str) for each in parameters}
    return Operation(
        path=path,
        name=path.title(),
        method=method,
        endpoint=endpoint,
        parameters=parameters,
        request=_request(**types),
        response=Answer,
        **facts,
    )


def clients(vendor, *operations):
    """Make both clients of a vendor, as emitted code has them."""
    index = {path: path for each in operations for path in (each.path,)}
    _install(f"{vendor.package}.index", OPERATIONS=index)
    for each in operations:
        _install(f"{vendor.package}.operations.{each.path}", OPERATION=each)
    by_path = {each.path: each for each in operations}
    return tuple(_client(vendor, by_path, *bases) for bases in ((Client, Category), (AsyncClient, AsyncCategory)))


def _install(name, **contents):
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        module = sys.modules.setdefault(".".join(parts[:end]), ModuleType(parts[end - 1]))
        module.__path__ = []
    vars(module).update(contents)


def _client(vendor, operations, client_base, category_base):
    names = [each.name for each in vendor.credentials]

    class Group(category_base):
        def __init__(self, client, name):
            super().__init__(client)
            self._name = name

        def __getattr__(self, method):
            found = operations[f"{self._name}.{method}"]
            act = self._start if found.task else self._make if found.outputs else self._call
            act = act if found.answer_type is None else self._take
            return lambda **params: act(found, **params)

    class Made(client_base):
        def __init__(self, *, base_url=None, timeout=None, proxy=None, http_client=None, **credentials):
            super().__init__(
                vendor, credentials, base_url=base_url, timeout=timeout, proxy=proxy, http_client=http_client
            )

        def __getattr__(self, name):
            if name.startswith("_") or name == "caller":
                raise AttributeError(name)
            return Group(self, name)

    options = [*names, "base_url", "timeout", "proxy", "http_client"]
    Made.__signature__ = Signature([Argument(name, Argument.KEYWORD_ONLY, default=None) for name in options])
    return Made


NOVA = Vendor(
    name="nova",
    title="Nova",
    package="fictional_nova",
    servers=("https://nova.example",),
    credentials=(
        Credential("api_key", "NOVA_API_KEY"),
        Credential("client_id", "NOVA_CLIENT_ID"),
        Credential("client_secret", "NOVA_CLIENT_SECRET"),
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
        ErrorCode("auth", "The token has expired.", code=1101),
        ErrorCode("vendor", "The video could not be made.", code=1015, action="Try again later."),
    ),
    tasks={
        "video": Lifecycle(
            name="video",
            ids=(("video_model_id", "data._id"),),
            query="video.info",
            status="data.video_status",
            states={"1": "queued", "2": "running", "3": "succeeded", "4": "failed"},
            outputs=(OutputPlace("data.video|data.external_video", "video"),),
            reason="data.error_reason",
            kept_days=7,
            kept_since="data.create_time",
        ),
    },
    callback=Callback(
        task="video",
        id="_id",
        status="status",
        outputs=(OutputPlace("url", "video"),),
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
Nova, AsyncNova = clients(
    NOVA,
    operation("talking_photo.create", "POST", "/create", Parameter("audio_url", "audio_url"), task="video"),
    operation("video.info", "GET", "/info", Parameter("video_model_id", "video_model_id", location="query")),
    operation("account.credit", "GET", "/credit"),
    operation(
        "account.get_token",
        "POST",
        "/getToken",
        Parameter("client_id", "clientId"),
        Parameter("client_secret", "clientSecret"),
        authenticated=False,
    ),
)

LYRA = Vendor(
    name="lyra",
    title="Lyra",
    package="fictional_lyra",
    servers=("https://lyra.example",),
    credentials=(Credential("app_key", "LYRA_APP_KEY"), Credential("app_secret", "LYRA_APP_SECRET")),
    headers=(("X-App-Key", "{app_key}"), ("Authorization", "Basic {base64:app_key:app_secret}")),
    envelope=Envelope(code="code", success=(0,), message="msg"),
    errors=(ErrorCode("auth", "Not authorised.", code=140013),),
    tasks={
        "generation": Lifecycle(
            name="generation",
            ids=(("task_id", "data.task_id"),),
            query="tasks.result",
            status="data.status",
            states={"1": "queued", "2": "running", "3": "succeeded", "4": "failed"},
            outputs=(
                OutputPlace("data.result@json.video_path[]", "video"),
                OutputPlace("data.result@json.images_path[]|data.result@json.image_path[]", "image"),
                OutputPlace("data.result@json.audio_path", "audio"),
            ),
            reason="data.reason",
            progress="data.process|data.progress",
            tolerates="data",
        ),
    },
    callback=Callback(
        task="generation",
        id="task_id",
        status="status",
        reason="reason",
        outputs=(OutputPlace("result@json.audio_path[]", "audio"),),
    ),
)
CAMERA = ((1, "Static"), (2, "Zoom In"), (3, "Orbit"), (4, "Orbit"), (9, "Zoom Out"))
Lyra, AsyncLyra = clients(
    LYRA,
    operation(
        "text_to_video.generate",
        "POST",
        "/text2video",
        Parameter("prompt", "prompt"),
        Parameter("camera", "camera_move_index", labels=CAMERA, allowed="an integer from 1 to 9"),
        fields={"camera": Annotated[int, Field(ge=1, le=9)] | None},
        task="generation",
        output_kind="video",
    ),
    operation("tasks.result", "POST", "/task", Parameter("task_id", "task_id")),
)

ORION = Vendor(
    name="orion",
    title="Orion",
    package="fictional_orion",
    servers=("http://localhost:8000",),
    envelope=Envelope(message="detail"),
    errors=(
        ErrorCode("vendor", "The server failed.", http_status=500),
        ErrorCode("not_found", "There is no such task.", http_status=404, action="Look at the list."),
    ),
    tasks={
        "video": Lifecycle(
            name="video",
            ids=(("conversation_id", "conversation_id"), ("message_id", "message_id")),
            query="video.status",
            status="task.status",
            states={"pending": "queued", "processing": "running", "completed": "succeeded", "failed": "failed"},
            outputs=(OutputPlace("task.video_urls[]"),),
            reason="task.error",
            interval=30,
            initial_delay=180,
        ),
    },
)
Orion, AsyncOrion = clients(
    ORION,
    operation(
        "files.upload",
        "POST",
        "/upload",
        Parameter("content", "content", location="raw", allowed="bytes"),
        Parameter("file_name", "file_name", location="query"),
        fields={"content": bytes},
    ),
    operation(
        "video.generate",
        "POST",
        "/generate",
        Parameter("prompt", "prompt"),
        Parameter("image", "image_attachment"),
        fields={"image": dict[str, object] | None},
        task="video",
        output_kind="video",
    ),
    operation(
        "video.status",
        "GET",
        "/status",
        Parameter("conversation_id", "conversation_id", location="query"),
        Parameter("message_id", "message_id", location="query"),
    ),
    operation("speech.say", "POST", "/say", Parameter("text", "text"), answer_type="audio/mpeg"),
    operation("speech.sample", "GET", "/sample", answer_type=""),
)

VEGA = Vendor(
    name="vega",
    title="Vega",
    package="fictional_vega",
    servers=("https://vega.example",),
    credentials=(Credential("api_key", "VEGA_API_KEY"),),
    headers=(("Authorization", "Bearer {api_key}"),),
    envelope=Envelope(code="errno|code", success=(0,), required=False, message="errmsg|detail"),
    tasks={
        "book": Lifecycle(
            name="book",
            ids=(("task_ids", "data.task_id"),),
            query="picture_book.query",
            many=True,
            status="data[].status",
            states={"0": "running", "1": "running", "3": "running", "2": "succeeded"},
            otherwise="failed",
            outputs=(OutputPlace("data[].result.video_bos_url|data[].result.video_cdn_url"),),
        ),
    },
)
Vega, AsyncVega = clients(
    VEGA,
    operation(
        "picture_book.create",
        "POST",
        "/create",
        Parameter("method", "method", labels=((9, "static"), (10, "dynamic")), allowed="one of 9, 10"),
        Parameter("content", "input_content"),
        fields={"method": Literal[9, 10]},
        constants=(("body", "input_type", "1"),),
        task="book",
        output_kind="video",
    ),
    operation(
        "picture_book.query", "POST", "/query", Parameter("task_ids", "task_ids"), fields={"task_ids": list[str]}
    ),
)

DORADO = Vendor(
    name="dorado",
    title="Dorado",
    package="fictional_dorado",
    servers=("https://dorado.example",),
    credentials=(Credential("user_id", "DORADO_USER_ID", required=False),),
    headers=(("X-User-ID", "{user_id}"),),
    envelope=Envelope(code="code", success=(0,), message="msg"),
    errors=(
        ErrorCode("policy", "The prompt was refused.", code=2406),
        ErrorCode("rate", "Too many at once.", code=3001, retries=1),
        ErrorCode("vendor", "Drawing failed.", code=212200, retries=1),
        ErrorCode("vendor", "Very flaky.", code=9, retries=2),
    ),
    output_hosts=(".dorado.example",),
)
Dorado, AsyncDorado = clients(
    DORADO,
    operation(
        "text_to_diagram.flowchart",
        "POST",
        "/flowchart",
        Parameter("prompt", "prompt"),
        outputs=(OutputPlace("data.png_url"), OutputPlace("data.svg_url", "image")),
        output_kind="file",
    ),
)

LUMEN = Vendor(
    name="lumen",
    title="Lumen",
    package="fictional_lumen",
    servers=("https://lumen.example",),
    envelope=Envelope(code="code", success=(0,), required=False, message="msg"),
    errors=(
        ErrorCode("rate", "The queue is full.", code=51, refused=True),
        ErrorCode("vendor", "Down for maintenance.", http_status=503, refused=True),
        ErrorCode("rate", "Too many calls.", http_status=429, refused=True),
    ),
    tasks={
        "video": Lifecycle(
            name="video",
            ids=(("task_id", "id"),),
            query="video.status",
            status="status",
            states={"waiting": "queued", "done": "succeeded", "failed": "failed", "stopped": "cancelled"},
            outputs=(OutputPlace("url"),),
            interval=5,
            expected=(60, 300),
            cancel=Cancel("video.cancel", ("task",)),
            search=Search(
                "video.list", "tasks[]", (("task_id", "id"),), "created", "total", (("project", "project_id"),)
            ),
        ),
    },
)
Lumen, AsyncLumen = clients(
    LUMEN,
    operation(
        "video.create",
        "POST",
        "/videos",
        Parameter("prompt", "prompt"),
        Parameter("project", "project_id"),
        fields={"project": str | None},
        task="video",
        output_kind="video",
    ),
    *(
        operation(
            f"video.create_by_{place}",
            "POST",
            "/videos",
            Parameter("prompt", "prompt"),
            task="video",
            idempotency=Idempotency(place, "Request-Key", replays=place != "body"),
        )
        for place in ("header", "query", "body")
    ),
    operation("video.status", "GET", "/videos/{task_id}", Parameter("task_id", "task_id", location="path")),
    operation("video.cancel", "DELETE", "/videos/{task}", Parameter("task", "task", location="path")),
    operation(
        "video.list",
        "GET",
        "/videos",
        Parameter("project", "project", location="query"),
        fields={"project": str | None},
    ),
)
