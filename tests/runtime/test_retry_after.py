from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from mediawright_runtime.retry_after import retry_after

NOW = "Sun, 06 Nov 1994 08:49:37 GMT"
LATER = "Sun, 06 Nov 1994 08:50:07 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "7"}, 1.5),
        ({"retry-after": LATER, "date": NOW}, 30),
        ({"retry-after": NOW, "date": LATER}, 0),
        ({"retry-after": LATER}, 0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": ""}, None),
    ],
)
def test_reads_seconds_dates_and_milliseconds(headers, seconds):
    assert retry_after(headers) == seconds


def test_without_the_vendors_clock_ours_counts():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 28 <= retry_after({"retry-after": later}) <= 30
