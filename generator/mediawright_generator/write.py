"""Writes emitted files: only what changed, each at once, and never over what a person wrote."""

import difflib
import os
import shutil
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mediawright_generator.manifest import Manifest, digest, read_manifest
from mediawright_generator.paths import EMITTED, MANIFEST, STAGE
from mediawright_generator.problems import Place, Problem

if sys.platform != "win32":
    import fcntl

_DIFF_LINES = 20


@dataclass(frozen=True, slots=True)
class Written:
    """What was written (or would be), left as it was, and removed; nothing at all where there are problems."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    diffs: tuple[str, ...] = ()

    @property
    def drift(self) -> tuple[str, ...]:
        """The files that are not what the specs say."""
        return tuple(sorted((*self.written, *self.removed)))


def write(
    texts: Mapping[str, str], root: Path, *, within: tuple[str, ...] = ("",), check_only: bool = False
) -> Written:
    """Bring the emitted files below `within` to these texts, by path below `root`; two runs take turns."""
    if not check_only:
        root.joinpath(EMITTED).mkdir(parents=True, exist_ok=True)
    with _alone(root / EMITTED):
        return _write(texts, root, within=within, check_only=check_only)


def _write(texts: Mapping[str, str], root: Path, *, within: tuple[str, ...], check_only: bool) -> Written:
    manifest = read_manifest(root / MANIFEST)
    wanted = {path: text.encode() for path, text in texts.items()}
    found = {path: _content(root / path) for path in (*wanted, *_stale(manifest, wanted, within))}
    changed = tuple(path for path in wanted if found[path] != wanted[path])
    removed = tuple(path for path in found if path not in wanted and found[path] is not None)
    refused = _refused(manifest, found, (*changed, *removed))
    unchanged = tuple(path for path in wanted if path not in changed)
    outcome = Written(
        () if refused else changed,
        unchanged,
        () if refused else removed,
        tuple(map(_problem, refused)),
        tuple(_diff(path, found[path] or b"", wanted.get(path, b"")) for path in refused),
    )
    if not check_only and not refused:
        during, after = _manifests(manifest, found, wanted, within)
        if outcome.drift or manifest != after:
            _apply(root, wanted, outcome, during, after)
        shutil.rmtree(root / STAGE, ignore_errors=True)
    return outcome


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    """Keep other runs out; the lock goes with the process, however that ends."""
    if sys.platform == "win32" or not folder.is_dir():
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _manifests(
    manifest: Manifest, found: Mapping[str, bytes | None], wanted: Mapping[str, bytes], within: tuple[str, ...]
) -> tuple[Manifest, Manifest]:
    """Make the manifest for the time while files are replaced, which knows what stands there, and the one after it."""
    kept, pending = (
        {path: known for path, known in files.items() if not path.startswith(within)}
        for files in (manifest.files, manifest.pending)
    )
    standing = {path: digest(content) for path, content in found.items() if content is not None}
    emitted = {path: digest(content) for path, content in wanted.items()}
    during = Manifest({**manifest.files, **standing}, {**manifest.pending, **emitted})
    return during, Manifest({**kept, **emitted}, pending)


def _stale(manifest: Manifest, wanted: Mapping[str, bytes], within: tuple[str, ...]) -> list[str]:
    return sorted(path for path in manifest.paths if path not in wanted and path.startswith(within))


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _refused(manifest: Manifest, found: Mapping[str, bytes | None], paths: Iterable[str]) -> tuple[str, ...]:
    contents = ((path, found[path]) for path in paths)
    return tuple(path for path, content in contents if content is not None and not manifest.knows(path, content))


def _problem(path: str) -> Problem:
    return Problem(
        Place(path),
        "emitted-file-edited",
        "this file stands where one is emitted, and a person has written in it",
        "move what it says into specs or templates, delete it, and generate again",
    )


def _diff(path: str, found: bytes, wanted: bytes) -> str:
    emitted, edited = (content.decode(errors="replace").splitlines() for content in (wanted, found))
    diff = list(difflib.unified_diff(emitted, edited, f"emitted {path}", f"edited {path}", lineterm="", n=1))
    left_out = [f"... {len(diff) - _DIFF_LINES} more lines"] if len(diff) > _DIFF_LINES else []
    return "\n".join([*diff[:_DIFF_LINES], *left_out])


def _apply(root: Path, wanted: Mapping[str, bytes], outcome: Written, during: Manifest, after: Manifest) -> None:
    """Write in an order that leaves an importable tree wherever it is cut: what others import comes first."""
    stage = root / STAGE
    _stage(stage, {path: wanted[path] for path in outcome.written})
    _replace(root, stage, MANIFEST, during.text())
    for path in sorted(outcome.written, key=lambda path: (-path.count("/"), path)):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        stage.joinpath(path).replace(target)
    for path in sorted(during.paths - after.paths):
        _remove(root, path)
    _replace(root, stage, MANIFEST, after.text())


def _stage(stage: Path, contents: Mapping[str, bytes]) -> None:
    shutil.rmtree(stage, ignore_errors=True)
    for folder in {stage, *(stage.joinpath(path).parent for path in contents)}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        stage.joinpath(path).write_bytes(content)


def _replace(root: Path, stage: Path, path: str, text: str) -> None:
    staged = stage / Path(path).name
    staged.write_text(text, encoding="utf-8", newline="\n")
    staged.replace(root / path)


def _remove(root: Path, path: str) -> None:
    """Remove an emitted file, if it is there, and the folders that held nothing else but what was compiled from it."""
    root.joinpath(path).unlink(missing_ok=True)
    for folder in (root / each for each in list(Path(path).parents)[:-2] if root.joinpath(each).is_dir()):
        if any(each.name != "__pycache__" for each in folder.iterdir()):
            return
        shutil.rmtree(folder)
