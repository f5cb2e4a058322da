"""Formats emitted Python with ruff: once, over one temporary tree."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mediawright_generator.cache import Shelf, key_of

_LENGTH = "--line-length=120"
_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version=py311")
_FIRST_PARTY = "lint.isort.known-first-party=['mediawright', 'mediawright_generator', 'mediawright_runtime']"
_FIX = ("check", *_COMMON, _LENGTH, "--fix", "--select=F401,I,UP,TC005,RUF022,PIE790", f"--config={_FIRST_PARTY}")
_FORMAT = ("format", *_COMMON, _LENGTH)


class FormattingError(Exception):
    """Emitted Python that ruff cannot read: a fault of a template, never of a spec."""


def format_all(texts: Mapping[str, str], made: Shelf) -> dict[str, str]:
    """Prune imports and lay out all Python files; other files stay. `made` keeps what was formatted before."""
    keys = {path: key_of(path, text) for path, text in texts.items() if path.endswith(".py")}
    return dict(texts) | made.made(keys, lambda missing: _format({path: texts[path] for path in missing}))


def _format(sources: Mapping[str, str]) -> dict[str, str]:
    with TemporaryDirectory(prefix="mediawright-") as folder:
        root = Path(folder)
        _lay_out(root, sources)
        for arguments in (_FIX, _FORMAT):
            _ruff(arguments, root)
        return {path: root.joinpath(path).read_text(encoding="utf-8") for path in sources}


def _lay_out(root: Path, sources: Mapping[str, str]) -> None:
    for folder in {root.joinpath(path).parent for path in sources}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in sources.items():
        root.joinpath(path).write_text(text, encoding="utf-8", newline="\n")


def _ruff(arguments: tuple[str, ...], root: Path) -> None:
    done = subprocess.run(  # noqa: S603  our own arguments
        [_executable(), *arguments, "."], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FormattingError(f"ruff {arguments[0]} refuses emitted code: {done.stdout or done.stderr}")


def _executable() -> str:
    beside = Path(sys.executable).parent / "ruff"
    return str(beside) if beside.exists() else "ruff"
