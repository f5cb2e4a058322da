import asyncio
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import effort  # noqa: F401 (its profile is there when one is chosen)


@pytest.fixture(scope="session", name="runs")
def what_runs_coroutines():
    """Gives what a call came to, of whichever kind the client is."""
    with asyncio.Runner() as runner:
        yield lambda called: runner.run(called) if asyncio.iscoroutine(called) else called
