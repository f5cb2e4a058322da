"""`python -m mediawright`: every operation of every vendor from a command line, against mocks over real HTTP."""

import base64
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from acme_server import serving
from pictures import picture, showing

from mediawright_generator.plan.sampler import Sampler
from mediawright_mock.contract import known_vendors, vendor_contract
from mediawright_mock.server import MockServer
from mediawright_runtime.assignments import read_assignments
from mediawright_runtime.command import main
from mediawright_runtime.follow_up import token_of
from mediawright_runtime.invocation import Invocation, UsageError, read_invocation

KEYS = {
    "MEDIAIO_API_KEY": "mediaio-key-1",
    "TOMOVIEE_APP_KEY": "tomoviee-key",
    "TOMOVIEE_APP_SECRET": "tomoviee-secret",
    "AKOOL_CLIENT_ID": "akool-client-id",
    "AKOOL_CLIENT_SECRET": "akool-client-secret-0123",
    "BAIDU_API_KEY": "baidu-key-1",
}
PICTURE = "https://example.com/in.png"


@pytest.fixture(name="serve")
def mocks():
    """Starts the mock of a vendor."""
    running = []

    def start(vendor, polls=2):
        running.append(MockServer(vendor_contract(vendor), polls=polls).__enter__())
        return running[-1]

    yield start
    for each in running:
        each.__exit__(None, None, None)


@pytest.fixture(name="run")
def runner(monkeypatch, capsys):
    """Runs a command in this process, and gives exit status, stdout and stderr."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)

    def run(*arguments):
        status = main(arguments)
        return status, *capsys.readouterr()

    return run


def command(*arguments, **options):
    environment = {**os.environ, **KEYS}
    words = [sys.executable, "-m", "mediawright", *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False, env=environment, timeout=60, **options)


def refused(run, *arguments):
    """Run a command that cannot run: exit 2, one line on stderr, nothing on stdout."""
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("mediawright: ")
    assert err.count("\n") == 1
    return err


IMAGEN = ("mediaio", "text_to_image.imagen_4", "prompt=a boat", "ratio=1:1", "counts=2")


def test_a_create_prints_the_tasks_id_and_its_token(serve):
    """A paid call says at once how to come back to its task."""
    server = serve("mediaio")
    done = command(*IMAGEN, "--base-url", server.url)

    assert (done.returncode, done.stderr) == (0, "")
    facts = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert json.loads(facts["token"])["id"] == facts["task_id"]
    (request,) = server.requests
    assert request.headers["x-api-key"] == "mediaio-key-1"
    assert request.json() == {"data": {"prompt": "a boat", "ratio": "1:1", "counts": "2"}}


def test_a_create_as_json(serve, run):
    status, out, _ = run(*IMAGEN, "--json", "--base-url", serve("mediaio").url)

    assert status == 0
    assert out.count("\n") == 1
    assert json.loads(out).keys() == {"task_id", "token"}


def test_media_are_looked_at_where_that_is_wanted(serve, run):
    server = serve("mediaio")
    with showing(in_png=picture("GIF", (500, 500))) as files:
        create = (
            "mediaio",
            "image_to_video.vidu_q3",
            f"image={files.url}/in.png",
            "prompt=x",
            "--base-url",
            server.url,
        )
        status, _, err = run(*create, "--check-media")
        assert (status, server.requests) == (2, [])
        assert "image: " in err
        assert "in.png' is gif; give an image (png, jpeg, jpg)" in err
        assert run(*create)[0] == 0
    assert len(files.seen) == 1


def test_wait_prints_addresses_and_tells_of_progress_elsewhere(serve):
    server = serve("mediaio")
    done = command(*IMAGEN, "--wait", "--poll-interval", "0.01", "--base-url", server.url)

    assert done.returncode == 0
    assert all(line.startswith(f"{server.url}/") for line in done.stdout.splitlines())
    assert done.stdout
    token, *progress = done.stderr.splitlines()
    assert token.startswith('token: {"v":1,')
    assert progress[-1] == "succeeded"


def test_save_keeps_the_files_and_prints_json_paths(serve, tmp_path):
    url = serve("mediaio").url
    done = command(*IMAGEN, "--save", "out", "--json", "--poll-interval", "0.01", "--base-url", url, cwd=tmp_path)

    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["outputs"][0]["kind"] == "image"
    assert told["answer"]["code"] == 0
    assert all(Path(path).parent == tmp_path / "out" and Path(path).stat().st_size for path in told["paths"])
    assert len(told["paths"]) == len(told["outputs"])


def test_save_prints_the_paths(serve, run, tmp_path):
    status, out, _ = run(
        *IMAGEN, "--save", str(tmp_path), "--poll-interval", "0.01", "--base-url", serve("mediaio").url
    )

    assert status == 0
    assert [Path(line).parent for line in out.splitlines()] == [tmp_path]


@pytest.mark.parametrize("name", ["account.credits", "Credits", "user-credits"])
def test_an_operation_answers_to_each_of_its_names(serve, run, name):
    status, out, err = run("mediaio", name, "--json", "--base-url", serve("mediaio").url)

    assert (status, err) == (0, "")
    assert json.loads(out)["code"] == 0


def test_an_answer_is_shown_as_it_came(serve, run):
    _, out, _ = run("mediaio", "Credits", "--base-url", serve("mediaio").url)

    assert out.startswith('{\n  "code": 0')


def test_resume_says_how_a_task_stands_then_waits_for_it(serve, run):
    url = serve("mediaio", polls=2).url
    token = json.loads(run(*IMAGEN, "--json", "--base-url", url)[1])["token"]

    status, out, _ = run("resume", "mediaio", token, "--json", "--base-url", url)
    stands = json.loads(out)
    assert (status, stands["token"]) == (0, token)
    assert stands["state"] in {"queued", "running"}

    status, out, err = run("resume", "mediaio", token, "--wait", "--base-url", url)
    assert (status, err) == (0, "succeeded\n")
    assert out.startswith(url)


def test_a_query_can_be_waited_for(serve, run):
    """What the scripts of vendors do that take a task's id, attempts and an interval."""
    url = serve("mediaio").url
    id_ = json.loads(run(*IMAGEN, "--json", "--base-url", url)[1])["task_id"]
    query = ("mediaio", "Task Result", f"task_id={id_}", "--base-url", url)

    status, out, err = run(*query, "--wait", "--max-polls", "5", "--poll-interval", "0.01")
    assert (status, err.splitlines()[-1]) == (0, "succeeded")
    assert out.startswith(url)


