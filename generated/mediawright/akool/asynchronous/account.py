# Emitted from specs/akool/apis by `make generate`. Edit the spec, not this file.

"""Operations of `account`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.asynchronous import AsyncCategory

if TYPE_CHECKING:
    from mediawright.akool.models.account.credit import CreditResponse
    from mediawright.akool.models.account.get_token import GetTokenResponse


class AsyncAccount(AsyncCategory):
    """Tokens and the balance of the account."""

    async def credit(
        self,
    ) -> CreditResponse:
        """Credit: Tells how much credit the account has.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: vendors.md:78, read 2026-11-20, not verified live.
        """
        from mediawright.akool.operations.account.credit import OPERATION

        return await self._call(
            OPERATION,
        )

    async def get_token(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
    ) -> GetTokenResponse:
        """Get Token: Gives a token for the Authorization header in exchange for a client id and its secret.

        Note:
            The token stands at the top level of the answer and is valid for more than a year.

        Args:
            client_id: Identifier of the client. A string. Taken from the client's credentials when omitted.
            client_secret: Secret of the client. A string. Taken from the client's credentials when omitted.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: vendors.md:72, read 2026-11-20, not verified live; 004_1fb93d04d981643c.txt:8, read
        2026-11-20, not verified live.
        """
        from mediawright.akool.operations.account.get_token import OPERATION

        return await self._call(
            OPERATION,
            client_id=client_id,
            client_secret=client_secret,
        )
