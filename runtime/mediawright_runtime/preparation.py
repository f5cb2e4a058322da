"""What every call of one operation shares: made once for a client and its copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mediawright_runtime import header
from mediawright_runtime.request import Composer
from mediawright_runtime.validation import Checker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediawright_runtime.credentials import Credentials
    from mediawright_runtime.declarations import Operation, Vendor
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.tokens import Access, Keeper


@dataclass(frozen=True, slots=True)
class Prepared:
    """What every call of one operation shares."""

    checker: Checker
    composer: Composer
    access: Access | None
    own: Mapping[str, str] = field(repr=False)
    """Keywords that take credentials of the client, where the call gives none: it fetches a token."""


@dataclass(frozen=True, slots=True)
class Preparations:
    """Makes ready what the operations of one client need, each at its first call."""

    vendor: Vendor
    base_url: str
    credentials: Credentials = field(repr=False)
    redaction: Redaction
    keepers: Mapping[str, Keeper] = field(repr=False)
    """Those of the tokens for which the credentials are at hand, by name."""
    _made: dict[str, Prepared] = field(default_factory=dict[str, Prepared], repr=False)

    def of(self, operation: Operation[Any]) -> Prepared:
        """Have what the calls of an operation share."""
        prepared = self._made.get(operation.path)
        if prepared is None:
            prepared = self._made[operation.path] = self._make(operation)
        return prepared

    def _make(self, operation: Operation[Any]) -> Prepared:
        declared, used = (*self.vendor.headers, *operation.headers), self.credentials.used
        ready, late = header.fill_all(declared, used, self.keepers, bare=not operation.authenticated)
        query, _ = header.fill_all(self.vendor.query, used, (), bare=not operation.authenticated)
        templates = (template for _, template in (*declared, *self.vendor.query))
        self.redaction.learn(*header.derived(templates, used))
        access = self._access(late) if late else None
        composer = Composer(operation, self._address(operation), ready, query)
        return Prepared(Checker(operation), composer, access, self._own(operation))

    def _address(self, operation: Operation[Any]) -> str:
        """Take an operation's own server at the vendor itself; what a caller gives in its place serves everything."""
        own = operation.server if self.base_url in self.vendor.servers else None
        return own or self.base_url

    def _access(self, late: tuple[tuple[str, str], ...]) -> Access:
        from mediawright_runtime.tokens import Access  # noqa: PLC0415 (weight: few vendors need it)

        needed = {name for _, template in late for name in header.names(template)} & self.keepers.keys()
        return Access(late, tuple(self.keepers[name] for name in sorted(needed)), self.credentials.used)

    def _own(self, operation: Operation[Any]) -> dict[str, str]:
        fetched = (each for each in self.vendor.tokens if each.operation == operation.path)
        taken = (pair for each in fetched for pair in each.parameters)
        held = self.credentials.held
        return {keyword: held[credential] for keyword, credential in taken if credential in held}