def test_polls_have_an_end(serve, run):
    url = serve("mediaio", polls=50).url
    status, out, err = run(*IMAGEN, "--wait", "--max-polls", "2", "--poll-interval", "0.01", "--base-url", url)

    assert (status, out) == (1, "")
    *_, last = err.splitlines()
    assert "after" in last
    assert "2 queries" in last
    assert "python -m mediawright resume mediaio '{" in last


def test_waiting_has_an_end(serve, run):
    status, _, err = run(
        *IMAGEN, "--timeout", "0.3", "--poll-interval", "0.1", "--wait", "--base-url", serve("mediaio", polls=50).url
    )

    assert status == 1
    assert "still running and billed after 0." in err


def test_interruption_leaves_with_the_token_and_without_a_traceback(serve):
    url = serve("mediaio", polls=1000).url
    words = [sys.executable, "-m", "mediawright", *IMAGEN, "--wait", "--poll-interval", "0.05", "--base-url", url]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **KEYS}
    ) as process:
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert first.startswith('token: {"v":1,')
    assert (process.returncode, out) == (130, "")
    assert err.endswith("mediawright: interrupted\n")
    assert "Traceback" not in err


def test_the_vendors_refusal_is_one_line_and_exit_1(run):
    with MockServer(vendor_contract("mediaio"), credentials={"api_key": "another"}) as server:
        status, out, err = run("mediaio", "Credits", "--base-url", server.url)

    assert (status, out) == (1, "")
    assert err.startswith("mediawright: account.credits: the vendor answered")
    assert err.count("\n") == 1
    assert "mediaio-key-1" not in err


def _json(value):
    return 200, {"content-type": "application/json"}, json.dumps(value).encode()


FAILED = {"code": 0, "data": {"task_id": "t1", "status": "failed", "reason": "no luck", "result": []}}
TOKEN = '{"v":1,"vendor":"mediaio","operation":"text_to_image.imagen_4","id":"t1"}'


