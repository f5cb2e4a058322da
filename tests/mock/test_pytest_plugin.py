"""The fixture as another project has it: installed, and found by its entry point."""

import os
import subprocess
import sys
from importlib.metadata import entry_points

import httpx
import pytest

CREATE = {"image": "https://example.com/in.png", "prompt": "a slow push-in", "duration": "8s"}
_HEAVY = ("asyncio", "email", "httptools", "httpx", "json", "jsonschema_rs", "mediawright_mock.mock", "pydantic")


@pytest.mark.parametrize("in_process", [False, True])
def test_a_vendor_is_played_for_one_test(mock_vendor, in_process):
    mock = mock_vendor("mediaio", in_process=in_process)
    mock.fail("rate_limited;retry_after=1", "tasks.*")
    assert mock.client().image_to_video.kling_3_0(**CREATE).wait().outputs
    assert mock.creates == {"image_to_video.kling_3_0": 1}


def test_several_vendors_play_in_one_test(mock_vendor):
    first, second = mock_vendor("mediaio"), mock_vendor("akool")
    assert first.url != second.url
    assert httpx.get(second.url).json()["vendor"] == "akool"


def test_the_plugin_is_found_by_pytest():
    assert [each.value for each in entry_points(group="pytest11") if each.value.startswith("mediawright")] == [
        "mediawright_mock.pytest_plugin"
    ]


def test_everything_ends_with_the_test(tmp_path):
    done = _run(
        tmp_path,
        """
        import httpx, pytest
        urls = []
        def test_one(mock_vendor):
            mock = mock_vendor("mediaio")
            urls.append(mock.url)
            mock.client().account.credits()
        def test_two():
            with pytest.raises(httpx.ConnectError):
                httpx.get(urls[0])
        """,
    )
    assert "2 passed" in done.stdout, done.stdout


def test_a_missing_extra_says_what_to_install(tmp_path):
    (tmp_path / "httptools.py").write_text("raise ModuleNotFoundError('none', name='httptools')", encoding="utf-8")
    done = _run(tmp_path, "def test_one(mock_vendor):\n    mock_vendor('mediaio')\n")
    assert "httptools is not installed; install it with: pip install 'mediawright[mock]'" in done.stdout


def test_a_run_without_the_fixture_loads_nothing_for_it():
    """Promise: whoever has the package installed pays nothing for it in other tests."""
    program = (
        "import sys, pytest; old = {*sys.modules}; import mediawright_mock.pytest_plugin; print(*{*sys.modules} - old)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "mediawright_mock.pytest_plugin" in loaded
    assert not loaded & set(_HEAVY)


def _run(folder, text):
    import textwrap

    (folder / "test_it.py").write_text(textwrap.dedent(text), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "mediawright_mock.pytest_plugin", str(folder)]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=alone)
