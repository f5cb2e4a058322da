"""What a document says of a notice at a task's end becomes the vendor's callback; any other notice is lost."""

import pytest

from mediawright_generator.cli import main
from mediawright_generator.importer.text import vendor_text

VIDEO = """\
      type: object
      properties:
        id: {type: string}
        status: {type: string, enum: [queued, running, succeeded, failed]}
        error: {type: string}
        video_url: {type: string, format: uri}
"""
NOTICE = VIDEO.replace("queued, running, ", "")
HEAD = f"""\
openapi: 3.1.0
info: {{title: Studio, version: "1"}}
servers: [{{url: "https://api.studio.example"}}]
components:
  schemas:
    Video:
{VIDEO}
    Notice:
{NOTICE}
"""
SENT = "{content: {application/json: {schema: %s}}}"
ANSWER = "responses: {'200': %s}" % (SENT % "{$ref: '#/components/schemas/Video'}")
POSTED = f"post: {{requestBody: {SENT}, responses: {{}}}}"
NOTICED = POSTED % "{$ref: '#/components/schemas/Notice'}"


def _document(callbacks="", webhooks="", sent="notify_url: {type: string, format: uri}"):
    called = f"\n      callbacks: {callbacks}" if callbacks else ""
    return f"""{HEAD}
paths:
  /videos:
    post:
      operationId: createVideo
      requestBody:
        required: true
        content: {{application/json: {{schema: {{type: object, required: [prompt], properties: {{
          prompt: {{type: string}}, {sent}}}}}}}}}{called}
      {ANSWER}
  /videos/{{id}}:
    get:
      operationId: getVideo
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      {ANSWER}
{"webhooks: " + webhooks if webhooks else ""}
"""


def test_a_callback_tells_of_the_task_of_its_create(brought):
    found = brought(_document(f"{{done: {{'{{$request.body#/notify_url}}': {{{NOTICED}}}}}}}"))

    callback = found.vendor.callback
    assert (callback.task, callback.id, callback.status, callback.reason) == ("video", "id", "status", "error")
    assert [(each.path, each.kind) for each in callback.outputs] == [("video_url", "video")]
    assert callback.parameter == "notify_url"
    assert found.lost() == []
    assert "callback" in [each.fact for each in found.vendor.review]
    assert "callback:" in vendor_text(found.vendor)


def test_the_address_of_a_callback_may_be_one_that_no_parameter_takes(brought):
    found = brought(_document(f"{{done: {{'https://you.example/done': {{{NOTICED}}}}}}}"))

    assert (found.vendor.callback.task, found.vendor.callback.parameter) == ("video", None)


def test_a_webhook_tells_of_the_one_kind_of_task(brought):
    found = brought(_document(webhooks=f"{{videoDone: {{{NOTICED}}}}}"))

    assert (found.vendor.callback.task, found.vendor.callback.parameter) == ("video", None)
    assert found.lost() == []


@pytest.mark.parametrize(
    "body",
    [
        "{type: object, properties: {id: {type: string}, status: {type: string}}}",
        "{type: object, properties: {id: {type: string}, video_url: {type: string, format: uri}}}",
        "{type: object, properties: {status: {type: string}, video_url: {type: string, format: uri}}}",
        "{type: object, properties: {id: {}, video_url: {type: string}, status: {type: string, enum: [paid, due]}}}",
        "{type: string}",
    ],
)
def test_what_does_not_tell_of_a_tasks_end_is_lost(brought, body):
    posted = POSTED % body
    found = brought(_document(f"{{other: {{'{{$request.body#/notify_url}}': {{{posted}}}}}}}"))
    assert (found.vendor.callback, found.lost()) == (None, ["callback"])

    found = brought(_document(webhooks=f"{{other: {{{posted}}}}}"))
    assert (found.vendor.callback, found.lost()) == (None, ["webhook"])


def test_of_notices_that_differ_the_first_is_taken_and_the_other_is_lost(brought):
    other = NOTICED.replace("Notice", "Video").replace("'#/components/schemas/Video'", "'#/components/schemas/Other'")
    schema = "    Other:\n" + NOTICE.replace("id:", "video_id:", 1).replace("video_url", "file_url")
    text = _document(
        f"{{done: {{'{{$request.body#/notify_url}}': {{{NOTICED}}}}}}}", f"{{again: {{{other}}}}}"
    ).replace("paths:", f"{schema}\npaths:", 1)
    found = brought(text)

    assert [each.path for each in found.vendor.callback.outputs] == ["video_url"]
    assert found.lost() == ["webhook"]


def test_imported_again_it_follows_the_vendor(checkout, capsys):
    document = checkout / "studio.yaml"
    text = _document(f"{{done: {{'{{$request.body#/notify_url}}': {{{NOTICED}}}}}}}")
    arguments = ["--root", str(checkout), "import", "openapi", str(document), "--vendor", "studio"]
    document.write_text(text)
    assert main(arguments) == 0
    document.write_text(text.replace("video_url", "file_url"))

    assert main(arguments) == 0
    assert "vendor-changed: callback.outputs" in capsys.readouterr().out
    assert "path: file_url" in (checkout / "specs/studio/vendor.yaml").read_text().partition("callback:")[2]
