"""What the tests of committed specs share: contracts read as facts, apart from the code that makes and uses them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
