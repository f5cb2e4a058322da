"""The state of a checkout as one digest: all specs, and all emitted files as they are on disk."""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from mediawright_generator.manifest import digest, read_manifest
from mediawright_generator.paths import STAGE, Paths

_SCHEMAS: Final = "schema"


def specs_of(paths: Paths) -> str:
    """Digest all specs, without their schemas, which a run writes."""
    identity = sha256()
    for path in sorted(_files(paths.specs)):
        content = _content(path)
        identity.update(os.fsencode(path.relative_to(paths.root)))
        identity.update(f"\0{len(content or b'')}{content is None}\0".encode())
        identity.update(content or b"")
    return identity.hexdigest()


def state_of(paths: Paths, specs: str) -> str:
    """Digest what a run finds: these specs, and the emitted files as they stand; one that is missing counts as such."""
    contents = {path: _content(paths.root / path) for path in read_manifest(paths.manifest).paths}
    return _state(paths, specs, {path: digest(content) for path, content in contents.items() if content is not None})


def state_after(paths: Paths, specs: str, emitted: Iterable[str]) -> str | None:
    """Digest what a run leaves: the specs that it read, and what it emitted.

    None where that would not be true: someone has changed the specs meanwhile, or the manifest does not know the files.
    """
    known = read_manifest(paths.manifest)
    if specs != specs_of(paths) or known.pending or {*known.files} != {*emitted}:
        return None
    return _state(paths, specs, known.files)


def _state(paths: Paths, specs: str, emitted: Mapping[str, str]) -> str:
    manifest = _content(paths.manifest) or b""
    is_staged = paths.root.joinpath(STAGE).exists()
    return digest(repr((specs, digest(manifest), is_staged, sorted(emitted.items()))).encode())


def _content(path: Path) -> bytes | None:
    """Read a file; what is none, or is gone by now, has no content."""
    try:
        return path.read_bytes() if path.is_file() else None
    except FileNotFoundError:
        return None


def _files(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        if Path(place) == folder and _SCHEMAS in below:
            below.remove(_SCHEMAS)
        yield from (Path(place, name) for name in names)
