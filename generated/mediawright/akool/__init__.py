# Emitted from specs/akool/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Akool: `Akool` and `AsyncAkool`."""

from mediawright.akool.client import Akool, AsyncAkool

__all__ = ["Akool", "AsyncAkool"]
