"""The documents' own clients run against the mock to the end, changed in their host and their checks of it alone."""

import ast
import base64
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from programs import (
    AIMATE,
    DOCUMENTS,
    DOUBAO,
    Patch,
    api_definitions,
    laid_out,
    layouts,
    patched,
    run,
    samples,
    stage,
)

from mediawright_mock.contract import vendor_contract
from mediawright_mock.server import MockServer

pytestmark = pytest.mark.skipif(
    not DOCUMENTS.exists(), reason="the vendors' documents are not committed; MEDIAWRIGHT_DOCUMENTS says where they are"
)

KEY, SECRET = "documents-key", "documents-secret"
POLLS = 3
IMAGE, VIDEO = "https://example.com/in.png", "https://example.com/in.mp4"
BEGINNINGS = {"png": b"\x89PNG", "svg": b"<"}


def served(vendor, **credentials):
    return MockServer(vendor_contract(vendor), polls=POLLS, credentials=credentials)


def addresses(text):
    """Find every address of the mock's in what a client has printed."""
    return re.findall(r"http://127\.0\.0\.1:\d+/[\w./-]+", text)


def assert_files(text):
    found = addresses(text)
    assert found
    for url in found:
        answer = httpx.get(url)
        assert (answer.status_code, bool(answer.content)) == (200, True), url


# Media.io: skill_router.py, and the samples that use it.


@pytest.fixture
def router(tmp_path):
    with served("mediaio", api_key=KEY) as server:
        host = server.url.removeprefix("http://")
        checks = (
            Patch("parsed.scheme != 'https'", "parsed.scheme != 'http'"),
            Patch("!= 'openapi.media.io'", f"!= '{host}'"),
        )
        stage(tmp_path, "scripts/skill_router.py", patched(laid_out("scripts/skill_router.py"), checks))
        definitions = json.dumps(api_definitions())
        hosts = [Patch("https://openapi.media.io", server.url)]
        stage(tmp_path, "scripts/c_api_doc_detail.json", patched(definitions, hosts))
        yield tmp_path, server


def demanded(entry):
    """Take the body of an operation's documented request."""
    (demo,) = json.loads(entry["api_request_demo"])["request"]
    return json.loads(re.search(r"--data '(.*)'", demo["code_example"], re.DOTALL)[1]).get("data", {})


INVOKE_ALL = """
import json
import sys
import time

from scripts.skill_router import Skill

skill = Skill("scripts/c_api_doc_detail.json")
for name, params in json.load(sys.stdin):
    created = skill.invoke(name, params)
    statuses = []
    while not statuses or statuses[-1] in ("waiting", "pending", "processing"):
        answer = skill.invoke("Task Result", {"task_id": created["data"]["task_id"]})
        statuses.append(answer["data"]["status"])
        time.sleep(5)
    print(json.dumps([name, statuses, answer]))
"""


def test_the_router_brings_every_operation_to_its_end(router):
    """Each operation of the vendor's data file, with its documented request: create, queries, files."""
    folder, server = router
    creates = [(each["name"], demanded(each)) for each in api_definitions() if demanded(each)]
    stage(folder, "calls.json", json.dumps(creates))
    program = stage(folder, "every.py", INVOKE_ALL.replace("sys.stdin", "open(sys.argv[1])"))

    lines = run(folder, program, "calls.json", API_KEY=KEY).stdout.splitlines()

    assert len(lines) == len(creates) == 22
    for name, statuses, answer in map(json.loads, lines):
        assert (len(statuses), statuses[-1] in {"completed", "succeeded"}, answer["code"]) == (POLLS, True, 0), name
        assert_files(json.dumps(answer["data"]["result"]))
    assert sum(server.creates.values()) == 22


def test_the_router_run_as_a_program_prints_the_credits(router):
    folder, _ = router

    answer = ast.literal_eval(run(folder, "scripts/skill_router.py", API_KEY=KEY).stdout)

    assert answer["code"] == 0
    assert isinstance(answer["data"]["credits"], int)


