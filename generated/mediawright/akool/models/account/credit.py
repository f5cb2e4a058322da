# Emitted from the specs by `make generate`. Edit the spec, not this file.

from __future__ import annotations

from mediawright_runtime.models import RequestModel, ResponseModel


class CreditRequest(RequestModel):
    pass


class CreditResponseData(ResponseModel):
    credit: float | None = None
    """Credit of the account."""


class CreditResponse(ResponseModel):
    code: int | None = None
    """1000 for success; every other value is a failure."""
    data: CreditResponseData | None = None
