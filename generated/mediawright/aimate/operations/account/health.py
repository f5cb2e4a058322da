# Emitted from specs/aimate/apis/health_check.yaml by `make generate`. Edit the spec, not this file.

"""What `account.health` sends and accepts."""

from __future__ import annotations

from mediawright.aimate.models.account.health import HealthRequest, HealthResponse
from mediawright_runtime.declarations import Operation

OPERATION = Operation(
    path="account.health",
    name="Health Check",
    method="GET",
    endpoint="/api/v1/videos/health",
    parameters=(),
    request=HealthRequest,
    response=HealthResponse,
    output_kind="file",
    source="003_6eede877449326ac.txt:240-260",
)
