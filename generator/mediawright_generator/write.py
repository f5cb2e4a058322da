"""Writes emitted files: only what changed, each at once, and never over what a person wrote."""

import difflib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mediawright_generator.manifest import Manifest, digest, read_manifest
from mediawright_generator.paths import MANIFEST
from mediawright_generator.problems import Place, Problem

_STAGE = "generated/.stage"
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
    """Bring the emitted files below `within` to these texts, by path below `root`."""
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
        _apply(root, manifest, wanted, outcome, within)
    return outcome


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


def _apply(
    root: Path, manifest: Manifest, wanted: Mapping[str, bytes], outcome: Written, within: tuple[str, ...]
) -> None:
    """Write in an order that leaves an importable tree wherever it is cut: what others import comes first."""
    kept = {path: known for path, known in manifest.files.items() if not path.startswith(within)}
    after = Manifest(kept | {path: digest(content) for path, content in wanted.items()})
    if not outcome.drift and manifest == after:
        return
    stage = root / _STAGE
    _stage(stage, {path: wanted[path] for path in outcome.written})
    _replace(root, stage, MANIFEST, Manifest(manifest.files, after.files).text())
    for path in sorted(outcome.written, key=lambda path: (-path.count("/"), path)):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        stage.joinpath(path).replace(target)
    for path in outcome.removed:
        _remove(root, path)
    _replace(root, stage, MANIFEST, after.text())
    shutil.rmtree(stage, ignore_errors=True)


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
    """Remove an emitted file and the folders that held nothing else but what was compiled from it."""
    root.joinpath(path).unlink()
    for folder in list(Path(path).parents)[:-2]:
        if any(each.name != "__pycache__" for each in root.joinpath(folder).iterdir()):
            return
        shutil.rmtree(root / folder)
