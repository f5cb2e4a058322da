"""The manifest: which files were emitted, and with which content, so that nothing else is ever touched."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import cast

FORMAT = 1


def digest(content: bytes) -> str:
    """Identify a file's content."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Digests of emitted files by path; `pending` are those of a run that has not ended."""

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    pending: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def paths(self) -> frozenset[str]:
        """All files that a run has emitted or was about to emit."""
        return frozenset((*self.files, *self.pending))

    def knows(self, path: str, content: bytes) -> bool:
        """Say whether this content was emitted to this path."""
        return digest(content) in {self.files.get(path), self.pending.get(path)}

    def text(self) -> str:
        """Write the manifest."""
        shown = {"format": FORMAT, "files": dict(sorted(self.files.items()))}
        if self.pending:
            shown["pending"] = dict(sorted(self.pending.items()))
        return json.dumps(shown, indent=1) + "\n"


def read_manifest(file: Path) -> Manifest:
    """Read the manifest; one that is missing or is none of ours knows no file."""
    try:
        data = _object(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return Manifest()
    if data.get("format") != FORMAT:
        return Manifest()
    return Manifest(_digests(data.get("files")), _digests(data.get("pending")))


def _digests(data: object) -> dict[str, str]:
    return {path: each for path, each in _object(data).items() if isinstance(each, str)}


def _object(data: object) -> dict[str, object]:
    return cast("dict[str, object]", data) if isinstance(data, dict) else {}
