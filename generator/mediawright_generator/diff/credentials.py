"""Changes of what a caller must hold."""

from collections.abc import Iterator

from mediawright_generator.diff.found import Fact, Found, Spot, changed, flag
from mediawright_generator.diff.matching import ALIKE, Matched, alike, match
from mediawright_generator.diff.names import Names
from mediawright_generator.spec import Vendor
from mediawright_generator.spec.vendor import Credential, Token


def matched_credentials(base: Vendor, head: Vendor) -> Matched[Credential]:
    """Bring together what is one credential, maybe under another name."""
    return match(base.credentials, head.credentials, [lambda each: each.name], _likeness)


def matched_tokens(base: Vendor, head: Vendor) -> Matched[Token]:
    """Bring together what is one fetched token; its name is seen by nobody."""
    return match(base.tokens, head.tokens, [lambda each: each.name, lambda each: each.operation], lambda _, __: 0)


def _likeness(one: Credential, other: Credential) -> float:
    rate = alike(one.name, other.name)
    same_place = one.environment == other.environment
    return rate + same_place if rate >= ALIKE or same_place or one.required == other.required else 0


def credentials(found: Matched[Credential], head: Vendor, spot: Spot) -> Iterator[Found]:
    """Compare the credentials of a vendor."""
    for gone in found.gone:
        told = Fact(("credentials", gone.name), gone.environment, None, spot.below("credentials"))
        yield told.found("credential-removed")
    for new in found.new:
        at = spot.below("credentials", head.credentials.index(new))
        told = Fact(("credentials", new.name), None, new.environment, at)
        yield told.found("credential-added-required" if new.required else "credential-added-optional")
    for old, new in found.pairs:
        yield from _credential(old, new, spot.below("credentials", head.credentials.index(new)))


def _credential(old: Credential, new: Credential, spot: Spot) -> Iterator[Found]:
    pointer = ("credentials", new.name)
    yield from changed(Fact((*pointer, "name"), old.name, new.name, spot.below("name")), "credential-renamed")
    if old.name == new.name:
        variable = Fact((*pointer, "environment"), old.environment, new.environment, spot.below("environment"))
        yield from changed(variable, "environment-renamed")
    must = Fact((*pointer, "required"), old.required, new.required, spot.below("required"))
    yield from flag(must, "credential-became-required", "credential-became-optional")


def sets(base: Vendor, head: Vendor, new: frozenset[str], spot: Spot, names: Names) -> Iterator[Found]:
    """Compare the sets that suffice; those of credentials that come or go are told with these."""
    before = [tuple(sorted(names.credential(each) or each for each in one)) for one in base.credential_sets]
    after = [tuple(sorted(names.now.credential(each) or each for each in one)) for one in head.credential_sets]
    old = [each for each in before if not new & set(each)]
    now = [each for each in after if not new & set(each)]
    found = match(old, now, [lambda each: each], lambda _, __: 1)
    at = spot.below("credential_sets")
    for one, other in found.pairs:
        told = Fact(("credential_sets", "+".join(other)), one, other, at.below(after.index(other)))
        yield from changed(told, "credential-set-changed")
    for gone in found.gone:
        yield Fact(("credential_sets", "+".join(gone)), gone, None, at).found("credential-set-removed")
    for each in found.new:
        told = Fact(("credential_sets", "+".join(each)), None, each, at.below(after.index(each)))
        yield told.found("credential-set-added")
    if sorted(old) == sorted(now) and old != now:
        yield Fact(("credential_sets",), old, now, at).found("credential-sets-reordered")


def tokens(found: Matched[Token], head: Vendor, spot: Spot, names: Names) -> Iterator[Found]:
    """Compare the credentials that are fetched."""
    at = spot.below("tokens")
    for gone in found.gone:
        yield Fact(("tokens", gone.name), gone.operation, None, at).found("token-removed")
    for new in found.new:
        told = Fact(("tokens", new.name), None, new.operation, at.below(head.tokens.index(new)))
        yield told.found("token-added")
    for old, new in found.pairs:
        yield from _token(old, new, at.below(head.tokens.index(new)), names)


def _token(old: Token, new: Token, spot: Spot, names: Names) -> Iterator[Found]:
    fact = Fact(("tokens", new.name), _fetched(old, names), _fetched(new, names.now), spot)
    yield from changed(fact, "token-changed")
    before, after = (sorted(map(str, each.expired)) for each in (old, new))
    expired = Fact(("tokens", new.name, "expired"), before, after, spot.below("expired"))
    yield from changed(expired, "token-expiry-changed")


def _fetched(token: Token, names: Names) -> list[object]:
    taken = {
        names.parameter(token.operation, key) or key: names.credential(each) for key, each in token.parameters.items()
    }
    return [names.operation(token.operation), taken, token.answer]
