# Emitted from specs/edrawmax/vendor.yaml by `make generate`. Edit the spec, not this file.

"""EdrawMax: `EdrawMax` and `AsyncEdrawMax`."""

from mediawright.edrawmax.client import AsyncEdrawMax, EdrawMax

__all__ = ["AsyncEdrawMax", "EdrawMax"]
