"""What a test holds of a mock: the record of what came in, and faults on demand."""

import httpx
import pytest

from mediawright_mock.faults import Fault, FaultError
from mediawright_mock.in_process import LocalMock

BIG = "/generation/big"


@pytest.fixture(name="mock")
def local_mock(read_contract):
    return LocalMock(read_contract())


@pytest.fixture(name="create")
def creating(mock):
    client = mock.http_client(base_url=mock.url, headers={"X-API-KEY": "k1"})
    return lambda path=BIG: client.post(path, json={"data": {"prompt": "a boat"}}).status_code


@pytest.mark.parametrize("fault", ["error_500", Fault("error_500")])
def test_a_fault_hits_the_next_call(mock, create, fault):
    assert create() == 200
    mock.fail(fault)
    assert [create(), create()] == [500, 200]


def test_a_fault_hits_the_calls_that_it_names(mock, create):
    mock.fail("unavailable", "text_to_image.*", first=2, times=None)
    assert [create("/generation/painter") for _ in range(3)] == [200, 503, 503]
    assert create() == 200


def test_what_is_no_fault_is_said_at_once(mock):
    with pytest.raises(FaultError, match="'explode' is no fault"):
        mock.fail("explode")


def test_a_server_takes_faults_while_it_runs(server):
    server.fail("error_500")
    answers = [httpx.post(f"{server.url}{BIG}", headers={"X-API-KEY": "k"}) for _ in range(2)]
    assert [each.status_code for each in answers] == [500, 200]