@pytest.mark.parametrize("wait", [(), ("--wait",)], ids=["once", "wait"])
def test_a_task_that_failed_is_exit_1_with_its_reason(run, wait):
    with serving({"/generation/result/t1": _json(FAILED)}) as server:
        status, out, err = run("resume", "mediaio", TOKEN, *wait, "--base-url", server.url)

    assert status == 1
    assert ("state: failed\n" in out) is not bool(wait)
    assert err.endswith("mediawright: text_to_image.imagen_4: the task ended as failed: no luck [task 't1']\n")


def test_an_answer_of_an_undocumented_shape_is_shown_all_the_same(run):
    with serving({"/user/credits": _json({"code": 0, "data": [1], "new": "x"})}) as server:
        status, out, _ = run("mediaio", "Credits", "--json", "--base-url", server.url)

    assert status == 0
    assert json.loads(out) == {"code": 0, "data": [1], "new": "x"}


def test_a_terminal_without_the_characters_is_no_obstacle(serve, tmp_path, monkeypatch):
    """What is paid for gets printed, whatever stdout can hold."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = command(
        *IMAGEN, "--save", str(tmp_path / "ü"), "--poll-interval", "0.01", "--base-url", serve("mediaio").url
    )

    assert done.returncode == 0
    assert "/\\xfc/" in done.stdout


def test_a_vendor_that_is_not_there_is_exit_1(run):
    status, _, err = run("mediaio", "Credits", "--base-url", "http://127.0.0.1:9")

    assert status == 1
    assert err.count("\n") == 1


REFUSALS = [
    (("mediai",), "vendor: 'mediai' is not known (did you mean 'mediaio'?); give one of "),
    (
        ("mediaio", "imagen 4"),
        "operation: 'imagen 4' is not known (did you mean 'Imagen 4'?); give one of account.credits",
    ),
    (("mediaio", "Imagen 4", "promt=x"), "promt: is not a parameter (did you mean prompt?); required: prompt"),
    (("mediaio", "Imagen 4"), "prompt: is missing"),
    (("mediaio", "Imagen 4", "prompt=x", "ratio=2:1"), "ratio: '2:1' is not allowed; give one of '9:16'"),
    (("mediaio", "Imagen 4", "prompt"), "'prompt' is no assignment; give key=value"),
    (("mediaio", "Imagen 4", "prompt=x", "prompt=y"), "prompt is given twice; give it once"),
    (("mediaio", "Imagen 4", "prompt=x", "--max-polls", "3"), "--max-polls is about waiting; add --wait"),
    (("mediaio", "Imagen 4", "prompt=x", "--wait", "--timeout", "0"), "'0' is not a number of seconds above 0"),
    (("mediaio", "Imagen 4", "prompt=x", "--wait", "--poll-interval", "nan"), "'nan' is not a number of seconds"),
    (("mediaio", "Imagen 4", "prompt=x", "--wait", "--max-polls", "1.5"), "'1.5' is not a whole number above 0"),
    (("mediaio", "Imagen 4", "prompt=x", "--save", __file__), "that is a file; name a directory"),
    (("mediaio", "Imagen 4", "prompt=x", "--colour"), "unrecognized arguments: --colour"),
    (("mediaio", "Imagen 4", "prompt=x", "--wai"), "unrecognized arguments: --wai"),
    (("mediaio", "Imagen 4", "prompt=x", "--base-url", "ftp://x"), "base_url 'ftp://x' is not usable"),
    (("mediaio", "Credits", "--wait"), "account.credits answers at once and brings no files; leave out --wait"),
    (("mediaio", "Task Result", "--wait"), "tasks.result is waited for by task_id alone; give just that"),
    (("resume", "mediaio"), "give a vendor and a token: resume VENDOR TOKEN"),
    (("resume", "mediaio", "nonsense"), "token: is not a token"),
    (("doubao", "files.upload", "file_type=2", "file_name=a", "file_bytes=a"), "give file_bytes=@FILE"),
    (
        ("doubao", "files.upload", "file_type=2", "file_name=a", "file_bytes=@/no/such/file"),
        "/no/such/file: No such file",
    ),
    (("doubao", "video.generate", "prompt=a", "image_attachment={"), "image_attachment: '{' is not JSON ("),
    (("edrawmax", "download", "https://example.com/a.png"), "give addresses and a directory"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSALS, ids=lambda value: value if isinstance(value, str) else None)
def test_what_cannot_run_costs_nothing_and_says_why(run, arguments, said):
    """Bad input is refused before anything is sent: were it sent, the address would refuse with exit 1."""
    address = () if "--base-url" in arguments else ("--base-url", "http://127.0.0.1:9")
    assert said in refused(run, *arguments, *address)


def test_a_missing_credential_names_its_variable(run, monkeypatch):
    monkeypatch.delenv("MEDIAIO_API_KEY")

    assert "MEDIAIO_API_KEY" in refused(run, "mediaio", "Credits")


def test_errors_need_no_traceback():
    done = command("mediaio", "Credits", "--base-url", "http://127.0.0.1:9")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_without_words_it_lists_the_vendors(run):
    status, out, _ = run()

    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [*known_vendors()]
    assert "MEDIAIO_API_KEY" in out


def test_a_vendor_alone_lists_its_operations(run):
    status, out, _ = run("mediaio")

    assert status == 0
    assert "text_to_image.imagen_4  " in out
    assert "t2i-imagen-4" in out


@pytest.mark.parametrize("words", [(), ("mediaio",), ("resume", "mediaio", "x"), ("mediaio", "auth-header")])
def test_help_says_how_to_call_it(run, words):
    status, out, _ = run(*words, "--help")

    assert status == 0
    assert out.startswith("usage: python -m mediawright")


def test_help_of_an_operation_lists_parameters_with_their_limits(run):
    status, out, err = run("mediaio", "Hailuo 2.3", "--help")

    assert (status, err) == (0, "")
    assert "  prompt  string, required\n      What the output shows.\n      max length 2000\n" in out
    assert "keywords 6s, 10s; default 6s" in out
    assert "formats png or jpeg or jpg or webp or gif or heic, max megabytes 20" in out
    assert "note: 1080P exists for 6 seconds only." in out


@pytest.mark.parametrize("vendor", known_vendors())
def test_help_of_every_operation_can_be_written(run, vendor):
    for operation in vendor_contract(vendor).operations:
        status, out, err = run(vendor, operation.python, "--help")
        assert (status, err) == (0, "")
        assert out.startswith(operation.python)


def test_a_file_is_uploaded_and_its_answer_passed_on(serve, run, tmp_path):
    """Bytes from a file, an object from the upload's answer, both ids of the task, and the wait for it."""
    url = serve("doubao").url
    picture, attachment = tmp_path / "in.png", tmp_path / "attachment.json"
    picture.write_bytes(b"\x89PNG\xff")
    upload = ("doubao", "files.upload", "file_type=2", "file_name=in.png", f"file_bytes=@{picture}")
    attachment.write_text(run(*upload, "--json", "--base-url", url)[1])

    generate = ("doubao", "video.generate", "prompt=a boat", f"image_attachment=@{attachment}", "guest=false")
    status, out, _ = run(*generate, "--json", "--base-url", url)
    ids = json.loads(json.loads(out)["token"])["ids"]
    assert status == 0

    query = ("doubao", "video.status", *(f"{name}={id_}" for name, id_ in ids.items()))
    status, out, _ = run(*query, "--wait", "--poll-interval", "0.01", "--base-url", url)
    assert status == 0
    assert out.startswith(url)


