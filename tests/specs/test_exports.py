"""Every committed vendor, in every published form, as an OpenAPI document that other tools can read."""

from pathlib import Path

import pytest
from openapi_spec_validator import validate

from mediawright_generator.export.openapi import openapi_document
from mediawright_generator.load import load
from mediawright_generator.plan.contract import contract

ROOT = Path(__file__).parents[2]
VENDORS = {each.vendor.model.name: each for each in load(ROOT / "specs", ROOT)[0]}
ALTERNATIVES = [
    (name, each.model.name)
    for name, vendor in VENDORS.items()
    for each in vendor.operations
    if each.model.alternative_of
]


def operations(document):
    return [each for path in document["paths"].values() for key, each in path.items() if key in {"get", "post"}]


@pytest.mark.parametrize("name", VENDORS)
def test_a_vendor_is_a_valid_document_with_all_its_primary_operations(name):
    document = openapi_document(contract(VENDORS[name]))

    validate(document)
    primary = [each for each in VENDORS[name].operations if each.model.alternative_of is None]
    assert len(operations(document)) == len(primary)


@pytest.mark.parametrize(("name", "alternative"), ALTERNATIVES)
def test_an_alternative_takes_the_place_of_its_primary(name, alternative):
    document = openapi_document(contract(VENDORS[name]), [alternative])

    validate(document)
    assert alternative in {each["summary"] for each in operations(document)}


def test_credentials_are_the_vendors():
    sets = openapi_document(contract(VENDORS["akool"]))
    joined = openapi_document(contract(VENDORS["tomoviee"]))

    schemes = sets["components"]["securitySchemes"]
    (create,) = (each for each in operations(sets) if each["operationId"] == "talking_photo_create")
    security = create.get("security", sets.get("security"))
    assert [{schemes[name]["type"] for name in each} for each in security] == [{"apiKey"}, {"http"}]
    assert "basic" in {each.get("scheme") for each in joined["components"]["securitySchemes"].values()}
