"""What the tests of the mutators share: the package that makes mutants, on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
