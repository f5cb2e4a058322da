"""Which facts of the contracts the generated cases exercise, and why not the others."""

from mediawright_generator.coverage.measure import Covered, measure
from mediawright_generator.coverage.report import as_data, as_text

__all__ = ["Covered", "as_data", "as_text", "measure"]
