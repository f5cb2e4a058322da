"""What changed between two states of the specs, judged for someone who uses the generated client."""

from mediawright_generator.diff.change import Change
from mediawright_generator.diff.compare import compare
from mediawright_generator.diff.rule import ChangeRule, Effect, Severity
from mediawright_generator.diff.table import CHANGE_RULES

__all__ = ["CHANGE_RULES", "Change", "ChangeRule", "Effect", "Severity", "compare"]
