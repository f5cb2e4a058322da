"""Documented answer fields and codes, from entry to record."""

from mediawright_generator.spec.operation import ResponseCode, ResponseField

CODE = {"name": "code", "type": "integer", "describe": "0 when all went well"}
DATA = {"name": "data", "type": "object", "describe": "What was asked for"}


def answer(*fields: dict) -> dict:
    return {"list": [CODE, DATA, *fields]}


def test_field_goes_below_the_object_that_its_description_names(record, entry):
    left = {"name": "credits", "type": "integer", "describe": "What is left, located within the data object"}
    assert record(entry(api_response=answer(left))).api_response == (
        ResponseField(name="data.credits", type="integer", describe="What is left"),
    )


def test_operation_that_answers_the_identifier_starts_a_task(record, entry):
    assert record(entry()).task == "painting"
    assert record(entry(api_response=answer())).task is None


def test_query_has_its_fields_where_the_lifecycle_has_them(record, entry):
    fields = (
        {"name": "task_id", "type": "string"},
        {"name": "status", "type": "string", "describe": "Task status: waiting, done"},
        {"name": "pictures", "type": "array"},
    )
    operation = record(entry(name="Job", api_response=answer(*fields)))
    assert operation.task is None
    assert operation.api_response == (
        ResponseField(name="data.task_id", type="string"),
        ResponseField(
            name="data.status", type="string", describe="Task status: waiting, done", keywords=("waiting", "done")
        ),
        ResponseField(name="data.pictures", type="array"),
    )


def test_object_that_holds_nothing_documented_is_a_field(record, entry):
    assert [field.name for field in record(entry(api_response=answer())).api_response] == ["data"]


def test_field_without_a_home_is_named(imported, entry):
    outcome = imported(entry(api_response=answer({"name": "mood", "type": "string", "describe": "One of 3"})))
    assert [(line.field, line.reason) for line in outcome.unplaced] == [
        ("api_response.mood", "does not say in which object the field is"),
        ("api_response.mood", "no pattern reads"),
    ]


def test_type_that_contradicts_the_vendor_is_named(imported, entry):
    outcome = imported(entry(api_response={"list": [CODE | {"type": "string", "describe": ""}]}))
    assert [line.reason for line in outcome.unplaced] == ["contradicts type 'integer' of every answer"]


def test_codes_beside_those_of_the_vendor(record, entry):
    rows = [
        {"code": "0", "describe": "Success"},
        {"code": "40001", "describe": "Wrong key"},
        {"code": "E-7", "describe": "Odd"},
        {"code": "007", "describe": "Secret"},
    ]
    assert record(entry(api_code_demo={"list": rows})).api_code_demo == (
        ResponseCode(code=40001, describe="Wrong key"),
        ResponseCode(code="E-7", describe="Odd"),
        ResponseCode(code="007", describe="Secret"),
    )
