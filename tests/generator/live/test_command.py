"""Live runs against mocks over loopback: what is called, what is paid for, what is kept, and what is not."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from mediawright_generator.cli import main
from mediawright_generator.live.plan import is_paid
from mediawright_generator.spec.operation import RequestDemo, Source
from mediawright_mock.faults import Fault
from mediawright_mock.plan import Planned
from mediawright_runtime import contracts
from mediawright_runtime.errors import ConfigurationError

ROOT = Path(__file__).parents[3]
VENDORS = contracts.vendors(contracts.installed())
FILES = (
    "--image",
    "https://mine.test/a.png",
    "--video",
    "https://mine.test/a.mp4",
    "--audio",
    "https://mine.test/a.wav",
)


def operations(vendor):
    return {each["python"]: each for each in contracts.operations(contracts.installed(), vendor)}


@pytest.mark.parametrize("vendor", VENDORS)
def test_nothing_paid_is_called_unless_asked(serve, run_live, vendor):
    """Not one request reaches an operation that makes something."""
    with serve(vendor) as server:
        done = run_live(vendor, "--base-url", server.url, *FILES)

    records = operations(vendor)
    assert server.creates == {}
    assert not [each for each in server.counts if is_paid(records[each])]
    assert done.well
    assert set(done.files) == set(server.counts)


@pytest.mark.parametrize("vendor", VENDORS)
def test_with_spend_each_create_is_made_once(serve, run_live, vendor):
    """And what is kept has the form of the records' own examples."""
    with serve(vendor) as server:
        done = run_live(vendor, "--spend", "--base-url", server.url, *FILES)

    primary = [each["python"] for each in operations(vendor).values() if is_paid(each) and "alternative_of" not in each]
    assert server.creates == dict.fromkeys(primary, 1)
    assert {each: server.counts[each] for each in primary} == dict.fromkeys(primary, 1)
    assert done.well
    for text in done.files.values():
        kept = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert [RequestDemo.model_validate_json(json.dumps(each)) for each in kept["api_request_demo"]]
        (source,) = kept["sources"]
        assert Source.model_validate_json(json.dumps(source)).verified_live


@pytest.mark.parametrize(
    "fault",
    [Fault("reset", accepted=True), Fault("unavailable"), Fault("error_code", code=3001), Fault("rate_limited")],
    ids=lambda fault: fault.name,
)
def test_a_create_that_goes_wrong_is_not_made_again(serve, run_live, fault):
    """Not even where the vendor says to send it once more, as EdrawMax does for code 3001."""
    with serve("edrawmax", faults=[Planned(fault, times=None)]) as server:
        done = run_live("edrawmax", "--spend", "--only", "text_to_diagram.gantt", "--base-url", server.url)

    assert server.counts == {"text_to_diagram.gantt": 1}
    assert "text_to_diagram.gantt (paid): " in done.lines[0]


def test_a_call_without_an_answer_is_not_well(serve, run_live):
    with serve("aimate", faults=[Planned(Fault("reset"), times=None)]) as server:
        assert not run_live("aimate", "--base-url", server.url).well


def test_only_what_is_named_is_called(serve, run_live):
    with serve("mediaio") as server:
        run_live("mediaio", "--spend", "--only", "t2i-imagen-4", "--base-url", server.url)
    assert server.counts == {"text_to_image.imagen_4": 1, "tasks.result": 1}


def test_an_operation_that_nobody_has_is_refused(run_live):
    with pytest.raises(ConfigurationError, match="'Imagen 5' is no operation of mediaio; there are: "):
        run_live("mediaio", "--only", "Imagen 5")


def test_without_a_key_it_says_what_it_would_do(run_live, monkeypatch):
    monkeypatch.delenv("MEDIAIO_API_KEY")

    done = run_live("mediaio")

    assert done.well
    assert done.lines[0].split() == ["account.credits", "free", "called"]
    assert "MEDIAIO_API_KEY" in done.lines[-1]
    assert done.files == {}


def test_a_dry_run_calls_nothing(serve, run_live):
    with serve("aimate") as server:
        done = run_live("aimate", "--spend", "--dry-run", "--base-url", server.url)
    assert server.requests == []
    assert "called with prompt='A cat playing piano in a cozy living room'" in done.text


def test_what_was_kept_is_proposed(serve, run_live):
    with serve("aimate") as server:
        kept = run_live("aimate", "--base-url", server.url).files
    assert run_live("aimate", "--propose").lines == list(kept.values())


def tattled(headers):
    """Answer with all that a vendor knows of the caller, wherever it may stand."""
    key = headers["X-API-KEY"]
    private = {"mail": "ann@mail.test", "user_id": 5512907, "u5512907": 1, "headers": dict(headers)}
    files = [{"preview": "https://cdn.test/u5512907/a.png?Signature=s1gn4ture", "val": "ann@mail.test"}]
    task = {
        "task_id": "task-5512907",
        "status": "completed",
        "reason": f"done for {key}",
        "result": files,
        "credits": 40,
    }
    return {"code": 0, "msg": f"hello ann@mail.test {key}", "trace_id": "t-5512907", "data": task | private} | private


@contextmanager
def answering(answer):
    """Serve a vendor that answers everything alike; the answer is made from the headers of the request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.dumps(answer(self.headers)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_no_secret_is_kept_or_said(run_live):
    """Keys, signatures, mail and ids: wherever a vendor puts them, they are in no file and on no line."""
    with answering(tattled) as url:
        done = run_live("mediaio", "--spend", "--only", "Credits", "--only", "Imagen 4", "--base-url", url)

    assert set(done.files) == {"account.credits", "text_to_image.imagen_4", "tasks.result"}
    assert "credits: 40" in done.files["account.credits"]
    assert "status: completed" in done.files["tasks.result"]
    for private in (
        "secret-of-mediaio",
        "ann@mail.test",
        "5512907",
        "s1gn4ture",
        "Mozilla",
        "X-Api-Key",
        "python-httpx",
    ):
        assert private not in done.text


def test_the_command_keeps_its_files_in_the_checkout(serve, monkeypatch, tmp_path, capsys):
    (tmp_path / "specs").symlink_to(ROOT / "specs")
    monkeypatch.setenv("MEDIAIO_API_KEY", "secret-of-mediaio")

    with serve("mediaio") as server:
        status = main(["--root", str(tmp_path), "live", "mediaio", "--only", "Credits", "--base-url", server.url])

    assert status == 0
    (kept,) = tmp_path.glob("live/mediaio/*/account.credits.yaml")
    assert f"kept: {kept}" in capsys.readouterr().out


def test_a_vendor_that_contradicts_its_documents_fails_the_command(monkeypatch, tmp_path, capsys):
    (tmp_path / "specs").symlink_to(ROOT / "specs")
    monkeypatch.setenv("MEDIAIO_API_KEY", "secret-of-mediaio")

    with answering(lambda _: {"code": 0, "msg": "", "data": {"credits": "40"}}) as url:
        status = main(["--root", str(tmp_path), "live", "mediaio", "--only", "Credits", "--base-url", url])

    assert status == 1
    assert "data.credits is string, documented as integer" in capsys.readouterr().out
