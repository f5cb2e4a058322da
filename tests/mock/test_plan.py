"""Faults hit the calls that they are planned for."""

from contextlib import contextmanager

import httpx
import pytest

from mediawright_mock.faults import Fault
from mediawright_mock.plan import Planned
from mediawright_mock.server import MockServer

BIG = "/generation/big"


@pytest.mark.parametrize(
    ("planned", "hit"),
    [
        (Planned(Fault("reset")), [1]),
        (Planned(Fault("reset"), first=2), [2]),
        (Planned(Fault("reset"), first=2, times=2), [2, 3]),
        (Planned(Fault("reset"), first=3, times=None), [3, 4]),
    ],
)
def test_a_plan_counts_calls(planned, hit):
    assert [call for call in range(1, 5) if planned.hits(call)] == hit


@contextmanager
def planned(read_contract, *faults):
    with MockServer(read_contract(), faults=faults) as server:
        yield (
            lambda path: (
                httpx.post(
                    server.url + path, json={"data": {"prompt": "a boat"}}, headers={"X-API-KEY": "k1"}
                ).status_code
            )
        )


def test_a_plan_hits_the_calls_that_it_names(read_contract):
    fault = Planned(Fault("error_500"), "text_to_music.*", first=2)
    singer = "/generation/singer"
    with planned(read_contract, fault) as post:
        assert [post(path) for path in (BIG, singer, BIG, singer, singer)] == [200, 200, 200, 500, 200]


def test_the_first_plan_that_hits_is_played_and_all_count(read_contract):
    every = Planned(Fault("unavailable"), times=None)
    second = Planned(Fault("error_500"), first=2)
    with planned(read_contract, second, every) as post:
        assert [post(BIG) for _ in range(3)] == [503, 500, 503]
