# Emitted from specs/akool/apis/credit.yaml by `make generate`. Edit the spec, not this file.

"""What `account.credit` sends and accepts."""

from __future__ import annotations

from mediawright.akool.models.account.credit import CreditRequest, CreditResponse
from mediawright_runtime.declarations import Operation

OPERATION = Operation(
    path="account.credit",
    name="Credit",
    method="GET",
    endpoint="/api/open/v3/faceswap/quota/info",
    parameters=(),
    request=CreditRequest,
    response=CreditResponse,
    output_kind="file",
    source="vendors.md:78",
)
