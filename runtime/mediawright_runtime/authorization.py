"""The headers by which a vendor knows who calls, for the command line to show."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mediawright_runtime import credentials, header, paths
from mediawright_runtime.errors import MediawrightError
from mediawright_runtime.models import ResponseModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediawright_runtime.client import Client
    from mediawright_runtime.declarations import Token, Vendor


def headers_of(vendor: Vendor, make_client: Callable[[], Client]) -> dict[str, str]:
    """Fill the headers that carry credentials, from the environment; a token that stands in them is fetched.

    Raises:
        ConfigurationError: A credential is missing.
        MediawrightError: The vendor gives no token for the credentials.
    """
    used = credentials.resolve(vendor, {}, os.environ).used
    tokens = {each.name: each for each in vendor.tokens if used.keys() >= {name for _, name in each.parameters}}
    templates = {name: text for name, text in vendor.headers if set() < header.names(text) <= {*used, *tokens}}
    needed = {name for text in templates.values() for name in header.names(text)} & tokens.keys()
    values = {**used, **{name: _fetched(tokens[name], make_client) for name in needed}}
    return {name: header.fill(text, values) for name, text in templates.items()}


def _fetched(token: Token, make_client: Callable[[], Client]) -> str:
    with make_client() as client:
        answer = client.call(token.operation)
    data = answer.model_dump(by_alias=True, warnings=False) if isinstance(answer, ResponseModel) else {}
    value = paths.first(data, token.answer)
    if value is None:
        raise MediawrightError(f"the answer has no token at {token.answer}", operation=token.operation)
    return str(value)
