"""The state of a checkout as one digest: all specs, and all emitted files as they are on disk."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from mediawright_generator.manifest import read_manifest
from mediawright_generator.paths import Paths


def state_of(paths: Paths) -> str:
    """Digest what a run reads and writes; a file that is missing counts as such."""
    identity = sha256()
    emitted = (paths.root / path for path in sorted(read_manifest(paths.manifest).paths))
    for path in (*sorted(_files(paths.specs)), paths.manifest, *emitted):
        content = path.read_bytes() if path.is_file() else b""
        identity.update(f"\0{path.relative_to(paths.root).as_posix()}\0{path.is_file()}{len(content)}\0".encode())
        identity.update(content)
    return identity.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
