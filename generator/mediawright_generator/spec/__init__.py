"""What a spec may say: frozen, closed models of vendor, operation and changelog."""

from mediawright_generator.spec.changelog import Changelog
from mediawright_generator.spec.operation import Operation
from mediawright_generator.spec.parameter import Parameter
from mediawright_generator.spec.vendor import Vendor

__all__ = ["Changelog", "Operation", "Parameter", "Vendor"]
