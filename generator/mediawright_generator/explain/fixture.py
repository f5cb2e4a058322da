"""The examples of a rule: its bad spec, what is said of it, and its good twin, from the folder of its fixture."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shown:
    """One file of an example: its path below specs/, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Fixture:
    """A bad spec, the lines that it yields, and its good twin."""

    bad: tuple[Shown, ...]
    told: tuple[str, ...]
    good: tuple[Shown, ...]


def fixture_of(folder: Path) -> Fixture | None:
    """Read the fixture of a rule; none where there is no such folder."""
    told = folder / "expected.txt"
    if not told.is_file():
        return None
    lines = told.read_text(encoding="utf-8").splitlines()
    bad, good = (tuple(_files(folder, twin)) for twin in ("bad", "good"))
    return Fixture(bad, tuple(lines), good)


def _files(folder: Path, twin: str) -> Iterator[Shown]:
    record = folder / f"{twin}.yaml"
    if record.is_file():
        yield Shown("acme/apis/record.yaml", _text(record))
    for path in sorted(folder.glob(f"{twin}/**/*")):
        if path.is_file():
            yield Shown(path.relative_to(folder / twin).as_posix(), _text(path))


def _text(path: Path) -> str:
    """Show bytes that are no text as escapes."""
    return path.read_bytes().decode("utf-8", errors="backslashreplace")
