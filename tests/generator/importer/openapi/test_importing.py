"""A checkout after an import: what is written, what a second one does, and the way to the first call."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mediawright_generator.cli import main
from mediawright_generator.load import load

ROOT = Path(__file__).parents[4]
DOCUMENT = """\
openapi: 3.0.3
info: {title: Studio, version: "1"}
servers: [{url: "https://api.studio.example/v1"}]
security: [{Key: []}]
paths:
  /videos:
    post:
      tags: [Videos]
      operationId: createVideo
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewVideo'}
      responses:
        '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}
        '429': {description: Their words.}
    get:
      tags: [Videos]
      operationId: listVideos
      responses:
        '200':
          content:
            application/json:
              schema:
                type: object
                properties: {videos: {type: array, items: {$ref: '#/components/schemas/Video'}}}
  /videos/{id}:
    get:
      tags: [Videos]
      operationId: getVideo
      parameters: [{in: path, name: id, required: true, schema: {type: string}}]
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}
  /videos/{id}/cancel:
    post:
      tags: [Videos]
      operationId: cancelVideo
      parameters: [{in: path, name: id, required: true, schema: {type: string}}]
      responses: {'200': {content: {application/json: {schema: {type: object}}}}}
components:
  securitySchemes: {Key: {type: http, scheme: bearer}}
  schemas:
    NewVideo:
      type: object
      required: [prompt]
      properties:
        prompt: {type: string, maxLength: 500, description: Their words.}
        seconds: {type: integer, enum: [5, 10], default: 5}
        camera: {$ref: '#/components/schemas/Camera'}
    Camera:
      type: object
      properties: {zoom: {type: number, minimum: 0}, next: {$ref: '#/components/schemas/Camera'}}
    Video:
      type: object
      properties:
        id: {type: string}
        status: {type: string, enum: [pending, rendering, done, error, canceled]}
        video_url: {type: string, format: uri}
        error_message: {type: string, nullable: true}
        progress: {type: integer}
        created_at: {type: string, format: date-time}
"""


def bring(checkout: Path, text: str = DOCUMENT, *more: str) -> int:
    (checkout / "studio.yaml").write_text(text)
    return main(
        ["--root", str(checkout), "import", "openapi", str(checkout / "studio.yaml"), "--vendor", "studio", *more]
    )


def vendor(checkout: Path):
    (loaded,), problems = load(checkout / "specs", checkout)
    assert problems == ()
    return loaded


def test_a_task_is_recognised_and_marked_for_review(checkout):
    assert bring(checkout) == 0
    loaded = vendor(checkout)
    lifecycle = loaded.vendor.model.tasks["video"]
    assert (lifecycle.id, lifecycle.status, lifecycle.reason, lifecycle.progress) == (
        "id", "status", "error_message", "progress",
    )  # fmt: skip
    assert (lifecycle.query.operation, lifecycle.query.parameter) == ("Get Video", "id")
    assert lifecycle.states == {
        "pending": "queued", "rendering": "running", "done": "succeeded", "error": "failed", "canceled": "cancelled",
    }  # fmt: skip
    assert [(each.path, each.kind) for each in lifecycle.outputs] == [("video_url", "video")]
    assert lifecycle.cancel.operation == "Cancel Video"
    assert (lifecycle.search.operation, lifecycle.search.tasks, lifecycle.search.created) == (
        "List Videos", "videos[]", "created_at",
    )  # fmt: skip
    assert "tasks.video" in [each.fact for each in loaded.vendor.model.review]
    create = next(each.model for each in loaded.operations if each.model.name == "Create Video")
    assert (create.task, [each.fact for each in create.review]) == ("video", ["task"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[pending, rendering, done, error, canceled]", "[pending, rendering, done]"),
        ("[pending, rendering, done, error, canceled]", "[one, two, three]"),
    ],
)
def test_without_words_for_success_and_failure_there_is_no_lifecycle(checkout, before, after):
    """A wrong guess about money is worse than none."""
    assert bring(checkout, DOCUMENT.replace(before, after)) == 0
    assert vendor(checkout).vendor.model.tasks == {}


def test_a_query_without_addresses_of_files_is_only_mentioned(checkout):
    assert bring(checkout, DOCUMENT.replace("video_url: {type: string, format: uri}", "file_id: {type: string}")) == 0
    loaded = vendor(checkout)
    create = next(each.model for each in loaded.operations if each.model.name == "Create Video")
    assert (loaded.vendor.model.tasks, create.task) == ({}, None)
    assert "looks like a task" in create.review[0].note


def test_specs_pass_check(checkout, capsys):
    bring(checkout)
    assert main(["--root", str(checkout), "check"]) == 0
    assert "Their words" not in "".join(each.read_text() for each in (checkout / "specs").rglob("*.*"))


def test_a_dry_run_writes_nothing(checkout, capsys):
    assert bring(checkout, DOCUMENT, "--dry-run") == 0
    assert list((checkout / "specs").iterdir()) == []
    assert "4 would be written" in capsys.readouterr().out


def test_the_same_document_again_changes_nothing(checkout, capsys):
    bring(checkout)
    before = {each: each.read_bytes() for each in (checkout / "specs").rglob("*.*")}
    capsys.readouterr()
    assert bring(checkout) == 0
    assert {each: each.read_bytes() for each in (checkout / "specs").rglob("*.*")} == before
    assert capsys.readouterr().out == "records: 0 written, 4 unchanged\noperations: 4 of 4 completely\n"


def test_the_next_document_is_taken_over_and_what_people_wrote_is_kept(checkout, capsys):
    """An import never undoes a person's work."""
    bring(checkout)
    record = checkout / "specs/studio/apis/create_video.yaml"
    record.write_text(record.read_text().replace("describe: Prompt.", "describe: What should be seen."))
    shared = checkout / "specs/studio/vendor.yaml"
    shared.write_text(shared.read_text().replace("rendering: running", "rendering: queued"))
    capsys.readouterr()
    now = DOCUMENT.replace("maxLength: 500", "maxLength: 900").replace("minimum: 0", "minimum: 1")
    assert bring(checkout, now.replace("  /videos/{id}/cancel", "  /videos/{id}/stop")) == 0
    said = capsys.readouterr().out
    assert "What should be seen." in record.read_text()
    assert "max_length: 900" in record.read_text()
    assert "rendering: queued" in shared.read_text()
    assert "zoom: {type: number, minimum: 1}" in shared.read_text()
    assert "vendor-changed: api_body.prompt.max_length: was 500, is 900" in said
    assert "vendor-changed: schemas.Camera" in said
    assert "disputed-fact: tasks.video.states" in said
    assert "endpoint: was '/videos/{id}/cancel', is '/videos/{id}/stop'" in said


