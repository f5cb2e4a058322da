"""What an import infers never costs a record, and never leaves specs with errors."""

HEAD = """\
openapi: 3.1.0
info: {title: Studio, version: "1"}
servers: [{url: "https://api.studio.example"}]
paths:
  /videos:
    post:
      operationId: makeVideo
      requestBody: {content: {application/json: {schema: {type: object, properties: {prompt: {type: string}}}}}}
      responses: {"200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/V"}}}}}
  /videos/{id}:
    get:
      operationId: getVideo
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/V"}}}}}
"""
SCHEMAS = """\
components:
  schemas:
    V:
      type: object
      properties:
        id: {type: string}
        status: {type: string, enum: [queued, polishing, done, failed]}
        video_url: {type: string, format: uri}
    E: {type: object, properties: {massage: {type: string}, message: {type: string}}}
"""
ANSWER = "content: {application/json: {schema: {type: object, properties: {%s: {type: string}}}}}"


def test_a_word_whose_meaning_is_unclear_is_no_end_and_is_marked(brought):
    """A task is never taken for ended by a guess."""
    found = brought(HEAD + SCHEMAS)
    (lifecycle,) = found.vendor.tasks.values()
    assert lifecycle.states == {"queued": "queued", "polishing": "running", "done": "succeeded", "failed": "failed"}
    assert "nothing tells whether a task ends with polishing" in found.vendor.review[0].note


def test_what_has_an_id_of_its_own_is_kept_beside_tasks(brought):
    other = f"  /folders:\n    post:\n      operationId: makeFolder\n      responses: {{'200': {{{ANSWER % 'id'}}}}}\n"
    found = brought(HEAD + other + SCHEMAS)
    assert {"Make Video", "Get Video", "Make Folder"} == {*found.records}
    assert found.records["Make Video"].task
    assert found.lost() == []


def test_the_message_of_errors_is_kept_where_only_errors_have_it(brought):
    errors = (
        "  /folders:\n    get:\n      operationId: listFolders\n      responses:\n"
        f"        '200': {{{ANSWER % 'messages'}}}\n"
        "        '400': {content: {application/json: {schema: {$ref: '#/components/schemas/E'}}}}\n"
    )
    found = brought(HEAD + errors + SCHEMAS)
    assert found.vendor.envelope.message == "message"
    assert found.lost() == []


def test_a_lifecycle_that_breaks_a_rule_is_left_out_and_listed(brought):
    text = (HEAD + SCHEMAS).replace("id: {type: string}", "video_id: {type: string}").replace("{id}", "{video_id}")
    text = text.replace("name: id", "name: video_id")
    other = (
        "  /upload:\n    post:\n      operationId: uploadVideo\n"
        f"      responses: {{'200': {{{ANSWER % 'video_id'}}}}}\ncomponents:\n"
    )
    found = brought(text.replace("components:\n", other))
    assert {*found.records} == {"Make Video", "Get Video", "Upload Video"}
    assert found.vendor.tasks == {}
    assert found.aside() == ["lifecycle"]
    assert found.records["Make Video"].task is None


def test_a_parameter_that_no_record_can_have_is_left_out_alone(with_body):
    """A document that nobody expected leaves no traceback."""
    found = with_body('type: object\nproperties: {"": {type: integer}}')
    assert found.lost() == ["parameter-left-out"]
    assert found.record.api_body == ()
