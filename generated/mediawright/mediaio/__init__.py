# Emitted from specs/mediaio/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Media.io: `MediaIO` and `AsyncMediaIO`."""

from mediawright.mediaio.client import AsyncMediaIO, MediaIO

__all__ = ["AsyncMediaIO", "MediaIO"]
