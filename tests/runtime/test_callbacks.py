"""Checks of callbacks."""

import pytest
from fictional import AsyncLyra, AsyncNova, Lyra, Nova

from mediawright_runtime import testing

SECRETS = {"client_id": "client-id-0123456789", "client_secret": "0123456789abcdef01234567"}
SEALED = testing.Subject("", credentials=SECRETS, tokens={"token": "t"})
PLAIN = testing.Subject("", credentials={"app_key": "key-123456", "app_secret": "secret-123456"})
SEAL = {
    "payload": "dataEncrypt",
    "key": "client_secret",
    "iv": "client_id",
    "signature": "signature",
    "digest": "sha1",
    "signed": ["{client_id}", "timestamp", "nonce", "dataEncrypt"],
    "timestamp": "timestamp",
}
PAYLOAD = {"_id": "v1", "status": 3, "url": "https://8.8.8.8/a.mp4"}
EXPECT = {"id": "v1", "state": "succeeded", "raw": 3, "outputs": ["https://8.8.8.8/a.mp4"], "kinds": ["video"]}


@pytest.mark.parametrize("client", [Nova, AsyncNova])
def test_a_callback_that_is_sealed_by_the_record(client):
    testing.check_callback(client, SEALED, PAYLOAD, EXPECT, SEAL)
    with pytest.raises(AssertionError, match="the call raised WebhookError"):
        testing.check_callback(client, SEALED, PAYLOAD, EXPECT, {**SEAL, "digest": "sha256"})


@pytest.mark.parametrize("client", [Nova, AsyncNova])
@pytest.mark.parametrize(("fact", "value"), [("id", "v2"), ("state", "failed"), ("raw", 4), ("kinds", ["image"])])
def test_what_a_callback_says_is_compared(client, fact, value):
    with pytest.raises(AssertionError, match=f"{fact} differs"):
        testing.check_callback(client, SEALED, PAYLOAD, {**EXPECT, fact: value}, SEAL)


@pytest.mark.parametrize("client", [Lyra, AsyncLyra])
def test_a_callback_without_a_seal(client):
    payload = {"task_id": "t1", "status": 3, "result": '{"audio_path": ["https://8.8.8.8/a.mp3"]}'}
    files = {"kinds": ["audio"], "outputs": ["https://8.8.8.8/a.mp3"]}
    testing.check_callback(client, PLAIN, payload, {"id": "t1", "state": "succeeded", "raw": 3, **files})