def test_losses_are_told_listed_and_counted(checkout, capsys):
    text = DOCUMENT.replace("schema: {type: object}", "schema: {$ref: '#/nowhere'}")
    assert bring(checkout, text, "--report", str(checkout / "report.json")) == 0
    told = capsys.readouterr()
    report = json.loads((checkout / "report.json").read_text())
    (loss,) = [each for each in report["losses"] if not each["harmless"]]
    place = f"{loss['file']}:{loss['line']}:{loss['column']}"
    assert f"{place}: lost: broken-reference: POST /videos/{{id}}/cancel: $ref '#/nowhere'" in told.err
    assert (report["operations"], report["complete"], report["with_losses"]) == (4, 3, 1)
    assert told.out.endswith("operations: 3 of 4 completely, 1 with losses (broken-reference 1)\n")
    assert text.splitlines()[loss["line"] - 1][loss["column"] - 1 :].startswith("{$ref: '#/nowhere'}")


def test_other_files_are_found_beside_a_document(checkout):
    (checkout / "parts").mkdir()
    (checkout / "parts/camera.json").write_text('{"Camera": {"type": "string", "enum": ["still", "pan"]}}')
    text = DOCUMENT.replace(
        "camera: {$ref: '#/components/schemas/Camera'}", "camera: {$ref: parts/camera.json#/Camera}"
    )
    assert bring(checkout, text) == 0
    create = next(each.model for each in vendor(checkout).operations if each.model.name == "Create Video")
    assert next(each.keywords for each in create.api_body if each.name == "camera") == ("still", "pan")


@pytest.mark.parametrize(
    "schema", ["1", "[]", "{type: {}}", "{properties: []}", "{enum: 3}", "{items: 7, type: array}"]
)
def test_nonsense_is_never_a_traceback(checkout, schema):
    assert bring(checkout, DOCUMENT.replace("{type: string, maxLength: 500, description: Their words.}", schema)) == 0
    assert main(["--root", str(checkout), "check"]) == 0


