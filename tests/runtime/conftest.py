import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "samples"))

from acme_world import World


@pytest.fixture(params=["sync", "async"])
def world(request):
    """A client, synchronous or asynchronous, its recorded transport and its virtual clock."""
    return World(request.param)


@pytest.fixture(params=["sync", "async"])
def world_of(request):
    """Makes such a world for the clients of another vendor, with their credentials."""
    return lambda clients, **credentials: World(request.param, clients, **credentials)
