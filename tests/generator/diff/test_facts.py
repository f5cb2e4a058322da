"""Every key of the format is compared, or it is said why a change of it is none."""

from pathlib import Path

import pytest

import mediawright_generator.diff as package
from mediawright_generator.spec import Operation, Parameter, Vendor
from mediawright_generator.spec.vendor import Callback, Credential, Envelope, Lifecycle, Token

NO_CHANGE = {
    "title": "a word for people",
    "description": "a word for people",
    "describe": "a word for people",
    "notes": "words for people",
    "example": "an example",
    "api_request_demo": "examples; of their statuses `success_status` is compared",
    "categories": "words for people; which operations are in one is said by these",
    "sources": "where it was read",
    "disputes": "why it was written so",
    "review": "what is left to do",
    "created_at": "when it was written",
    "updated_at": "when it was written",
}
SOURCE = "".join(path.read_text("utf-8") for path in Path(next(iter(package.__path__))).glob("*.py"))


@pytest.mark.parametrize("model", [Operation, Parameter, Vendor, Lifecycle, Callback, Credential, Token, Envelope])
def test_each_key_is_compared_or_excused(model):
    for key, field in model.model_fields.items():
        assert key in NO_CHANGE or f".{key}" in SOURCE or f'"{key}"' in SOURCE, (model.__name__, field.alias or key)