def test_what_is_sent_has_the_types_of_its_parameters(serve, run, tmp_path):
    server = serve("doubao")
    picture = tmp_path / "in.png"
    picture.write_bytes(b"\x89PNG\xff")
    run("doubao", "files.upload", "file_type=2", "file_name=in.png", f"file_bytes=@{picture}", "--base-url", server.url)
    run(
        "doubao",
        "video.generate",
        "prompt=12",
        'image_attachment={"key": "k"}',
        "guest=FALSE",
        "--base-url",
        server.url,
    )

    upload, generate = server.requests
    assert upload.body == b"\x89PNG\xff"
    assert dict(upload.query) == {"file_type": "2", "file_name": "in.png"}
    assert generate.json() == {"prompt": "12", "image_attachment": {"key": "k"}, "guest": False}


def test_a_value_may_be_given_by_its_name(serve, run):
    server = serve("qianfan")
    status, _, err = run("qianfan", "picture_book.create", "method=dynamic", "content=A cat.", "--base-url", server.url)

    assert (status, err) == (0, "")
    assert server.requests[0].json()["method"] == 10


def test_one_id_stands_for_a_list_of_one(serve, run):
    server = serve("qianfan")
    create = ("qianfan", "picture_book.create", "method=9", "content=A cat.", "--json", "--base-url", server.url)
    id_ = json.loads(run(*create)[1])["task_id"]
    query = ("qianfan", "picture_book.query", f"task_id={id_}", "--base-url", server.url)

    assert run(*query)[0] == 0
    assert server.requests[-1].json() == {"task_ids": [id_]}
    assert run(*query, "--wait", "--poll-interval", "0.01")[0] == 0
    assert server.requests[-1].json() == {"task_ids": [id_]}


