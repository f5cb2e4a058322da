# Emitted from specs/doubao/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Doubao video wrapper: `Doubao` and `AsyncDoubao`."""

from mediawright.doubao.client import AsyncDoubao, Doubao

__all__ = ["AsyncDoubao", "Doubao"]
