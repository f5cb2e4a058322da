"""Our own clients with one fault each: the generated contract tests catch every one."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args

import pytest
from contract_tests import failing, failing_of
from pydantic import Field, create_model

from mediawright.akool.asynchronous.account import AsyncAccount
from mediawright_runtime import envelope, reading, request, status, validation
from mediawright_runtime.request import Composer
from mediawright_runtime.validation import Checker

HAILUO = ("mediaio", "image_to_video.hailuo_2_3")
VIDU = ("mediaio", "image_to_video.vidu_q3")
RESULT = ("mediaio", "tasks.result")
BOOK, BOOKS = ("qianfan", "picture_book.create"), ("qianfan", "picture_book.query")
TASK, MUSIC = ("tomoviee", "tasks.result"), ("tomoviee", "text_to_music.generate")
SOUND, REFERENCE = ("tomoviee", "text_to_audio.sound_effect"), ("tomoviee", "image_to_image.reference")
PHOTO, CREDIT = ("akool", "talking_photo.create"), ("akool", "account.credit")
INFO = ("akool", "tasks.video_info")
CHART = ("edrawmax", "text_to_diagram.flowchart")
DOUBAO, STANDING, UPLOAD = ("doubao", "video.generate"), ("doubao", "video.status"), ("doubao", "files.upload")
AIMATE = ("aimate", "video.query")

SENDS, ACCEPTS, WITHOUT = "test_sends_exactly_this", "test_accepts", "test_refuses_without"
REFUSES, READS, ERRORS = "test_refuses_before_any_request", "test_reads_the_answer", "test_raises_the_error"
TELLS, OUTPUTS = "test_tells_how_a_task_stands", "test_comes_to_its_outputs"
NEAR = "test_refuses_what_is_near"
MODEL = "test_model_of_answers_has_every_documented_field"
BESIDE = "test_takes_no_other_code_for_success"

Plant = Callable[[pytest.MonkeyPatch, str, str], None]


class Fault(NamedTuple):
    """A fault, where it is planted, and the generated test that must notice it."""

    name: str
    subject: tuple[str, str]
    caught_by: str
    plant: Plant


def declared(**changed: Any) -> Plant:
    """Change the declaration of the operation."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, operation: str) -> None:
        module = importlib.import_module(f"mediawright.{vendor}.operations.{operation}")
        patch.setattr(module, "OPERATION", replace(module.OPERATION, **changed))

    return plant


def parameter(name: str, *, also: dict[str, Any] | None = None, **changed: Any) -> Plant:
    """Change the declaration of one parameter, and `also` that of its operation."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, operation: str) -> None:
        known = importlib.import_module(f"mediawright.{vendor}.operations.{operation}").OPERATION.parameters
        assert name in {each.name for each in known}
        parameters = tuple(replace(each, **changed) if each.name == name else each for each in known)
        declared(parameters=parameters, **(also or {}))(patch, vendor, operation)

    return plant


def modelled(**fields: Any) -> Plant:
    """Change fields of the request model."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, operation: str) -> None:
        right = importlib.import_module(f"mediawright.{vendor}.operations.{operation}").OPERATION.request
        declared(request=create_model("Wrong", __base__=right, **fields))(patch, vendor, operation)

    return plant


def answered(within: str, **fields: Any) -> Plant:
    """Change fields of a model within the answer's."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, operation: str) -> None:
        right = importlib.import_module(f"mediawright.{vendor}.operations.{operation}").OPERATION.response
        inner = next(each for each in get_args(right.model_fields[within].annotation) if each is not NoneType)
        wrong = create_model("WrongInner", __base__=inner, **fields)
        outer: Any = {within: (wrong | None, None)}
        declared(response=create_model("Wrong", __base__=right, **outer))(patch, vendor, operation)

    return plant


def of_vendor(**changed: Any) -> Plant:
    """Change the declaration of the vendor."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, _operation: str) -> None:
        module = importlib.import_module(f"mediawright.{vendor}.client")
        patch.setattr(module, "VENDOR", replace(module.VENDOR, **changed))

    return plant


def enveloped(**changed: Any) -> Plant:
    """Change what the vendor's envelope says."""
    return lambda patch, vendor, operation: of_vendor(envelope=_changed(_vendor(vendor).envelope, **changed))(
        patch, vendor, operation
    )


def lifecycle(**changed: Any) -> Plant:
    """Change how tasks of the vendor are asked for and end; a function is given what stood there."""

    def plant(patch: pytest.MonkeyPatch, vendor: str, operation: str) -> None:
        tasks = _vendor(vendor).tasks
        new = {
            name: _changed(each, **{key: value(getattr(each, key)) for key, value in changed.items()})
            for name, each in tasks.items()
        }
        of_vendor(tasks=new)(patch, vendor, operation)

    return plant


