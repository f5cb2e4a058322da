"""What a spec may say: frozen, closed models of vendor and operation."""

from mediawright_generator.spec.operation import Operation
from mediawright_generator.spec.parameter import Parameter
from mediawright_generator.spec.vendor import Vendor

__all__ = ["Operation", "Parameter", "Vendor"]
