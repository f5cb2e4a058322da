# Emitted from specs/qianfan/vendor.yaml by `make generate`. Edit the spec, not this file.

"""Baidu Qianfan: `Qianfan` and `AsyncQianfan`."""

from mediawright.qianfan.client import AsyncQianfan, Qianfan

__all__ = ["AsyncQianfan", "Qianfan"]
