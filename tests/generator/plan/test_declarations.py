"""Declarations say what the contract says."""

from mediawright_generator.plan.declarations import operation_declaration
from mediawright_generator.spec import Operation


def declared(*parameters):
    common = {"in": "body", "type": "string", "required": False}
    body = [{"wire_name": each["name"], "python_name": each["name"], **common, **each} for each in parameters]
    operation = {
        "name": "Boat",
        "python": "text_to_image.boat",
        "method": "POST",
        "endpoint": "/boat",
        "api_body": body,
        "rules": [],
        "body": {},
        "output_kind": "image",
    }
    record = Operation(name="Boat", category="text_to_image", method="POST", endpoint="/boat")
    return operation_declaration(operation, record, "BoatRequest", "BoatResponse")


def test_a_default_that_is_empty_stands():
    assert "default=''" in declared({"name": "style", "default": "", "send_default": True})
    assert "default=()" in declared({"name": "tags", "type": "array", "items": {"type": "string"}, "default": []})
    assert "default" not in declared({"name": "style"})


def test_a_closed_list_of_numbers_is_closed_in_an_array_too():
    levels = {"name": "levels", "type": "array", "items": {"type": "number", "keywords": [0.5, 1.5]}}

    assert "then={'levels': Constraint(values=(0.5, 1.5)" in declared(levels)
    assert "Rule" not in declared({**levels, "open": True})
