# Emitted from specs/aimate/apis by `make generate`. Edit the spec, not this file.

"""Operations of `account`, each with its limits and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.client import Category

if TYPE_CHECKING:
    from mediawright.aimate.models.account.health import HealthResponse


class Account(Category):
    """Whether the service works."""

    def health(
        self,
    ) -> HealthResponse:
        """Health Check: Tells whether the service works.

        Returns:
            The answer of the vendor.

        Raises:
            InvalidRequestError: a value is refused before anything is sent.
            VendorError: the vendor refuses the call.

        Source: 003_6eede877449326ac.txt:240-260, read 2026-11-20, not verified live.
        """
        from mediawright.aimate.operations.account.health import OPERATION

        return self._call(
            OPERATION,
        )
