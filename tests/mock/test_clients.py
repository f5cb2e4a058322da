"""Clients of mocked vendors: no key, no wait, no socket left."""

import asyncio
import time

import pytest

import mediawright_mock
from mediawright.errors import TaskFailedError, VendorError, WaitTimeoutError
from mediawright_mock.contract import ContractError, known_vendors

CREATE = {"image": "https://example.com/in.png", "prompt": "a slow push-in", "duration": "8s"}


@pytest.fixture(name="mock", params=[mediawright_mock.local, mediawright_mock.serve])
def either_mock(request):
    with request.param("mediaio", polls=9) as mock:
        yield mock


def test_a_whole_round_takes_no_time_and_no_key(mock, tmp_path):
    """Promise: an application's tests wait for nothing, though the vendor would take a minute."""
    started = time.monotonic()
    result = mock.client().image_to_video.kling_3_0(**CREATE).wait(timeout=600)
    (path,) = result.save(tmp_path)
    assert path.read_bytes()[4:8] == b"ftyp"
    assert time.monotonic() - started < 20
    assert mock.counts["tasks.result"] == 9


def test_an_asynchronous_client_does_it_too(mock, tmp_path):
    async def whole():
        async with mock.async_client() as client:
            result = await (await client.image_to_video.kling_3_0(**CREATE)).wait(timeout=600)
            return await result.save(tmp_path)

    (path,) = asyncio.run(whole())
    assert path.read_bytes()[4:8] == b"ftyp"


def test_no_proxy_stands_between_a_client_and_its_mock(mock, monkeypatch, tmp_path):
    """Promise: what a test sends stays on this machine, whatever stands in the environment."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert mock.client().image_to_video.kling_3_0(**CREATE).wait(timeout=600).save(tmp_path)

    async def whole():
        async with mock.async_client() as client:
            return await client.account.credits()

    assert asyncio.run(whole()).code == 0


def test_what_the_vendor_says_of_the_mock_is_not_starred_out(mock):
    mock.fail("task_ends;reason=the mock says no", "image_to_video.*")
    with pytest.raises(TaskFailedError, match="the mock says no"):
        mock.client().image_to_video.kling_3_0(**CREATE).wait(timeout=600)


def test_a_wait_that_is_too_long_ends_at_its_timeout(mock):
    """The clock of a client in a hurry goes on by what it would have slept."""
    with pytest.raises(WaitTimeoutError):
        mock.client().image_to_video.kling_3_0(**CREATE).wait(timeout=20)


def test_a_client_may_take_its_time(mock):
    client = mock.client(hurry=False)
    started = time.monotonic()
    with pytest.raises(WaitTimeoutError):
        client.image_to_video.kling_3_0(**CREATE).wait(timeout=0.3, poll_interval=0.1)
    assert time.monotonic() - started >= 0.2


def test_a_fixed_credential_is_the_clients(tmp_path):
    with mediawright_mock.local("mediaio", credentials={"api_key": "k2"}) as mock:
        assert mock.client().account.credits()
        with pytest.raises(VendorError):
            mock.client(api_key="k1").account.credits()


@pytest.mark.parametrize("vendor", known_vendors())
def test_every_vendor_has_clients(vendor):
    with mediawright_mock.local(vendor) as mock:
        assert mock.url in repr(mock.client())
        assert mock.url in repr(mock.async_client())


def test_a_vendor_without_a_package_is_said_to_have_no_client(write_contract):
    with mediawright_mock.local(write_contract()) as mock, pytest.raises(ContractError, match="'acme' has no client"):
        mock.client()


def test_an_unknown_vendor_is_said_with_the_known_ones():
    with pytest.raises(ContractError, match="mediaio"):
        mediawright_mock.local("nobody")
