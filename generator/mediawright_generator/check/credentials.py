"""Rules on credentials: each is known where it is used, and a token can be fetched."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check import headers
from mediawright_generator.check.fit import is_one_of
from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.check.tasks import may_be_unread, may_take
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place, listed

_IN_URLS: Final = frozenset(
    {
        "apikey",
        "xapikey",
        "accesskey",
        "accesstoken",
        "apitoken",
        "apisecret",
        "authtoken",
        "secret",
        "secretkey",
        "clientsecret",
        "appsecret",
        "password",
        "authorization",
    }
)
"""Names, without case and separators, that only secrets have."""


def unknown_credential(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find uses of a credential that nobody describes."""
    yield from headers.unknown_credential(loaded)
    if not loaded.vendor.complete("credentials"):
        return
    names = {each.name for each in loaded.vendor.model.credentials}
    for place, name in _uses(loaded):
        if name not in names:
            what = f"credential {name!r} is not one of {listed(sorted(names))}"
            yield Finding(place, what, "add it to credentials in vendor.yaml, or name one of them")


def unused_credential(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find credentials that go into no request and seal no callback."""
    is_whole = not loaded.unread and all(each.complete() for each in (loaded.vendor, *loaded.operations))
    if not is_whole or any(unknown_credential(loaded)):
        return
    chosen = {place for place, _ in _choices(loaded)}
    used = {*(name for place, name in _uses(loaded) if place not in chosen), *_filled_in(loaded)}
    vendor = loaded.vendor.model
    named = [(("credentials", index, "name"), each.name) for index, each in enumerate(vendor.credentials)]
    named += [(("tokens", index, "name"), each.name) for index, each in enumerate(vendor.tokens)]
    for path, name in named:
        if name not in used:
            what = f"credential {name!r} is used in no header, query, parameter or seal"
            yield Finding(_bare(loaded, name) or loaded.vendor.place(*path), what, "use it, or remove it")


def _bare(loaded: LoadedVendor, name: str) -> Place | None:
    """Find the header that has the name of a credential as a word, without its braces."""
    bare = (index for index, each in enumerate(loaded.vendor.model.api_header) if name in each.value.split())
    return next((loaded.vendor.place("api_header", index, "value") for index in bare), None)


def unfetchable_token(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tokens whose operation is not there, lacks a parameter, or would need the token itself."""
    for index, token in enumerate(loaded.vendor.model.tokens):
        path = ("tokens", index)
        found = [each for each in loaded.operations if each.model.name == token.operation]
        if not found and not may_be_unread(loaded, token.operation):
            what = f"operation {token.operation!r}, which gives the token {token.name!r}, has no record"
            yield Finding(loaded.vendor.place(*path, "operation"), what, "add its record, or name another operation")
        for name in token.parameters if len(found) == 1 else ():
            if not may_take(found[0], name):
                what = f"operation {token.operation!r} has no parameter {name!r}"
                yield Finding(loaded.vendor.key_place(*path, "parameters", name), what, "name one that it has")
        if len(found) == 1 and found[0].model.authenticated and found[0].complete("authenticated"):
            what = f"operation {token.operation!r} gives a token, but is sent with it"
            yield Finding(found[0].place("authenticated"), what, "write `authenticated: false`")


def unknown_token_code(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes on which a token is fetched anew, and that the vendor does not explain among its others."""
    explained = [each.code for each in loaded.vendor.model.api_code_demo if each.kind == "auth"]
    is_judged = loaded.vendor.complete("api_code_demo") and any(each is not None for each in explained)
    for number, token in enumerate(loaded.vendor.model.tokens if is_judged else ()):
        for index, code in enumerate(token.expired):
            if not is_one_of(code, explained):
                what = f"code {code!r}, on which a token is fetched anew, is no code of kind 'auth'"
                place = loaded.vendor.place("tokens", number, "expired", index)
                yield Finding(place, what, "write the code that means so, as answers have it")


def repeated_environment(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find credentials that are read from the environment variable of another."""
    first: dict[str, str] = {}
    for index, credential in enumerate(loaded.vendor.model.credentials):
        earlier = first.setdefault(credential.environment, credential.name)
        if earlier != credential.name:
            what = f"credential {earlier!r} is read from {credential.environment!r} already"
            place = loaded.vendor.place("credentials", index, "environment")
            yield Finding(place, what, "give it a variable of its own")


def secret_in_url(record: Record) -> Iterator[Finding]:
    """Find parameters of the address that are secrets: addresses end up in logs."""
    for at in record.parameters():
        parameter = at.parameter
        is_secret = parameter.credential is not None or is_secret_name(parameter.wire)
        if is_secret and parameter.location in {"path", "query"}:
            what = f"parameter {parameter.name!r} is a secret, and goes into the address"
            yield Finding(at.place("in"), what, "send it in a header, unless the vendor documents it so")


def is_secret_name(name: str) -> bool:
    """Tell whether only a secret has such a name."""
    return "".join(each for each in name.lower() if each.isalnum()) in _IN_URLS


def _filled_in(loaded: LoadedVendor) -> Iterator[str]:
    """Name the credentials that stand in headers and queries."""
    texts = [each.value for located in each_file(loaded) for each in located.model.api_header]
    texts += [each.value for each in loaded.vendor.model.api_query]
    for placeholder in (each for text in texts for each in headers.CREDENTIAL.findall(text)):
        yield from headers.named(placeholder)


def _uses(loaded: LoadedVendor) -> Iterator[tuple[Place, str]]:
    """Give every use of a credential outside headers and queries, and where it stands."""
    yield from _choices(loaded)
    yield from ((loaded.vendor.place(*path), name) for path, name in _uses_of_vendor(loaded))
    for located in loaded.operations:
        for at in Record(loaded, located).parameters():
            if at.parameter.credential is not None:
                yield at.place("credential"), at.parameter.credential


def _choices(loaded: LoadedVendor) -> Iterator[tuple[Place, str]]:
    """Give the credentials among which callers choose, which sends none of them."""
    for number, names in enumerate(loaded.vendor.model.credential_sets):
        for index, name in enumerate(names):
            yield loaded.vendor.place("credential_sets", number, index), name


def _uses_of_vendor(loaded: LoadedVendor) -> Iterator[tuple[Path, str]]:
    vendor = loaded.vendor.model
    for number, token in enumerate(vendor.tokens):
        yield from ((("tokens", number, "parameters", key), name) for key, name in token.parameters.items())
    seal = vendor.callback.seal if vendor.callback else None
    if seal:
        yield ("callback", "seal", "key"), seal.key
        yield ("callback", "seal", "iv"), seal.iv
        for index, part in enumerate(seal.signed):
            if part.startswith("{"):
                yield ("callback", "seal", "signed", index), part.strip("{}")