def test_the_router_is_told_that_its_key_is_wrong(router):
    folder, server = router

    answer = ast.literal_eval(run(folder, "scripts/skill_router.py", API_KEY="another").stdout)

    assert answer["code"] in {374004, 40001}
    assert server.creates == {}


def test_the_samples_of_the_router_run(router):
    """Credits, one create, and a query of a task that does not exist, which ends nothing."""
    folder, server = router
    printed = []
    for name in ("example_a.py", "example_b.py", "example_c.py"):
        done = run(folder, stage(folder, name, laid_out(name)), API_KEY=KEY)
        printed.append([ast.literal_eval(line) for line in done.stdout.splitlines()])

    (balance,), (created,), asked = printed
    assert (balance["code"], created["code"]) == (0, 0)
    assert created["data"]["task_id"]
    assert len(asked) == 24
    assert {each["code"] for each in asked} == {40003}
    assert server.creates == {"text_to_image.imagen_4": 1}


@pytest.mark.parametrize(
    "parts",
    [("workflow.py",), ("submit_and_wait.py", "quick_image.py"), ("submit_and_wait.py", "quick_video.py")],
    ids="-".join,
)
def test_the_workflows_of_the_router_end_with_files(router, parts):
    folder, server = router

    done = run(folder, stage(folder, "flow.py", "".join(map(laid_out, parts))), API_KEY=KEY)

    (printed,) = done.stdout.splitlines()
    found = ast.literal_eval(printed)
    assert found.get("response", found)["data"]["status"] in {"completed", "succeeded"}
    assert_files(printed)
    assert sum(server.creates.values()) == 1


def test_the_workflow_of_the_router_ends_with_a_failure(router):
    folder, server = router
    server.fail("task_ends;state=failed;reason=too dark", "text_to_image.*")

    done = run(folder, stage(folder, "flow.py", laid_out("workflow.py")), API_KEY=KEY)

    data = ast.literal_eval(done.stdout)["data"]
    assert data["status"] == "failed"
    assert addresses(done.stdout) == []


# Tomoviee: nine clients, four old names, and what makes their token.


class Tool(NamedTuple):
    """A client, its method, and a call with everything that it takes."""

    script: str
    client: str
    method: str
    params: dict[str, Any]
    operation: str


