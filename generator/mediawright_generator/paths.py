"""Where specs are read and where emitted files go."""

from dataclasses import dataclass
from pathlib import Path

EMITTED = "generated"
MANIFEST = f"{EMITTED}/.manifest.json"
STAGE = f"{EMITTED}/.stage"
"""Where a run keeps files until it puts them in their places; nothing is left there by a run that ends."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The rooms of one checkout."""

    root: Path

    @property
    def specs(self) -> Path:
        """The folder of vendor specs."""
        return self.root / "specs"

    @property
    def manifest(self) -> Path:
        """The file that knows every emitted file."""
        return self.root / MANIFEST
