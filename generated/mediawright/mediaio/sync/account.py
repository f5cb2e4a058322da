# Emitted from specs/mediaio/apis by `make generate`. Edit the spec, not this file.

"""Operations of `account`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.mediaio.models.account.credits import CreditsResponse


class Account(Category):
    """The balance of the account."""

    def credits(
        self,
    ) -> CreditsResponse:
        """Credits: Tells how many credits the account has left.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 002_7ebea7f48f16395c.txt:2702-2719, read 2026-11-20, not verified live.
        """
        from mediawright.mediaio.operations.account.credits import OPERATION

        return self._call(
            OPERATION,
        )