def test_work_that_is_there_at_once_is_saved_at_once(serve, run, tmp_path):
    url = serve("edrawmax").url
    flowchart = ("edrawmax", "text_to_diagram.flowchart", "prompt=from here to there", "--base-url", url)

    status, out, err = run(*flowchart, "--save", str(tmp_path / "out"), "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert sorted(told) == ["answer", "outputs", "paths"]
    assert len(told["paths"]) == 2

    urls = [each["url"] for each in told["outputs"]]
    status, out, _ = run("edrawmax", "download", *urls, "--save", str(tmp_path / "again"), "--json", "--base-url", url)
    assert status == 0
    assert [Path(path).read_bytes() for path in json.loads(out)["paths"]] == [
        Path(path).read_bytes() for path in told["paths"]
    ]


def test_files_of_other_hosts_are_not_downloaded(run, tmp_path):
    status, out, err = run("edrawmax", "download", "https://example.com/a.png", "--save", str(tmp_path))

    assert (status, out) == (1, "")
    assert "the vendor's files lie at" in err
    assert list(tmp_path.iterdir()) == []


def test_auth_header_prints_what_the_helper_script_prints(run):
    """The token is the base64 of both secrets, as the vendor's own script makes it."""
    status, out, err = run("tomoviee", "auth-header")
    token = base64.b64encode(b"tomoviee-key:tomoviee-secret").decode()

    assert (status, err) == (0, "")
    assert set(out.splitlines()) == {f"Authorization: Basic {token}", "X-App-Key: tomoviee-key"}


def test_auth_header_fetches_a_token_where_one_is_needed(serve, run):
    server = serve("akool")
    status, out, _ = run("akool", "auth-header", "--json", "--base-url", server.url)

    assert status == 0
    assert json.loads(out)["Authorization"].startswith("Bearer ")
    assert [each.path for each in server.requests] == ["/api/open/v3/getToken"]
    assert "None" not in out


def test_auth_header_takes_the_key_where_there_is_one(run, monkeypatch):
    monkeypatch.setenv("AKOOL_API_KEY", "akool-key")
    for name in ("AKOOL_CLIENT_ID", "AKOOL_CLIENT_SECRET"):
        monkeypatch.delenv(name)

    assert run("akool", "auth-header") == (0, "x-api-key: akool-key\n", "")


def test_auth_header_of_a_vendor_without_credentials(run):
    assert run("aimate", "auth-header") == (0, "", "aimate: no header carries a credential\n")


def test_auth_header_without_a_secret_names_its_variable(run, monkeypatch):
    monkeypatch.delenv("TOMOVIEE_APP_SECRET")

    assert "TOMOVIEE_APP_SECRET" in refused(run, "tomoviee", "auth-header")


@pytest.mark.parametrize("vendor", known_vendors())
def test_every_create_is_called_waited_for_and_saved(serve, run, tmp_path, vendor):
    """The same command works for every vendor: create, wait, save."""
    url = serve(vendor).url
    for operation in vendor_contract(vendor).operations:
        if operation.record.keys() & {"task", "outputs"}:
            options = ("--save", str(tmp_path), "--json", "--poll-interval", "0.01", "--base-url", url)
            status, out, err = run(vendor, operation.python, *_words(operation.record, tmp_path), *options)
            assert status == 0, err
            assert json.loads(out)["paths"]


@pytest.mark.parametrize("vendor", known_vendors())
def test_every_other_operation_is_called(serve, run, tmp_path, vendor):
    """Queries are asked about a task that there is, by the ids of its token."""
    url = serve(vendor).url
    operations = vendor_contract(vendor).operations
    ids = {}
    for operation in operations:
        if task := operation.record.get("task"):
            create = (vendor, operation.python, *_words(operation.record, tmp_path), "--json", "--base-url", url)
            token = json.loads(json.loads(run(*create)[1])["token"])
            ids[task["query"]["python"]] = token.get("ids") or {task["query"]["takes"][0]["name"]: token["id"]}
    for operation in operations:
        if not operation.record.keys() & {"task", "outputs", "alternative_of"}:
            asked = ids.get(operation.python)
            words = [f"{key}={id_}" for key, id_ in asked.items()] if asked else _words(operation.record, tmp_path)
            status, out, err = run(vendor, operation.python, *words, "--json", "--base-url", url)
            assert (status, err) == (0, "")
            assert isinstance(json.loads(out), dict)


def _words(record, folder):
    """Give what a record requires, as a command line gives it."""
    file = folder / "in.bin"
    file.write_bytes(b"bytes")
    for name, value in Sampler(record).base().items():
        text = value if isinstance(value, str) else f"@{file}" if isinstance(value, bytes) else json.dumps(value)
        yield f"{name}={text}"


def parameter(name, kind, **facts):
    return {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": kind, "required": True} | facts


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("string", "5", "5"),
        ("string", "@name", "@name"),
        ("string", "a=b", "a=b"),
        ("string", "", ""),
        ("integer", "5", 5),
        ("integer", "-5", -5),
        ("integer", "5.0", "5.0"),
        ("integer", "9" * 5000, "9" * 5000),
        ("integer", "zoom in", "zoom in"),
        ("number", "5", 5),
        ("number", "0.5", 0.5),
        ("number", "nan", "nan"),
        ("boolean", "True", True),
        ("boolean", "false", False),
        ("boolean", "1", "1"),
        ("object", '{"a": [1]}', {"a": [1]}),
        ("array", '["a", "b"]', ["a", "b"]),
        ("array", "a", ["a"]),
    ],
    ids=lambda value: str(value)[:9],
)
def test_a_value_is_read_by_its_parameters_type(kind, text, value):
    (read,) = read_assignments([parameter("x", kind)], [f"x={text}"]).values()

    assert (type(read), read) == (type(value), value)


