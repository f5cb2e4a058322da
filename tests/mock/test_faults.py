"""A fault is a value that a header, a file or a test can name."""

import pickle

import pytest

from mediawright_mock.faults import Fault, FaultError, read_fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("reset", Fault("reset")),
        ("reset;accepted=yes", Fault("reset", accepted=True)),
        ("late ; seconds = 0.5", Fault("late", seconds=0.5)),
        ("rate_limited;retry_after=7;form=date", Fault("rate_limited", retry_after=7, form="date")),
        ("error_code;code=3001;", Fault("error_code", code=3001)),
        ("error_code;code=QUOTA", Fault("error_code", code="QUOTA")),
    ],
)
def test_a_header_names_a_fault(text, fault):
    assert read_fault(text) == fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("explode", "'explode' is no fault; ask for one of late, hang, reset"),
        ("late;seconds", "'seconds' is no parameter of a fault; give one of accepted, seconds"),
        ("late;minutes=1", "'minutes=1' is no parameter"),
        ("late;seconds=soon", "seconds='soon' cannot be read; give a number"),
        ("late;seconds=-1", "seconds=-1.0 cannot pass"),
        ("late;seconds=nan", "seconds=nan cannot pass"),
        ("reset;accepted=maybe", "accepted='maybe' cannot be read; give yes or no"),
        ("rate_limited;form=weeks", "form='weeks' is not known; give one of seconds, date, ms"),
        ("cut;kept=1", "kept=1.0 is no part of an answer"),
        ("rate_limited;retry_after=inf", "retry_after=inf cannot pass; give 0 to 1000000000"),
        ("late;seconds=1e300", "seconds=1e+300 cannot pass; give 0 to 1000000000"),
    ],
)
def test_what_is_no_fault_is_refused_in_words(text, said):
    with pytest.raises(FaultError) as caught:
        read_fault(text)
    assert str(caught.value).startswith(said)


def test_data_names_a_fault():
    """A scenario file holds the same words: they are the fields."""
    read = {"name": "late", "seconds": 2, "accepted": False}
    assert Fault(**read) == read_fault("late;seconds=2;accepted=no")


def test_a_fault_comes_after_the_work_where_that_is_usual():
    assert Fault("late").follows_work
    assert not Fault("error_500").follows_work
    assert Fault("error_500", accepted=True).follows_work


def test_a_fault_pickles():
    fault = Fault("late", seconds=1)
    assert pickle.loads(pickle.dumps(fault)) == fault  # noqa: S301 (our own bytes)