def test_three_commands_lead_to_the_first_typed_call(checkout):
    """Import, generate, call: nothing else is needed for a vendor from its document."""
    (checkout / "studio.yaml").write_text(DOCUMENT)
    rooms = [checkout / "generated", ROOT / "generator", ROOT / "runtime", ROOT / "templates"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, rooms)), "STUDIO_API_KEY": "test-key"}
    generator = [sys.executable, "-m", "mediawright_generator", "--root", str(checkout)]

    def run(*command: str) -> str:
        return subprocess.run(
            command, cwd=checkout, env=environment, check=True, capture_output=True, text=True, timeout=120
        ).stdout

    run(*generator, "import", "openapi", "studio.yaml", "--vendor", "studio")
    run(*generator, "generate")
    mock = subprocess.Popen(
        [sys.executable, "-m", "mediawright_mock", "serve", "--vendor", "studio", "--port", "0"],
        cwd=checkout, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        address = mock.stdout.readline().split()[1]
        call = (
            "from mediawright.studio import Studio\n"
            f"task = Studio(base_url={address!r}).videos.create_video(prompt='a paper boat', seconds=10)\n"
            "result = task.wait(timeout=60, poll_interval=0.01)\n"
            "print(result.outputs[0].kind)"
        )
        assert run(sys.executable, "-c", call) == "video\n"
    finally:
        mock.terminate()
        mock.wait(10)
        mock.stdout.close()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("prompt: {type: string, maxLength: 500, description: Their words.}", "video_url: {type: string}"),
        ("video_url: {type: string, format: uri}", "media_ids: {type: array, items: {type: string}}"),
        ("  /videos:\n    post:", "  /videos/{id}/again:\n    post:"),
    ],
    ids=["the address is what was sent", "ids are no addresses", "what takes the id makes nothing"],
)
def test_what_is_no_file_of_a_new_task_starts_none(checkout, before, after):
    """A wrong guess about money is worse than none."""
    text = DOCUMENT.replace(before, after)
    text = (
        text
        if "again" not in after
        else text.replace(
            "    get:\n      tags: [Videos]\n      operationId: list", "    put:\n      operationId: list"
        )
    )
    assert bring(checkout, text) == 0
    assert vendor(checkout).vendor.model.tasks == {}


def test_words_about_an_id_tell_whose_it_is(checkout):
    text = DOCUMENT.replace("  /videos/{id}:\n", "  /jobs/{id}:\n").replace("videos/{id}/cancel", "other/{id}/cancel")
    created = "{type: object, properties: {id: {type: string, description: The ID of the job that was made.}}}"
    before = "'201': {content: {application/json: {schema: {$ref: '#/components/schemas/Video'}}}}"
    text = text.replace(before, f"'201': {{content: {{application/json: {{schema: {created}}}}}}}")
    assert bring(checkout, text.replace("tags: [Videos]\n      operationId: getVideo", "operationId: getJob")) == 0
    (lifecycle,) = vendor(checkout).vendor.model.tasks.values()
    assert (lifecycle.id, lifecycle.query.operation) == ("id", "Get Job")


def test_states_are_read_from_a_sentence(checkout):
    said = "{type: string, description: 'The state, one of queued, done, failed, or cancelled. Moderated is failed.'}"
    assert (
        bring(checkout, DOCUMENT.replace("{type: string, enum: [pending, rendering, done, error, canceled]}", said))
        == 0
    )
    states = vendor(checkout).vendor.model.tasks["video"].states
    assert states == {"queued": "queued", "done": "succeeded", "failed": "failed", "cancelled": "cancelled"}


QUERY = """\
  /{name}/{{job_id}}:
    get:
      operationId: get{name}
      parameters: [{{in: path, name: job_id, required: true, schema: {{type: string}}}}]
      responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Job'}}}}}}}}}}
"""
CREATE = """\
  /{name}:
    post:
      operationId: make{name}
      responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Made'}}}}}}}}}}
"""
JOBS = """\
components:
  schemas:
    Made: {type: object, properties: {job_id: {type: string}}}
    Job:
      type: object
      properties: {status: {type: string, enum: [queued, done, failed]}, video_url: {type: string, format: uri}}
"""


@pytest.mark.parametrize(
    ("queries", "is_started"),
    [(["trims", "crops"], False), (["trims", "any"], False), (["any", "other"], False), (["any"], True)],
    ids=["of others", "of one and of any", "of two", "of any"],
)
def test_a_query_that_may_be_of_another_create_is_not_taken(checkout, queries, is_started):
    """Asked for at the wrong address, a paid task would seem to have failed."""
    parts = [CREATE.format(name=each) for each in ("trims", "fits")] + [QUERY.format(name=each) for each in queries]
    assert bring(checkout, DOCUMENT.partition("  /videos:")[0] + "".join(parts) + JOBS) == 0
    started = [each.model.name for each in vendor(checkout).operations if each.model.task]
    assert ("Makefits" in started) is is_started
