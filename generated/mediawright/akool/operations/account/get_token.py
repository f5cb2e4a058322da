# Emitted from specs/akool/apis/get_token.yaml by `make generate`. Edit the spec, not this file.

"""What `account.get_token` sends and accepts."""

from __future__ import annotations

from mediawright.akool.models.account.get_token import GetTokenRequest, GetTokenResponse
from mediawright_runtime.declarations import Operation, Parameter

OPERATION = Operation(
    path="account.get_token",
    name="Get Token",
    method="POST",
    endpoint="/api/open/v3/getToken",
    parameters=(
        Parameter(name="client_id", wire_name="clientId", credential="client_id", allowed="a string"),
        Parameter(name="client_secret", wire_name="clientSecret", credential="client_secret", allowed="a string"),
    ),
    request=GetTokenRequest,
    response=GetTokenResponse,
    authenticated=False,
    output_kind="file",
    source="vendors.md:72",
)
