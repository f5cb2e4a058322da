"""Starts specs: a vendor, or one operation, from what a person knows; what nobody knows is marked for review."""

from mediawright_generator.scaffold.asking import Asker, MissingError
from mediawright_generator.scaffold.files import Draft, RefusedError, settled, written
from mediawright_generator.scaffold.operation import Start, new_operation
from mediawright_generator.scaffold.vendor import new_vendor

__all__ = [
    "Asker",
    "Draft",
    "MissingError",
    "RefusedError",
    "Start",
    "new_operation",
    "new_vendor",
    "settled",
    "written",
]
