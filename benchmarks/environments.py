"""The environments that are compared, made once below `benchmarks/.environments/`."""

import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
PEER = ("openapi-python-client==0.29.1", "ruff==0.17.5")
SDKS = {"openai": "openai==3.52.0", "runwayml": "runwayml==5.24.0", "fal_client": "fal-client==1.0.3"}


def peer() -> Path:
    """Make the environment of openapi-python-client, with ruff on its path; give its folder of commands."""
    return _environment("peer", PEER, " ".join(PEER))


def sdk(name: str) -> Path:
    """Make the environment of another client for paid media; give its folder of commands."""
    return _environment(name, (SDKS[name],), SDKS[name])


def base() -> Path:
    """Make an environment with the base install of this checkout and nothing else; give its folder of commands."""
    sources = (path for room in ("generated", "runtime") for path in (ROOT / room).rglob("*.py"))
    identity = sha256(b"".join(path.read_bytes() for path in sorted(sources)) + (ROOT / "pyproject.toml").read_bytes())
    return _environment("base", (str(ROOT),), identity.hexdigest())


def _environment(name: str, packages: tuple[str, ...], identity: str) -> Path:
    folder = HERE / ".environments" / name
    stamp = folder / "made-of"
    if not stamp.exists() or stamp.read_text() != identity:
        venv.create(folder, clear=True, with_pip=True)
        install = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*map(str, install), *packages], check=True, stderr=subprocess.DEVNULL)
        stamp.write_text(identity)
    return folder / "bin"


def own() -> Path:
    """Give the folder of commands of the environment that this runs in."""
    return Path(sys.executable).parent