def test_an_item_is_read_by_its_type():
    assert read_assignments([parameter("x", "array", items={"type": "integer"})], ["x=5"]) == {"x": [5]}


@pytest.mark.parametrize("key", ["the_key", "theKey", "wire-key"])
def test_a_key_is_any_name_of_its_parameter(key):
    known = parameter("theKey", "integer", python_name="the_key", wire_name="wire-key")

    assert read_assignments([known], [f"{key}=1"]) == {"the_key": 1}


def test_a_keyword_goes_before_anothers_name_on_the_wire():
    first = parameter("type", "integer", wire_name="kind")
    second = parameter("kind", "string", wire_name="sort")

    assert read_assignments([first, second], ["kind=1"]) == {"kind": "1"}


def test_a_constant_is_not_offered():
    assert read_assignments([parameter("x", "integer", const=1)], ["x=2"]) == {"x": "2"}


def test_json_may_come_from_a_file(tmp_path):
    file = tmp_path / "x.json"
    file.write_text('{"a": "ü"}', encoding="utf-8")

    assert read_assignments([parameter("x", "object")], [f"x=@{file}"]) == {"x": {"a": "ü"}}


def test_a_file_that_is_no_json_is_refused(tmp_path):
    file = tmp_path / "x.json"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UsageError, match="is not JSON"):
        read_assignments([parameter("x", "object")], [f"x=@{file}"])


def test_options_stand_anywhere():
    words = ["--json", "acme", "--wait", "a.b", "--max-polls", "3", "x=1", "--timeout=9"]

    assert read_invocation(words) == Invocation(("acme", "a.b", "x=1"), wait=True, max_polls=3, timeout=9, json=True)


QUERY = {"python": "tasks.look", "api_body": [parameter("ids", "array", python_name="task_id")]}


def _create(name):
    return {"task": {"name": name, "query": {"python": "tasks.look", "takes": [{"name": "ids"}]}}}


def test_several_ids_are_not_waited_for_at_once():
    with pytest.raises(UsageError, match="task_id names 2 tasks; one can be waited for"):
        token_of("acme", QUERY, [_create("job")], {"task_id": ["1", "2"]})


def test_a_query_of_several_sorts_of_task_asks_for_the_token():
    with pytest.raises(UsageError, match="tells of several sorts of task"):
        token_of("acme", QUERY, [_create("job"), _create("work")], {"task_id": ["1"]})