def composing(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Plant:
    """Change parameters on their way to the wire."""
    right = Composer.compose
    wrong = lambda self, given, extra, key=None: right(self, change(dict(given)), extra, key)  # noqa: E731 (one line)
    return lambda patch, _vendor, _operation: patch.setattr(Composer, "compose", wrong)


def running(owner: Any, name: str, make: Callable[[Any], Any]) -> Plant:
    """Change one place of the runtime; `make` is given what stood there."""
    return lambda patch, _vendor, _operation: patch.setattr(owner, name, make(getattr(owner, name)))


def _vendor(name: str) -> Any:
    return importlib.import_module(f"mediawright.{name}.vendor").VENDOR


def _changed(value: Any, **changed: Any) -> Any:
    return value._replace(**changed) if hasattr(value, "_replace") else replace(value, **changed)


def _each(**values: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Send other values in the place of some, where they are given."""
    return lambda given: {name: values[name](value) if name in values else value for name, value in given.items()}


def _without(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda given: {key: value for key, value in given.items() if key != name}


def _places(change: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda places: tuple(_changed(each, path=change(each.path)) for each in places)


def _without_kind(vendor: str, code: int) -> tuple[Any, ...]:
    return tuple(replace(each, kind="policy") if each.code == code else each for each in _vendor(vendor).errors)


def _crossed(given: dict[str, Any], one: str, other: str) -> dict[str, Any]:
    """Give an argument a second time, in the place of another that is given."""
    return {other: given[one]} if given.keys() >= {one, other} else {}


def _is_true(text: str) -> Any:
    return text == "True"


CONTENT_TYPE = ("Content-Type", "application/json")

FAULTS = [
    # where and how a call goes
    Fault("the vendor's address is another one", HAILUO, SENDS, of_vendor(servers=("https://other.example",))),
    Fault("method is PUT", HAILUO, SENDS, declared(method="PUT")),
    Fault("path has one step less", HAILUO, SENDS, declared(endpoint="/minimax/i2v-minimax-v2-3")),
    Fault("wrapper has another name", HAILUO, SENDS, declared(wrap="params")),
    Fault("body has no wrapper", HAILUO, SENDS, declared(wrap=None)),
    Fault("body has a wrapper though there is none", SOUND, SENDS, declared(wrap="data")),
    Fault(
        "id stands in the query instead of the path",
        RESULT,
        SENDS,
        parameter("task_id", location="query", also={"endpoint": "/generation/result"}),
    ),
    Fault(
        "id stands in the path instead of the query",
        INFO,
        TELLS,
        parameter(
            "video_model_id",
            location="path",
            also={"endpoint": "/api/open/v3/content/video/infobymodelid/{video_model_id}"},
        ),
    ),
    Fault("id stands in the body instead of the query", STANDING, TELLS, parameter("message_id", location="body")),
    # parameters
    Fault('boolean is true instead of "True"', VIDU, SENDS, composing(_each(generate_audio=_is_true))),
    Fault('boolean is "True" instead of true', MUSIC, SENDS, composing(_each(disable_translate=str))),
    Fault("number is sent as text", SOUND, SENDS, composing(_each(duration=str))),
    Fault("default is sent though nothing is given", VIDU, SENDS, parameter("duration", send_default=True)),
    Fault("constant is missing", BOOK, SENDS, declared(constants=())),
    Fault("constant is a number", BOOK, SENDS, declared(constants=(("body", "input_type", 1),))),
    Fault("keyword stands on the wire", BOOK, SENDS, parameter("content", wire_name="content")),
    Fault("value goes by its name", BOOK, SENDS, composing(_each(method={9: "static", 10: "dynamic"}.get))),
    Fault("names of values are swapped", BOOK, SENDS, parameter("method", labels=((9, "dynamic"), (10, "static")))),
    Fault("a name is not taken for its value", BOOK, SENDS, parameter("method", labels=())),
    Fault("an optional parameter is never sent", VIDU, SENDS, composing(_without("duration"))),
    Fault(
        "None is sent as null",
        VIDU,
        SENDS,
        running(
            Checker,
            "check",
            lambda right: lambda self, params, validate: {**dict.fromkeys(params), **right(self, params, validate)},
        ),
    ),
    Fault("list is sent for one id", TASK, SENDS, composing(_each(task_id=lambda id_: [id_]))),
    Fault("one id is sent where a list is wanted", BOOKS, TELLS, lifecycle(many=lambda _: False)),
    Fault("one id as it is is refused", BOOKS, SENDS, parameter("task_id", single=False)),
    Fault(
        "query is encoded twice",
        UPLOAD,
        SENDS,
        running(request, "urlencode", lambda right: lambda *a, **k: right(*a, **k).replace("%", "%25")),
    ),
    Fault(
        "query is not encoded",
        UPLOAD,
        SENDS,
        running(request, "urlencode", lambda _: lambda pairs, **_k: ";".join(f"{n}={v}" for n, v in pairs)),
    ),
    Fault("path is not encoded", AIMATE, SENDS, running(request, "quote", lambda _: lambda text, **_k: text)),
    Fault(
        "bytes are sent as JSON",
        UPLOAD,
        SENDS,
        running(Composer, "_raw", lambda _: lambda _self, _name, value: b'"%s"' % value),
    ),
    Fault(
        "one argument goes out in the place of another",
        ("akool", "account.get_token"),
        SENDS,
        running(
            AsyncAccount,
            "get_token",
            lambda right: (
                lambda self, **given: right(self, **{**given, **_crossed(given, "client_id", "client_secret")})
            ),
        ),
    ),
    # headers
    Fault("header has another name", HAILUO, SENDS, of_vendor(headers=(("X-API-TOKEN", "{api_key}"), CONTENT_TYPE))),
    Fault("header is missing", HAILUO, SENDS, of_vendor(headers=(CONTENT_TYPE,))),
    Fault("a header too many is sent", HAILUO, SENDS, declared(headers=(("X-From", "mediawright"),))),
    Fault("type of the content is another one", DOUBAO, SENDS, declared(headers=(("Content-Type", "text/json"),))),
    Fault("the word Bearer is missing", BOOK, SENDS, of_vendor(headers=(("Authorization", "{api_key}"),))),
    Fault(
        "Basic is built in the wrong order",
        SOUND,
        SENDS,
        of_vendor(
            headers=(CONTENT_TYPE, ("X-App-Key", "{app_key}"), ("Authorization", "Basic {base64:app_secret:app_key}"))
        ),
    ),
    Fault(
        "Basic is not in base64",
        SOUND,
        SENDS,
        of_vendor(
            headers=(CONTENT_TYPE, ("X-App-Key", "{app_key}"), ("Authorization", "Basic {app_key}:{app_secret}"))
        ),
    ),
    Fault("token of the second set is not sent", CREDIT, SENDS, of_vendor(headers=(("x-api-key", "{api_key}"),))),
    Fault(
        "expired token is not fetched anew",
        CREDIT,
        ERRORS,
        lambda patch, vendor, operation: of_vendor(
            tokens=tuple(_changed(each, expired=()) for each in _vendor(vendor).tokens)
        )(patch, vendor, operation),
    ),
    # what is refused
    Fault(
        "upper bound of a text is one higher",
        HAILUO,
        REFUSES,
        modelled(prompt=(Annotated[str, Field(max_length=2001)], ...)),
    ),
    Fault(
        "upper bound of a text is one lower",
        HAILUO,
        ACCEPTS,
        modelled(prompt=(Annotated[str, Field(max_length=1999)], ...)),
    ),
    Fault(
        "lower bound of a number is one lower",
        SOUND,
        REFUSES,
        modelled(duration=(Annotated[int, Field(ge=4, le=180)] | None, None)),
    ),
    Fault("bound is exclusive", SOUND, ACCEPTS, modelled(duration=(Annotated[int, Field(gt=5, le=180)] | None, None))),
    Fault("any value is taken", HAILUO, REFUSES, modelled(duration=(str | None, None))),
    Fault(
        "a value of another operation is taken",
        ("mediaio", "image_to_video.wan_2_6"),
        NEAR,
        modelled(duration=(Literal["5s", "8s", "10s", "15s"] | None, None)),
    ),
    Fault(
        "the number in a text is taken",
        PHOTO,
        NEAR,
        modelled(resolution=(Literal["720", "1080", 720, 1080] | None, None)),
    ),
    Fault(
        "a fraction is taken for a whole number",
        ("tomoviee", "video_to_audio.scoring"),
        NEAR,
        modelled(duration=(Annotated[float, Field(ge=5, le=900)] | None, None)),
    ),
    Fault(
        "a bound that nobody documents",
        PHOTO,
        ACCEPTS,
        modelled(prompt=(Annotated[str, Field(max_length=500)] | None, None)),
    ),
    Fault("required parameter may be left out", HAILUO, WITHOUT, modelled(prompt=(str | None, None))),
    Fault("rule is not applied", HAILUO, REFUSES, declared(rules=())),
    Fault("nothing is validated", REFERENCE, REFUSES, running(Checker, "_judge", lambda _: lambda *_: None)),
    # how tasks stand
    Fault("status 3 is done", BOOKS, TELLS, lifecycle(states=lambda states: {**states, "3": "succeeded"})),
    Fault("any other status is no failure", BOOKS, TELLS, lifecycle(otherwise=lambda _: None)),
    Fault(
        "timeout is not the end",
        RESULT,
        TELLS,
        lifecycle(states=lambda states: {k: v for k, v in states.items() if k != "timeout"}),
    ),
    Fault(
        "one of two words of success is missing",
        RESULT,
        TELLS,
        lifecycle(states=lambda states: {k: v for k, v in states.items() if k != "succeeded"}),
    ),
    Fault("cancelled counts as running", TASK, TELLS, lifecycle(states=lambda states: {**states, "5": "running"})),
    Fault("status is read elsewhere", RESULT, TELLS, lifecycle(status=lambda _: "status")),
    Fault(
        "ids stand in each other's place",
        DOUBAO,
        READS,
        lifecycle(ids=lambda ids: tuple(zip([k for k, _ in ids], [p for _, p in reversed(ids)], strict=True))),
    ),
    Fault("id is read elsewhere", HAILUO, READS, lifecycle(ids=lambda ids: tuple((k, "data.id") for k, _ in ids))),
    Fault("reason is lost", RESULT, TELLS, lifecycle(reason=lambda _: None)),
    Fault(
        "reason is not read by the runtime", STANDING, TELLS, running(reading, "read_reason", lambda _: lambda *_: "")
    ),
    Fault("progress is read in one place only", TASK, TELLS, lifecycle(progress=lambda _: "data.process")),
    Fault(
        "progress is a share",
        INFO,
        TELLS,
        running(status, "_percent", lambda right: lambda value: value and right(value) / 100),
    ),
    # outputs
    Fault(
        "output is looked for under another name",
        RESULT,
        TELLS,
        lifecycle(outputs=_places(lambda path: path.replace("preview", "url"))),
    ),
    Fault(
        "second place of an output is not looked at",
        BOOKS,
        TELLS,
        lifecycle(outputs=_places(lambda path: path.partition("|")[0])),
    ),
    Fault(
        "places of an output have another order",
        BOOKS,
        TELLS,
        lifecycle(outputs=_places(lambda path: "|".join(reversed(path.split("|"))))),
    ),
    Fault(
        "places of a progress have another order",
        TASK,
        TELLS,
        lifecycle(progress=lambda _: "data.progress|data.process"),
    ),
    Fault(
        "JSON in a text is not opened", TASK, TELLS, lifecycle(outputs=_places(lambda path: path.replace("@json", "")))
    ),
    Fault(
        "first of several outputs only",
        TASK,
        TELLS,
        running(reading, "read_outputs", lambda right: lambda *a: right(*a)[:1]),
    ),
    Fault("kind of an output is lost", HAILUO, OUTPUTS, declared(output_kind="file")),
    Fault(
        "second file of a diagram is lost",
        CHART,
        READS,
        lambda patch, vendor, operation: declared(
            outputs=importlib.import_module(f"mediawright.{vendor}.operations.{operation}").OPERATION.outputs[:1]
        )(patch, vendor, operation),
    ),
    # errors
    Fault(
        "a field of the answer has another alias",
        INFO,
        MODEL,
        answered("data", field_id=(Annotated[str | None, Field(alias="id")], None)),
    ),
    Fault(
        "a field of the answer is misspelt",
        UPLOAD,
        MODEL,
        answered("option", height=(Annotated[int | None, Field(alias="hight")], None)),
    ),
    Fault("success is another code", CREDIT, READS, enveloped(success=(0,))),
    Fault("a neighbour of success is success", HAILUO, BESIDE, enveloped(success=(0, 1))),
    Fault("what is success elsewhere is success", CREDIT, BESIDE, enveloped(success=(1000, 0))),
    Fault("the second place of a message counts", AIMATE, ERRORS, enveloped(message="message|detail")),
    Fault("the second place of a code counts", BOOK, ERRORS, enveloped(code="code|errno")),
    Fault("a code must stand in every answer", AIMATE, READS, enveloped(required=True)),
    Fault("errno is ignored", BOOK, ERRORS, enveloped(code="code")),
    Fault("error is swallowed", HAILUO, ERRORS, running(envelope, "_says_error", lambda _: lambda *_: False)),
    Fault(
        "error code means something else",
        HAILUO,
        ERRORS,
        lambda patch, vendor, operation: of_vendor(errors=_without_kind(vendor, 374004))(patch, vendor, operation),
    ),
    Fault("message is read elsewhere", HAILUO, ERRORS, enveloped(message="message")),
    Fault("trace is lost", HAILUO, ERRORS, enveloped(trace_id=None)),
    Fault(
        "documented retries are not made",
        CHART,
        ERRORS,
        lambda patch, vendor, operation: of_vendor(
            errors=tuple(replace(each, retries=0) for each in _vendor(vendor).errors)
        )(patch, vendor, operation),
    ),
    Fault("what is tolerated is an error", TASK, TELLS, lifecycle(tolerates=lambda _: None)),
    Fault(
        "a field of the answer is lost",
        CREDIT,
        READS,
        running(
            validation.ResponseModel,
            "model_dump",
            lambda right: lambda self, **k: {key: each for key, each in right(self, **k).items() if key != "data"},
        ),
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.name)
def test_a_wrong_client_is_caught(fault, monkeypatch, record_property):
    """Promise: a client that differs from the documents in one place fails its own contract tests."""
    fault.plant(monkeypatch, *fault.subject)

    caught = failing(*fault.subject)

    record_property("caught by", caught)
    assert fault.caught_by in {case.partition("[")[0] for case in caught}, caught


ENVIRONMENT, HOSTS = "test_takes_credentials_from_the_environment", "test_fetches_files_from_documented_hosts_alone"
CALLBACK = "test_reads_a_callback"


def _variables(change: Callable[[str], str]) -> Callable[[Any], dict[str, Any]]:
    return lambda right: {
        "credentials": tuple(replace(each, environment=change(each.environment)) for each in right.credentials)
    }


def _seal(**changed: Any) -> Callable[[Any], dict[str, Any]]:
    return lambda right: {"callback": right.callback._replace(seal=right.callback.seal._replace(**changed))}


@pytest.mark.parametrize(
    ("vendor", "caught_by", "changed"),
    [
        ("mediaio", ENVIRONMENT, _variables(lambda _: "MEDIAIO_KEY")),
        ("edrawmax", ENVIRONMENT, _variables(lambda name: f"{name}_")),
        ("akool", ENVIRONMENT, _variables(lambda name: name.replace("SECRET", "KEY"))),
        ("edrawmax", HOSTS, lambda right: {"output_hosts": ("aliyuncs.com", *right.output_hosts[1:])}),
        ("edrawmax", HOSTS, lambda right: {"output_hosts": (*right.output_hosts, "aliyuncs.com")}),
        ("edrawmax", HOSTS, lambda right: {"output_hosts": right.output_hosts[1:]}),
        ("akool", CALLBACK, lambda right: {"callback": right.callback._replace(status="video_status")}),
        ("akool", CALLBACK, lambda right: {"callback": right.callback._replace(outputs=())}),
        ("akool", CALLBACK, _seal(digest="sha256")),
        ("akool", CALLBACK, _seal(key="client_id", iv="client_secret")),
        ("akool", CALLBACK, _seal(signed=("{client_id}", "timestamp", "dataEncrypt"))),
        ("tomoviee", CALLBACK, lambda right: {"callback": right.callback._replace(id="id")}),
        ("tomoviee", CALLBACK, lambda right: {"callback": right.callback._replace(outputs=right.callback.outputs[1:])}),
    ],
)
def test_a_wrong_vendor_is_caught(vendor, caught_by, changed, monkeypatch):
    """Promise: what all operations share is tried once for each vendor, environment, hosts and callbacks too."""
    of_vendor(**changed(_vendor(vendor)))(monkeypatch, vendor, "")

    assert {case.partition("[")[0] for case in failing_of(vendor)} == {caught_by}


@pytest.mark.parametrize("vendor", ["akool", "edrawmax", "mediaio", "qianfan", "tomoviee"])
def test_a_vendor_as_it_is_passes(vendor):
    assert failing_of(vendor) == []


@pytest.mark.parametrize("subject", sorted({each.subject for each in FAULTS}), ids=".".join)
def test_the_client_as_it_is_passes(subject):
    assert failing(*subject) == []


def test_both_kinds_of_client_are_caught(monkeypatch):
    declared(wrap=None)(monkeypatch, *HAILUO)

    assert {case.rpartition("-")[2].removesuffix("]") for case in failing(*HAILUO)} == {"MediaIO", "AsyncMediaIO"}
