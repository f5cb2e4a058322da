"""The environments that are compared, made once below `benchmarks/.environments/`."""

import shutil
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
PEER = ("openapi-python-client==0.29.1", "ruff==0.17.5")
PRISM = "@stoplight/prism-cli@5.14.2"
SDKS = {"openai": "openai==3.52.0", "runwayml": "runwayml==5.24.0", "fal_client": "fal-client==1.0.3"}


def peer() -> Path:
    """Make the environment of openapi-python-client, with ruff on its path; give its folder of commands."""
    return _environment("peer", PEER, " ".join(PEER))


def sdk(name: str) -> Path:
    """Make the environment of another client for paid media; give its folder of commands."""
    return _environment(name, (SDKS[name],), SDKS[name])


def prism() -> Path | None:
    """Install Prism; give its command, or None where there is no node or its registry does not give it."""
    folder = HERE / ".environments" / "prism"
    command = folder / "node_modules" / ".bin" / "prism"
    npm = shutil.which("npm")
    if not command.exists() and npm:
        folder.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), PRISM]
        subprocess.run(install, check=False, stderr=subprocess.DEVNULL)
    return command if command.exists() else None


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