FRAMES: dict[str, Any] = {"prompt": "a boat", "image": IMAGE, "image_tail": IMAGE, "duration": 5}
CALLBACK = {"callback": "https://example.com/hook", "params": "mine"}
MOVIE = {"resolution": "1080p", "aspect_ratio": "9:16", "camera_move_index": 46} | CALLBACK
PAINTED = {"prompt": "a boat", "reference_image": IMAGE, "width": 512, "height": 2048, "control_intensity": 0.1}
TOOLS = [
    Tool(
        "tomoviee_firstlast2video_client",
        "TomovieeFirstLast2VideoClient",
        "firstlast_to_video",
        FRAMES | MOVIE | {"aspect_ratio": "original"},
        "image_to_video.first_last_frame",
    ),
    Tool(
        "tomoviee_img2video_client",
        "TomovieeImg2VideoClient",
        "image_to_video",
        {"prompt": "a boat", "image": IMAGE} | MOVIE,
        "image_to_video.generate",
    ),
    Tool(
        "tomoviee_text2video_client",
        "TomovieeText2VideoClient",
        "text_to_video",
        {"prompt": "a boat"} | MOVIE,
        "text_to_video.generate",
    ),
    Tool(
        "tomoviee_redrawing_client",
        "TomovieeRedrawingClient",
        "image_redrawing",
        {"prompt": "a boat", "image": IMAGE, "mask": IMAGE} | CALLBACK,
        "image_to_image.redrawing",
    ),
    *(
        Tool(
            "tomoviee_img2img_client",
            "TomovieeImg2ImgClient",
            "image_to_image",
            PAINTED | {"control_type": control_type, "image_num": 4} | CALLBACK,
            "image_to_image.reference",
        )
        for control_type in "0123"
    ),
    Tool(
        "tomoviee_text2sfx_client",
        "TomovieeText2SfxClient",
        "text_to_sound_effect",
        {"prompt": "rain", "duration": 180, "qty": 4} | CALLBACK,
        "text_to_audio.sound_effect",
    ),
    Tool(
        "tomoviee_text2music_client",
        "TomovieeText2MusicClient",
        "text_to_music",
        {"prompt": "a waltz", "duration": 95, "qty": 4, "disable_translate": True} | CALLBACK,
        "text_to_music.generate",
    ),
    Tool(
        "tomoviee_recognition_client",
        "TomovieeClient",
        "_make_request",
        {"payload": {"image": "https://example.com/photo.jpg", "control_type": "2"}},
        "image_to_image.recognition",
    ),
    Tool(
        "tomoviee_video_scoring_client",
        "TomovieeClient",
        "_make_request",
        {"payload": {"video": "https://example.com/my-video.mp4", "prompt": "Modern tech product music, clean"}},
        "video_to_audio.scoring",
    ),
]
SHIMS = {
    "tomoviee_image_redrawing_client": TOOLS[3],
    "tomoviee_image_to_image_client": TOOLS[4],
    "tomoviee_text_to_sound_effect_client": TOOLS[8],
    "tomoviee_text_to_music_client": TOOLS[9],
    "tomoviee_image_to_video_client": TOOLS[1],
}
PROGRAMS = {
    "tomoviee_firstlast2video_client": ["a boat", IMAGE, IMAGE],
    "tomoviee_img2video_client": ["a boat", IMAGE],
    "tomoviee_text2video_client": ["a boat"],
    "tomoviee_redrawing_client": ["a boat", IMAGE],
    "tomoviee_img2img_client": ["a boat", IMAGE],
    "tomoviee_text2sfx_client": ["rain", "10"],
    "tomoviee_text2music_client": ["a waltz", "30", "1"],
}
CALL_TOOL = """
import json
import sys
from importlib import import_module

script, client, method, params = json.loads(sys.argv[1])
tool = getattr(import_module("scripts." + script), client)(*sys.argv[2:])
print(json.dumps(tool.poll_until_complete(getattr(tool, method)(**params))))
"""


@pytest.fixture
def skill(tmp_path):
    with served("tomoviee", app_key=KEY, app_secret=SECRET) as server:
        host = [Patch("https://openapi.wondershare.cc", server.url)]
        for name in layouts():
            if "tomoviee" in name:
                text = laid_out(name)
                stage(tmp_path, name, patched(text, host) if "BASE_URL" in text else text)
        yield tmp_path, server


def called(folder, script, tool):
    call = json.dumps([script, tool.client, tool.method, tool.params])
    return json.loads(run(folder, "-c", CALL_TOOL, call, KEY, SECRET).stdout)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.script + tool.params.get("control_type", ""))
def test_a_client_brings_a_call_with_everything_to_its_end(skill, tool):
    folder, server = skill

    result = called(folder, tool.script, tool)

    assert result["status"] == 3
    assert_files(result["result"])
    assert server.creates == {tool.operation: 1}
    assert server.counts == {tool.operation: 1, "tasks.result": POLLS}


@pytest.mark.parametrize("script", SHIMS)
def test_a_client_works_under_its_old_name(skill, script):
    folder, server = skill

    assert called(folder, script, SHIMS[script])["status"] == 3
    assert server.creates == {SHIMS[script].operation: 1}


@pytest.mark.parametrize("script", PROGRAMS)
def test_a_client_run_as_a_program_prints_the_files(skill, script):
    folder, _ = skill

    printed = run(folder, f"scripts/{script}.py", KEY, SECRET, *PROGRAMS[script]).stdout

    assert "Task completed" in printed
    assert "Progress: 100%" in printed
    assert_files(printed)


@pytest.mark.parametrize("script", PROGRAMS)
def test_a_client_hears_that_its_secret_is_wrong(skill, script):
    folder, server = skill

    done = run(folder, f"scripts/{script}.py", KEY, "another", *PROGRAMS[script], check=False)

    assert (done.returncode, server.creates) == (1, {})
    assert "Error: " in done.stdout


