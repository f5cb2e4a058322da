"""Declarations say what the contract says."""

from mediawright_generator.plan.declarations import operation_declaration, vendor_declaration
from mediawright_generator.spec import Operation, Vendor


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


def test_documented_limits_are_declared_and_others_have_no_place():
    vendor = {"name": "acme", "title": "Acme", "client": "Acme", "servers": ({"url": "https://acme.example"},)}
    limits = {"concurrent_tasks": 3, "rate": {"requests": 60, "seconds": 60}}

    declared = vendor_declaration(Vendor(**vendor, limits=limits), "mediawright.acme", {})

    assert "limits=Limits(concurrent_tasks=3, rate=(60, 60))" in declared
    assert "limits" not in vendor_declaration(Vendor(**vendor), "mediawright.acme", {})


def test_a_file_is_declared_with_its_limits_as_numbers():
    media = {
        "kind": "image",
        "formats": ["png"],
        "max_megabytes": 20,
        "min_size": "300x200",
        "exclusive_max_ratio": "0.3:1",
    }
    said = declared({"name": "picture", "media": media})
    assert (
        "media=Media(kind='image', formats=('png',), limits=(Limit(fact='megabytes', bound='max', value=(20,))" in said
    )
    assert "Limit(fact='size', bound='min', value=(300, 200))" in said
    assert "Limit(fact='ratio', bound='exclusive_max', value=(3, 10))" in said
    assert "allowed='an image (png), at most 20 MB, at least 300x200 pixels, aspect ratio less than 0.3:1'" in said
    assert "Media" not in declared({"name": "picture"})
