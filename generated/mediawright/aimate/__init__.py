# Emitted from specs/aimate/vendor.yaml by `make generate`. Edit the spec, not this file.

"""aimate Video Generation: `Aimate` and `AsyncAimate`."""

from mediawright.aimate.client import Aimate, AsyncAimate

__all__ = ["Aimate", "AsyncAimate"]
