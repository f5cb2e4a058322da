"""The command as people start it: a process of its own, an address on stdout, an end by signal."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-m", "mediawright_mock", "serve"]


def environment(*folders):
    """Put folders before the room from which the mock under test comes, and leave other rooms out."""
    runtime = Path(find_spec("mediawright_mock").origin).parents[1]
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**inherited, "PYTHONPATH": os.pathsep.join(map(str, [*folders, runtime]))}


@contextmanager
def started(*arguments, folders=()):
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(*folders)
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def free_ports(count):
    """Find ports that follow each other, below those that the system gives to others meanwhile."""
    for first in range(20_000 + os.getpid() % 1000 * 10, 32_000):
        with ExitStack() as taken, suppress(OSError):
            for port in range(first, first + count):
                taken.enter_context(socket.create_server(("127.0.0.1", port)))
            return first
    raise AssertionError("no free ports")


def failed(*arguments, folders=()):
    done = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, timeout=30, env=environment(*folders)
    )
    assert done.returncode == 2
    assert done.stdout == ""
    return done.stderr


@pytest.fixture(name="installed")
def installed_vendors(tmp_path, write_contract):
    """A folder with a `mediawright` package of two vendors whose client code must not be imported."""
    contract = json.loads(write_contract().read_text(encoding="utf-8"))
    package = tmp_path / "site" / "mediawright"
    for vendor in ("acme", "bolt"):
        (package / vendor).mkdir(parents=True)
        (package / vendor / "__init__.py").write_text("raise SystemExit('imported')", encoding="utf-8")
        text = json.dumps(contract | {"vendor": vendor})
        (package / vendor / "contract.json").write_text(text, encoding="utf-8")
    (package / "__init__.py").touch()
    (package / "py.typed").touch()
    return package.parent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_prints_its_address_and_stops_on_a_signal(installed, number):
    """Scripts read the address from the first line, and a stop is a clean stop."""
    with started("--vendor", "acme", folders=[installed]) as process:
        line = process.stdout.readline()
        url = re.fullmatch(r"acme (http://127\.0\.0\.1:\d+)\n", line)[1]
        with httpx.Client() as client:
            assert client.get(url).json()["vendor"] == "acme"
            process.send_signal(number)
            assert process.wait(timeout=10) == 0
        assert process.stdout.read() == ""
        assert process.stderr.read() == ""


def test_without_a_vendor_every_one_has_a_port_of_its_own(installed):
    with started(folders=[installed]) as process:
        served = dict(process.stdout.readline().split() for _ in range(2))
        assert set(served) == {"acme", "bolt"}
        assert {httpx.get(url).json()["vendor"] for url in served.values()} == {"acme", "bolt"}


def test_any_contract_file_can_be_served(write_contract):
    arguments = ["--contract", str(write_contract()), "--polls", "1", "--credential", "api_key=k2"]
    with started(*arguments) as process:
        url = process.stdout.readline().split()[1]
        answers = [httpx.post(f"{url}/user/credits", json={}, headers={"X-API-KEY": key}) for key in ("k1", "k2")]
        assert [each.json()["code"] for each in answers] == [374, 0]


def test_a_seed_makes_every_run_the_same(write_contract):
    ids = set()
    for _ in range(2):
        with started("--contract", str(write_contract()), "--seed", "7") as process:
            url = process.stdout.readline().split()[1]
            answer = httpx.post(f"{url}/generation/big", json={"data": {"prompt": "x"}}, headers={"X-API-KEY": "k"})
            ids.add(answer.json()["data"]["task_id"])
    assert len(ids) == 1


def test_a_speed_leaves_the_end_of_tasks_to_the_clock(write_contract):
    with started("--contract", str(write_contract()), "--speed", "0.001") as process:
        url, headers = process.stdout.readline().split()[1], {"X-API-KEY": "k"}
        answer = httpx.post(f"{url}/generation/big", json={"data": {"prompt": "x"}}, headers=headers).json()
        for _ in range(5):
            told = httpx.post(f"{url}/generation/result/{answer['data']['task_id']}", json={}, headers=headers).json()
        assert told["data"]["status"] in {"waiting", "pending"}


def test_a_scenario_is_a_file(write_contract, tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("polls: 1\n", encoding="utf-8")
    with started("--contract", str(write_contract()), "--scenario", str(file)) as process:
        url, headers = process.stdout.readline().split()[1], {"X-API-KEY": "k"}
        answer = httpx.post(f"{url}/generation/big", json={"data": {"prompt": "x"}}, headers=headers).json()
        told = httpx.post(f"{url}/generation/result/{answer['data']['task_id']}", json={}, headers=headers).json()
        assert told["data"]["status"] == "completed"


def test_a_wrong_scenario_is_said_with_its_line(write_contract, tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("polls: 1\nspeeed: 2\n", encoding="utf-8")
    message = failed("--contract", str(write_contract()), "--scenario", str(file))
    assert message.startswith(f"mediawright-mock: {file}:2: 'speeed' is not known")


def test_the_port_is_a_choice(write_contract):
    port = free_ports(1)
    with started("--contract", str(write_contract()), "--port", str(port)) as process:
        assert process.stdout.readline() == f"acme http://127.0.0.1:{port}\n"


def test_several_vendors_have_the_ports_from_the_given_one_upwards(installed):
    port = free_ports(2)
    with started("--port", str(port), folders=[installed]) as process:
        assert process.stdout.readline() == f"acme http://127.0.0.1:{port}\n"
        assert process.stdout.readline() == f"bolt http://127.0.0.1:{port + 1}\n"


def test_an_unknown_vendor_is_refused_with_the_known_ones(installed):
    message = failed("--vendor", "nobody", folders=[installed])
    assert message == "mediawright-mock: no vendor is named 'nobody'; known are: acme, bolt\n"


def test_a_taken_port_is_said_in_one_line(write_contract):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        message = failed("--contract", str(write_contract()), "--port", str(taken.getsockname()[1]))
    assert message.startswith("mediawright-mock: cannot listen on 127.0.0.1: ")
    assert message.count("\n") == 1


def test_several_vendors_need_as_many_ports(installed):
    message = failed("--port", "65535", folders=[installed])
    assert message == "mediawright-mock: --port 65535 leaves no port for each of 2; give 65534 at most\n"


def test_a_vendor_without_a_name_is_none(installed):
    assert "no vendor is named ''" in failed("--vendor", "", folders=[installed])


def test_a_credential_that_no_vendor_has_is_refused(installed):
    message = failed("--credential", "api_kye=good", folders=[installed])
    assert message == "mediawright-mock: no credential is named 'api_kye'; write 'api_key'\n"


def test_a_scenario_of_what_no_vendor_has_is_refused(installed, tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("operations: {tasks.reslt: {polls: 1}}\n", encoding="utf-8")
    message = failed("--scenario", str(file), folders=[installed])
    assert message == f"mediawright-mock: {file}: 'tasks.reslt' fits no operation; write 'tasks.result'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [("[]", "it is no object"), ("{}", "lacks the key 'format'"), ("{", "contract.json:1:2: is no JSON: ")],
)
def test_a_file_that_is_no_contract_is_said_to_be_none(tmp_path, text, said):
    file = tmp_path / "contract.json"
    file.write_text(text, encoding="utf-8")
    message = failed("--contract", str(file))
    assert said in message
    assert message.endswith("; give a contract.json as the generator writes it\n")


@pytest.mark.parametrize("missing", ["httptools", "jsonschema_rs"])
def test_a_missing_extra_says_what_to_install(installed, tmp_path, missing):
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    text = f"raise ModuleNotFoundError(\"No module named '{missing}'\", name='{missing}')"
    (blocked / f"{missing}.py").write_text(text, encoding="utf-8")
    message = failed("--vendor", "acme", folders=[blocked, installed])
    assert message == (
        f"mediawright-mock: {missing} is not installed; install it with: pip install 'mediawright[mock]'\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--polls", "0"],
        ["--polls", "x"],
        ["--speed", "0"],
        ["--speed", "inf"],
        ["--speed", "x"],
        ["--port", "65536"],
        ["--port", "-1"],
        ["--credential", "api_key"],
        ["--host", " "],
    ],
)
def test_a_wrong_argument_is_refused(write_contract, arguments):
    assert arguments[1] in failed("--contract", str(write_contract()), *arguments)
