"""`mediawright-gen new`: from nothing to a typed call, with flags or by asking."""

import io
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mediawright_generator.check import check
from mediawright_generator.cli import main
from mediawright_generator.load import load

ROOT = Path(__file__).parents[3]
ROOMS = [str(ROOT / room) for room in ("runtime", "generator", "templates")]
VENDOR = ("vendor", "acme", "--base-url", "https://api.acme.example/v1", "--auth", "bearer")
CURL = """curl https://api.acme.example/v1/videos?trial=true -H 'Authorization: Bearer sk-secret-1' -H 'X-Mode: fast' \\
  -H 'X-Api-Token: sk-secret-2' -H 'Content-Type: application/json' \\
  -d '{"prompt": "a boat", "duration": 5, "strength": 0.5, "loop": true, "tags": ["a"], "mix": [1, "a"],
       "seed": null}'"""
LIFECYCLE = (
    *("--query-endpoint", "/videos/{id}", "--id-path", "id", "--status-path", "status"),
    *("--states", "queued=queued|waiting,running=busy,succeeded=done,failed=failed", "--output-path", "url:video"),
)
OPERATION = ("operation", "acme", "--name", "Boat Maker 1.0", "--category", "text_to_video")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run `new` where there is no terminal; give exit status, stdout and stderr."""
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def command(*arguments):
        try:
            status = main(["--root", str(tmp_path), "new", *arguments])
        except SystemExit as refused:
            status = refused.code
        return status, *capsys.readouterr()

    return command


def text(root, file):
    return (root / "specs" / "acme" / file).read_text(encoding="utf-8")


def errors(root):
    vendors, problems = load(root / "specs", root)
    return [str(each) for each in (*problems, *check(vendors)) if each.severity == "error"]


def files(root):
    return sorted(path.relative_to(root).as_posix() for path in (root / "specs").rglob("*") if path.is_file())


def test_a_vendor_of_two_facts_passes_check_and_marks_what_is_unknown(run, tmp_path):
    """Nothing is invented: what nobody said stands under `review`, but for what `check` warns of anyway."""
    status, out, err = run(*VENDOR)
    assert (status, out) == (0, "specs/acme/vendor.yaml: written\n")
    assert err.endswith("next: mediawright-gen new operation acme\n")
    assert errors(tmp_path) == []
    assert text(tmp_path, "vendor.yaml").startswith(
        "# yaml-language-server: $schema=../schema/vendor.json\nname: acme\ntitle: Acme\nclient: Acme\nservers:\n"
    )
    told = load(tmp_path / "specs", tmp_path)[0][0].vendor.model
    assert [each.fact for each in told.review] == ["envelope", "api_code_demo", "output_hosts"]


@pytest.mark.parametrize(
    ("form", "more", "line"),
    [
        ("bearer", (), '  - {name: Authorization, value: "Bearer {api_key}"}'),
        ("header:X-KEY", ("--env", "KEY"), '  - {name: X-KEY, value: "{api_key}"}'),
        ("basic", (), '  - {name: Authorization, value: "Basic {base64:username:password}"}'),
        ("query:key", (), '  - {name: key, value: "{api_key}"}'),
        ("none", (), "servers:"),
    ],
)
def test_every_way_of_showing_a_secret_passes_check(run, tmp_path, form, more, line):
    assert run("vendor", "acme", "--base-url", "https://api.acme.example", "--auth", form, *more)[0] == 0
    assert line in text(tmp_path, "vendor.yaml").splitlines()
    assert errors(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("vendor", "acme"), "there is no terminal to ask on; give --base-url and --auth"),
        (("vendor", "Acme"), "'Acme' cannot name a vendor; take lower case letters, digits and underscores"),
        ((*VENDOR[:-1], "token"), "--auth 'token': give one of bearer, header:NAME, basic, query:NAME or none"),
        ((*VENDOR, "--env", "a b"), "--env 'a b': give the name of one variable"),
        (("vendor", "acme", "--base-url", "acme"), "--base-url 'acme': give an address, as https://api.acme.com/v1"),
        (("operation", "nobody"), "'nobody' is no vendor; specs/ has: none"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line_and_nothing_is_written(run, tmp_path, arguments, said):
    (tmp_path / "specs").mkdir()
    status, out, err = run(*arguments)
    assert (status, out) == (2, "") if arguments[0] == "vendor" else status in {1, 2}
    if arguments[0] == "vendor":
        assert err == f"mediawright-gen: {said}\n"
    assert files(tmp_path) == []


def test_nothing_that_exists_is_overwritten(run, tmp_path):
    assert run(*VENDOR)[0] == 0
    before = text(tmp_path, "vendor.yaml")
    assert run(*VENDOR) == (
        2,
        "",
        "mediawright-gen: specs/acme/vendor.yaml exists; `mediawright-gen new operation acme` adds to it\n",
    )
    plain = (*OPERATION, "--endpoint", "/boat", "--sync")
    assert run(*plain)[0] == 0
    assert run(*plain)[0] == 2
    (tmp_path / "specs/acme/apis/ship.yaml").write_text("mine", encoding="utf-8")
    assert (
        run("operation", "acme", "--name", "Ship", "--category", "a", "--endpoint", "/x", "--sync")[0] == 1
    )  # it is no record
    assert text(tmp_path, "apis/ship.yaml") == "mine"
    assert text(tmp_path, "vendor.yaml") == before


def test_an_operation_from_a_curl_command_keeps_no_secret(run, tmp_path):
    assert run(*VENDOR)[0] == 0
    status, _, err = run(*OPERATION, "--from-curl", CURL, "--parameter", "prompt:string:required", "--sync")
    assert status == 0
    assert "secret" not in text(tmp_path, "apis/boat_maker_1_0.yaml")
    assert "not taken over from the request, as a secret or of all operations: X-Api-Token\n" in err
    record = load(tmp_path / "specs", tmp_path)[0][0].operations[0].model
    assert (record.method, record.endpoint) == ("POST", "/videos")
    assert {each.name: (each.location, each.type, each.required) for each in record.api_body} == {
        "trial": ("query", "boolean", False),
        "X-Mode": ("header", "string", False),
        "prompt": ("body", "string", True),
        "duration": ("body", "integer", False),
        "strength": ("body", "number", False),
        "loop": ("body", "boolean", False),
        "tags": ("body", "array", False),
        "mix": ("body", "array", False),
        "seed": ("body", "any", False),
    }
    assert errors(tmp_path) == []


def test_the_first_task_of_a_vendor_brings_its_lifecycle_and_query(run, tmp_path):
    assert run(*VENDOR)[0] == 0
    mine = text(tmp_path, "vendor.yaml").replace("title: Acme\n", "title: Acme   # as they write it\n")
    (tmp_path / "specs/acme/vendor.yaml").write_text(mine, encoding="utf-8")
    start = (*OPERATION, "--endpoint", "/videos", "--parameter", "prompt:string:required", "--task")
    status, _, err = run(*start)
    assert status == 2
    assert err.endswith("give --query-endpoint, --id-path, --status-path, --states and --output-path\n")
    status, out, _ = run(*start, *LIFECYCLE)
    assert (status, out.splitlines()) == (
        0,
        [
            "specs/acme/apis/boat_maker_1_0.yaml: written",
            "specs/acme/apis/task_result.yaml: written",
            "specs/acme/vendor.yaml: changed",
        ],
    )
    after = text(tmp_path, "vendor.yaml")
    assert "title: Acme   # as they write it\n" in after
    assert after.index("\ntasks:") < after.index("\nreview:")
    assert errors(tmp_path) == []
    assert (
        run("operation", "acme", "--name", "Ship", "--category", "text_to_video", "--endpoint", "/s", "--task")[0] == 0
    )
    assert errors(tmp_path) == []


def test_an_answer_that_would_not_pass_check_leaves_nothing(run, tmp_path):
    assert run(*VENDOR)[0] == 0
    before = files(tmp_path), text(tmp_path, "vendor.yaml")
    status, _, err = run(*OPERATION, "--endpoint", "/a{b", "--sync")
    assert status == 1
    assert "apis/boat_maker_1_0.yaml:5:11: placeholder-without-parameter: " in err
    assert (files(tmp_path), text(tmp_path, "vendor.yaml")) == before


def test_a_disk_that_refuses_leaves_nothing(run, tmp_path, monkeypatch):
    assert run(*VENDOR)[0] == 0
    before = files(tmp_path), text(tmp_path, "vendor.yaml")
    put = Path.replace

    def full(self, target):
        if Path(target).name == "task_result.yaml":
            raise OSError(28, "No space left on device", str(target))
        return put(self, target)

    monkeypatch.setattr(Path, "replace", full)
    status, _, err = run(*OPERATION, "--endpoint", "/v", "--task", *LIFECYCLE)
    assert (status, err.count("\n")) == (2, 1)
    assert (files(tmp_path), text(tmp_path, "vendor.yaml")) == before


AT_A_TERMINAL = """
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("mediawright_generator", run_name="__main__")
"""


def talk(root, arguments, answers):
    """Run a command on a terminal, and type an answer to each question; give exit status and what stood there."""
    ours, its = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(ROOMS)}
    command = [sys.executable, "-c", AT_A_TERMINAL, *arguments]
    streams = {"stdin": its, "stdout": its, "stderr": its}
    with subprocess.Popen(command, **streams, cwd=root, env=environment, start_new_session=True) as program:
        os.close(its)
        try:
            seen = b""
            for answer in answers:
                seen += _until_asked(ours)
                os.write(ours, answer.encode())
            seen += _until_asked(ours)
            return program.wait(30), seen.decode()
        finally:
            program.kill()
            os.close(ours)


def _until_asked(terminal):
    seen, end = b"", time.monotonic() + 30
    while time.monotonic() < end and not seen.endswith(b": "):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 1024)
            except OSError:  # the command is over
                break
    return seen


def test_what_flags_do_not_give_is_asked_on_a_terminal(tmp_path):
    (tmp_path / "specs").mkdir()
    answers = ["\n", "\n", "Boats.\n", "nonsense\n", "https://acme.example\n", "token\n", "bearer\n", "\n", "\n", "\n"]
    status, seen = talk(tmp_path, ["new", "vendor", "acme"], answers)
    assert status == 0
    assert "give an address, as https://api.acme.com/v1" in seen
    answers = [
        "Boat\n",
        "\n",
        "text_to_image\n",
        "\n",
        "/boat\n",
        "\n",
        "prompt:strng\n",
        "prompt:string\n",
        "\n",
        "\n",
    ]
    status, seen = talk(tmp_path, ["new", "operation", "acme"], [*answers, "maybe\n", "no\n", "url:image\n"])
    assert status == 0
    assert "'strng' is no type" in seen
    assert files(tmp_path) == ["specs/acme/apis/boat.yaml", "specs/acme/vendor.yaml"]
    assert errors(tmp_path) == []


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_leaving_in_the_middle_leaves_nothing(tmp_path, key):
    (tmp_path / "specs").mkdir()
    status, seen = talk(tmp_path, ["new", "vendor", "acme"], ["\n", key])
    assert status == 130
    assert "Traceback" not in seen
    assert files(tmp_path) == []


PROGRAM = """
import sys
from mediawright.acme import Acme
from mediawright_mock.contract import vendor_contract
from mediawright_mock.server import MockServer
with MockServer(vendor_contract("acme")) as server:
    task = Acme(api_key="k", base_url=server.url).text_to_video.boat_maker_1_0(prompt="a boat")
    print([each.kind for each in task.wait(timeout=20, poll_interval=0.01).outputs])
"""


def test_from_nothing_to_a_typed_call_in_three_commands(run, tmp_path):
    """A vendor that nobody has ever described is called against its mock after `new`, `new` and `generate`."""
    assert run(*VENDOR)[0] == 0
    prompt = ("--parameter", "prompt:string:required")
    assert run(*OPERATION, "--endpoint", "/videos", *prompt, "--task", *LIFECYCLE)[0] == 0
    assert main(["--root", str(tmp_path), "generate"]) == 0
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path / "generated"), *ROOMS])}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("['video']\n", "")
