"""Changes of what all operations of a vendor share."""

from collections.abc import Iterator, Sequence

from mediawright_generator.diff.found import Fact, Found, Spot, changed, existence, flag
from mediawright_generator.diff.matching import alike, match
from mediawright_generator.diff.places import place
from mediawright_generator.diff.schemas import Shared, schema
from mediawright_generator.spec import Vendor
from mediawright_generator.spec.vendor import Envelope, Limits, Rate


def shared(base: Vendor, head: Vendor, spot: Spot) -> Iterator[Found]:
    """Compare what stands in vendor.yaml alone, but for credentials, tasks and callbacks."""
    yield from changed(Fact(("client",), base.client, head.client, spot.below("client")), "client-renamed")
    yield from _servers(base, head, spot.below("servers"))
    yield from _hosts(base.output_hosts, head.output_hosts, spot.below("output_hosts"))
    yield from _limits(base.limits or Limits(), head.limits or Limits(), spot.below("limits"))
    yield from changed(
        Fact(("body", "key"), base.body.key, head.body.key, spot.below("body", "key")), "wrapper-changed"
    )
    yield from _envelope(base.envelope, head.envelope, spot.below("envelope"))
    for name in base.schemas.keys() & head.schemas.keys():
        at = spot.below("schemas", name)
        both = Fact(("schemas", name), base.schemas[name], head.schemas[name], at)
        yield from schema(both, Shared(base.schemas, head.schemas))


def _servers(base: Vendor, head: Vendor, spot: Spot) -> Iterator[Found]:
    before, after = ([each.url for each in one.servers] for one in (base, head))
    found = match(before, after, [lambda each: each, address], alike)
    for old, new in found.pairs:
        told = Fact(("servers", new), old, new, spot.below(after.index(new), "url"))
        if address(old) != address(new):
            yield told.found("server-moved")
    for gone in found.gone:
        yield Fact(("servers", gone), gone, None, spot).found("server-removed")
    default = dict(found.pairs).get(before[0])
    if default not in {after[0], None}:
        told = Fact(("servers",), default, after[0], spot.below(0, "url"))
        yield told.found("default-server-changed")
    for new in (each for each in found.new if default is None or each != after[0]):
        told = Fact(("servers", new), None, new, spot.below(after.index(new), "url"))
        yield told.found("server-added")


def address(url: str) -> str:
    """Write an address as it is reached: names of hosts are the same in capitals."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}".lower() + slash + path


def _hosts(before: Sequence[str], after: Sequence[str], spot: Spot) -> Iterator[Found]:
    if bool(before) != bool(after):
        whole = Fact(("output_hosts",), before or None, after or None, spot)
        yield whole.found("output-hosts-closed" if after else "output-hosts-opened")
        return
    gone = [each for each in before if not _is_covered(each, after)]
    new = [each for each in after if not _is_covered(each, before)]
    if len(gone) == len(new) == 1:
        told = Fact(("output_hosts", new[0]), gone[0], new[0], spot.below(after.index(new[0])))
        yield told.found("output-host-changed")
        return
    for each in gone:
        yield Fact(("output_hosts", each), each, None, spot).found("output-host-removed")
    for each in new:
        told = Fact(("output_hosts", each), None, each, spot.below(after.index(each)))
        yield told.found("output-host-added")


def _is_covered(host: str, hosts: Sequence[str]) -> bool:
    """Tell whether all that a host stands for is allowed by some of these."""
    return any(host == each or (each.startswith(".") and f".{host}".endswith(each)) for each in hosts)


def _limits(base: Limits, head: Limits, spot: Spot) -> Iterator[Found]:
    for key in ("concurrent_requests", "concurrent_tasks", "rate"):
        fact = Fact(("limits", key), getattr(base, key), getattr(head, key), spot.below(key))
        if fact.differs and fact.before is not None and fact.after is not None:
            yield fact.found("limit-lowered" if _allows(fact.after) < _allows(fact.before) else "limit-raised")
        else:
            yield from existence(fact, "limit-added", "limit-removed", "")


def _allows(limit: int | Rate) -> tuple[float, int]:
    return (limit.requests / limit.seconds, limit.requests) if isinstance(limit, Rate) else (limit, 0)


def _envelope(base: Envelope, head: Envelope, spot: Spot) -> Iterator[Found]:
    code = Fact(("envelope", "code"), base.code, head.code, spot.below("code"))
    yield from changed(code, "envelope-code-moved")
    if code.differs and Envelope() in (base, head):
        return  # it comes or goes as a whole
    if code.before is not None and code.after is not None:
        before, after = (sorted(each.success, key=repr) for each in (base, head))
        success = Fact(("envelope", "success"), before, after, spot.below("success"))
        yield from changed(success, "success-code-changed")
        must = Fact(("envelope", "required"), base.required, head.required, spot.below("required"))
        yield from flag(must, "envelope-code-required", "envelope-code-optional")
    message = Fact(("envelope", "message"), base.message, head.message, spot.below("message"))
    yield from place(message, "envelope-message-moved")
    trace = Fact(("envelope", "trace_id"), base.trace_id, head.trace_id, spot.below("trace_id"))
    yield from changed(trace, "trace-id-moved")
