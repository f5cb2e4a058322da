"""How long an exchange may take, as a caller says it."""

import math
import pickle
import subprocess
import sys

import pytest

from mediawright_runtime.errors import ConfigurationError
from mediawright_runtime.timeout import Timeout, taken


def test_a_number_stands_for_each_phase():
    assert taken(5) == Timeout(5, 5, 5, 5)
    assert taken(5).phases == (5, 5, 5, 5)
    assert taken(5).total is None


def test_what_is_not_given_stays_as_it_is():
    assert taken(None) is None
    assert taken(Timeout(read=7)) == Timeout(10, 7, 60, 60)


@pytest.mark.parametrize("name", ["connect", "read", "write", "pool", "total"])
@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, True, "5"])
def test_what_is_no_number_of_seconds_is_refused(name, value):
    with pytest.raises(ConfigurationError, match=rf"timeout {name}=.* is not usable; give seconds above 0"):
        Timeout(**{name: value})


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, True, "5", (1, 2, 3, 4)])
def test_a_timeout_that_means_nothing_is_refused(value):
    with pytest.raises(ConfigurationError, match=r"timeout .* is not usable"):
        taken(value)


def test_only_the_total_may_be_without_bound():
    assert Timeout(total=None).total is None
    with pytest.raises(ConfigurationError, match="read=None"):
        Timeout(read=None)


@pytest.mark.parametrize(
    ("timeout", "seconds", "expected"),
    [
        (Timeout(), 30, Timeout(10, 30, 30, 30, 30)),
        (Timeout(), 5, Timeout(5, 5, 5, 5, 5)),
        (Timeout(total=20), 30, Timeout(10, 30, 30, 30, 20)),
        (Timeout(total=20), math.inf, Timeout(total=20)),
    ],
)
def test_a_deadline_bounds_every_phase_and_the_total(timeout, seconds, expected):
    assert timeout.within(seconds) == expected


@pytest.mark.parametrize("seconds", [0, -3])
def test_an_exchange_always_has_a_moment(seconds):
    """A deadline that has just passed is no error of the transport."""
    assert Timeout().within(seconds).phases == (0.01, 0.01, 0.01, 0.01)


def test_the_package_offers_it_without_loading_anything():
    """Promise: importing the package stays light."""
    code = """
import sys, mediawright
print([name for name in sys.modules if name.startswith("mediawright_runtime")])
print(mediawright.Timeout(total=3).total, mediawright.RawResponse.__name__, hasattr(mediawright, "nothing"))
"""
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout == "[]\n3 RawResponse False\n"


def test_it_pickles():
    assert pickle.loads(pickle.dumps(Timeout(total=3))) == Timeout(total=3)  # noqa: S301 (our own bytes)
