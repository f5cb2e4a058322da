# Emitted from specs/tomoviee/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Tomoviee: `Tomoviee` and `AsyncTomoviee`."""

from mediawright.tomoviee.client import AsyncTomoviee, Tomoviee

__all__ = ["AsyncTomoviee", "Tomoviee"]
