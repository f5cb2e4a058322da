"""Writes record files, and leaves alone what stands there already."""

from dataclasses import dataclass
from pathlib import Path

from mediawright_generator.importer.text import record_text
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation
from mediawright_generator.spec.naming import slug


@dataclass(frozen=True, slots=True)
class WrittenRecords:
    """The files that were written, those that said the same already, and those that were left alone."""

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_records(records: tuple[Operation, ...], folder: Path, *, overwrite: bool = False) -> WrittenRecords:
    """Write one file per record; a file that says something else is left alone unless it may be overwritten."""
    texts = {folder / f"{slug(record.name)}.yaml": record_text(record).encode() for record in records}
    found = {path: path.read_bytes() if path.exists() else None for path in texts}
    unchanged = tuple(path for path in texts if found[path] == texts[path])
    kept = () if overwrite else tuple(path for path in texts if found[path] not in (None, texts[path]))
    written = tuple(path for path in texts if path not in (*unchanged, *kept))
    folder.mkdir(parents=True, exist_ok=True)
    for path in written:
        _write(path, texts[path])
    return WrittenRecords(written, unchanged, tuple(map(_kept, kept)))


def _kept(path: Path) -> Problem:
    return Problem(
        Place(str(path)),
        "record-exists",
        "the file exists, differs from what the document says, and is not overwritten",
        "compare the two, or remove the file and import again",
    )


def _write(path: Path, content: bytes) -> None:
    """Write a file at once: whoever reads meanwhile sees the old text or the new."""
    staged = path.with_name(f".{path.name}.new")
    staged.write_bytes(content)
    staged.replace(path)