@pytest.mark.parametrize("state", ["failed", "cancelled", "expired"])
def test_a_client_says_why_its_task_has_no_result(skill, state):
    folder, server = skill
    server.fail(f"task_ends;state={state};reason=too dark", "text_to_video.generate")

    done = run(folder, "scripts/tomoviee_text2video_client.py", KEY, SECRET, "a boat", check=False)

    assert done.returncode == 1
    assert "Error: Task failed: too dark" in done.stdout


def test_the_token_of_the_documents_is_let_in(skill):
    folder, server = skill
    stage(folder, "token.py", laid_out("scripts/generate_auth_token.py"))

    printed = run(folder, "token.py", KEY, SECRET).stdout

    header = printed.rpartition("as: ")[2].strip()
    headers = {"Authorization": header, "X-App-Key": KEY, "Content-Type": "application/json"}
    answer = httpx.post(
        f"{server.url}/v1/open/capacity/application/tm_text2sfx",
        headers=headers,
        json={"prompt": "rain", "duration": 5},
    )
    assert header == "Basic " + base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    assert answer.json()["code"] == 0


# EdrawMax: the downloader keeps what a call has made.


@pytest.mark.parametrize("kind", ["flowchart", "infographic", "gantt", "mindmap"])
def test_the_downloader_keeps_a_diagram(tmp_path, kind):
    with served("edrawmax") as server:
        checks = (
            Patch('".edrawmax.com",', '".edrawmax.com", "127.0.0.1",'),
            Patch('parsed.scheme != "https"', 'parsed.scheme != "http"'),
        )
        name = "scripts/download_diagram.py"
        stage(tmp_path, name, patched(laid_out(name), checks))
        body = {"prompt": "a process", "lang": "cn", "platform": "web"}
        made = httpx.post(f"{server.url}/skills/generate-{kind}", json=body).json()["data"]

        done = run(tmp_path, name, "--png-url", made["png_url"], "--svg-url", made["svg_url"], "--output-dir", "kept")

    saved = json.loads(done.stdout)
    for extension, beginning in BEGINNINGS.items():
        assert Path(saved[f"{extension}_path"]).read_bytes().startswith(beginning)


# aimate and Doubao: the samples of their documents.


@pytest.mark.parametrize("number", range(4))
def test_a_sample_of_aimate_runs(tmp_path, number):
    """Two creates, one query of a task that is not there, and the whole flow, twice."""
    with served("aimate") as server:
        text = patched(samples(AIMATE)[number], [Patch("https://video-gen.aimate.am", server.url)])
        printed = run(tmp_path, stage(tmp_path, "sample.py", text)).stdout
        assert server.creates.get("video.create", 0) == (1, 1, 0, 2)[number]
        if number == 3:
            assert len(addresses(printed)) == 2
            assert_files(printed)


def test_the_commands_of_aimate_answer(tmp_path):
    curl = shutil.which("curl") or pytest.skip("curl is not installed")
    with served("aimate") as server:
        for text in samples(AIMATE, "bash"):
            command = patched(text, [Patch("https://video-gen.aimate.am", server.url)])
            done = subprocess.run(
                ["sh", "-ec", command.replace("curl", f"{curl} -s", 1)], capture_output=True, text=True, check=True
            )
            assert isinstance(json.loads(done.stdout), dict)
        assert server.counts == {"video.create": 2, "video.query": 1, "account.health": 1}


def test_the_samples_of_doubao_run(tmp_path):
    """Upload, create and queries to the end; and the create without a picture."""
    with served("doubao") as server:
        (tmp_path / "image.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
        whole, short = samples(DOUBAO)
        local = [Patch("http://localhost:8000", server.url)]
        printed = run(tmp_path, stage(tmp_path, "whole.py", patched(whole, local))).stdout
        run(tmp_path, stage(tmp_path, "short.py", patched(short, local)))

        assert_files(printed)
        assert server.counts == {"files.upload": 1, "video.generate": 2, "video.status": POLLS}
