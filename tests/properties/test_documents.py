"""Promise: a mock does what the exported document says, whatever is sent to it, and nothing brings it down.

Schemathesis is another maintained reading of OpenAPI, and shares no code with mock or exporter.
"""

import pytest
from documents import SUBJECTS, examine


@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_schemathesis_finds_nothing(subject):
    run = examine(subject, "--max-examples", "15", "--generation-deterministic", "--continue-on-failure")
    assert not run.failed, run.said
    assert run.alive
    assert run.counts.keys() >= (subject.operations if subject.alternative is None else set())
