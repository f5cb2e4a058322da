import json

import pytest
from acme_client.operations.text_to_video import big_model
from acme_client.vendor import VENDOR

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.handle import Handle, read_token


def test_a_token_is_small_versioned_json():
    """Promise: a token stays below 400 bytes and holds nothing but what leads back to the task."""
    token = Handle(VENDOR, big_model.OPERATION, "019b2f3c-6a51-7d2e-8c9f-0a1b2c3d4e5f").token
    assert len(token.encode()) < 400
    assert json.loads(token) == {
        "v": 1,
        "vendor": "acme",
        "operation": "text_to_video.big_model",
        "id": "019b2f3c-6a51-7d2e-8c9f-0a1b2c3d4e5f",
    }


@pytest.mark.parametrize("id_", ["t1", 17])
def test_a_token_leads_back(id_):
    assert read_token(Handle(VENDOR, big_model.OPERATION, id_).token, VENDOR) == ("text_to_video.big_model", id_)


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ('{"v":2,"vendor":"acme","operation":"a.b","id":"t"}', "is of version 2"),
        ('{"v":1,"vendor":"other","operation":"a.b","id":"t"}', "is a task of vendor 'other'"),
        ('{"v":1,"vendor":"acme","operation":"a.b"}', "is not a token"),
        ('{"v":1,"vendor":"acme","operation":"a.b","id":null}', "is not a token"),
        ("t1", "is not a token"),
        ("[]", "is not a token"),
        ("", "is not a token"),
        (None, "is not a token"),
    ],
)
def test_what_is_no_token_of_this_vendor_is_refused(token, why):
    with pytest.raises(InvalidRequestError, match=why) as caught:
        read_token(token, VENDOR)
    assert caught.value.field == "token"
