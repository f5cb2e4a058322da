"""The next version follows semantic versioning, before 1.0 as after."""

import pytest

from mediawright_generator.review.version import propose


def totals(breaking=0, dangerous=0, safe=0):
    return {"breaking": breaking, "dangerous": dangerous, "safe": safe}


@pytest.mark.parametrize(
    ("current", "changes", "proposed", "bump"),
    [
        ("0.1.3", totals(1, 1, 1), "0.2.0", "minor"),
        ("0.1.3", totals(0, 1), "0.1.4", "patch"),
        ("0.1.3", totals(0, 0, 1), "0.1.4", "patch"),
        ("0.1.3", totals(), "0.1.3", "none"),
        ("1.4.2", totals(1), "2.0.0", "major"),
        ("1.4.2", totals(0, 1), "1.5.0", "minor"),
        ("1.4.2", totals(0, 0, 1), "1.5.0", "minor"),
        ("1.4.2", totals(), "1.4.2", "none"),
        ("10.0.0rc1", totals(1), "11.0.0", "major"),
        ("", totals(1), "", "major"),
        ("dynamic", totals(), "", "none"),
    ],
)
def test_the_worst_change_decides(current, changes, proposed, bump):
    found = propose(current, changes)
    assert (found.proposed, found.bump) == (proposed, bump)
    assert found.why
