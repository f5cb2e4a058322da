"""Where specs are read and where emitted files go."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The rooms of one checkout."""

    root: Path

    @property
    def specs(self) -> Path:
        """The folder of vendor specs."""
        return self.root / "specs"

    @property
    def generated(self) -> Path:
        """The folder that holds emitted files."""
        return self.root / "generated"
