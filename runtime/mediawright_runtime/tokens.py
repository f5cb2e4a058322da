"""Credentials that are fetched from the vendor: once for a client and its copies, and anew when one is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mediawright_runtime.envelope import same_code
from mediawright_runtime.errors import ConnectionFailedError
from mediawright_runtime.header import fill
from mediawright_runtime.steps import enter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_runtime.declarations import Token
    from mediawright_runtime.errors import VendorError
    from mediawright_runtime.redaction import Redaction
    from mediawright_runtime.request import Request
    from mediawright_runtime.steps import Lock, Steps
    from mediawright_runtime.timeout import Timeout


class Keeper:
    """Keeps one fetched token; however many need it at once, it is fetched once."""

    __slots__ = ("_fetch", "_lock", "_redaction", "_value", "token")

    def __init__(
        self, token: Token, fetch: Callable[[Token, Timeout, bool], Steps[str]], lock: Lock, redaction: Redaction
    ) -> None:
        self.token = token
        self._fetch = fetch
        self._lock = lock
        self._redaction = redaction
        self._value: str | None = None

    def keep(self, value: str) -> str:
        """Take a token for the one to use; no text of an error will show it."""
        self._redaction.learn(value)
        self._value = value
        return value

    def have(self, spent: str | None, timeout: Timeout, *, patient: bool) -> Steps[str]:
        """Have a token other than the one that is `spent`; a patient caller has the vendor asked more than once."""
        good = self._good(spent)
        if good is not None:
            return good
        late = yield from enter(self._lock, timeout.total)
        if late is not None:
            raise ConnectionFailedError(late.reason, operation=self.token.operation) from late.error
        try:
            return self._good(spent) or self.keep((yield from self._fetch(self.token, timeout, patient)))
        finally:
            self._lock.release()

    def _good(self, spent: str | None) -> str | None:
        return None if self._value == spent else self._value


class Admitted(NamedTuple):
    """A request with all its headers, and the tokens in them by name."""

    request: Request
    tokens: Mapping[str, str]


class Access:
    """The headers of an operation that wait for fetched tokens."""

    __slots__ = ("_credentials", "_headers", "keepers")

    def __init__(
        self, headers: tuple[tuple[str, str], ...], keepers: tuple[Keeper, ...], credentials: Mapping[str, str]
    ) -> None:
        self._headers = headers
        self.keepers = keepers
        self._credentials = credentials

    def admit(self, request: Request, spent: Mapping[str, str], timeout: Timeout, *, patient: bool) -> Steps[Admitted]:
        """Put tokens into a request, other ones than those that are `spent`."""
        tokens: dict[str, str] = {}
        for keeper in self.keepers:
            name = keeper.token.name
            tokens[name] = yield from keeper.have(spent.get(name), timeout, patient=patient)
        values = {**self._credentials, **tokens}
        filled = {name: fill(template, values) for name, template in self._headers}
        return Admitted(request._replace(headers={**request.headers, **filled}), tokens)

    def is_refused(self, error: VendorError) -> bool:
        """Whether an error says that a token is no longer good; without a code, its HTTP status may."""
        return self.is_spent(error.http_status if error.code is None else error.code)

    def is_spent(self, code: object) -> bool:
        """Whether a code says that a token is no longer good."""
        return any(same_code(code, each) for keeper in self.keepers for each in keeper.token.expired)
