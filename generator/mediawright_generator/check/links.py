"""Rules on addresses in examples: nobody's files are fetched for trying one out."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.successes import successes
from mediawright_generator.check.texts import texts
from mediawright_generator.load import LoadedVendor
from mediawright_runtime import paths

_ADDRESS: Final = re.compile(r"https?://([^/\s:?#'\"\\]+)", re.IGNORECASE)
_RESERVED: Final = re.compile(r"(.*\.)?(example\.(com|org|net)|example|test|invalid|localhost)|127\..*")
"""Names that RFC 2606 and RFC 6761 keep for texts and tests."""
_PLACEHOLDER: Final = re.compile(r"x{3}|\.{2}|…|[<>{}$*]|your|placeholder|sample|domain\.", re.IGNORECASE)
_LABELS: Final = 2


def foreign_host_in_example(record: Record) -> Iterator[Finding]:
    """Find addresses in documented requests at hosts of neither the vendor nor nobody."""
    own = _own_domains(record.loaded)
    for index, demo in enumerate(record.operation.api_request_demo):
        parts = {"path": demo.path, "query": demo.query, "header": demo.header, "body": demo.body}
        for path, text in texts(parts, ("api_request_demo", index)):
            host = next((each for each in _hosts(text) if not is_reserved(each) and _domain(each) not in own), None)
            if host:
                what = f"host {host!r} of the example is neither the vendor's nor kept for examples"
                yield Finding(record.located.place(*path), what, "write example.com")


def output_outside_hosts(record: Record) -> Iterator[Finding]:
    """Find files in documented answers at hosts from which the client would refuse to fetch them."""
    listed = record.vendor.output_hosts
    for path, answer in successes(record) if listed and record.loaded.vendor.complete("output_hosts") else ():
        for place in _output_paths(record):
            for text in paths.read(answer.body, place):
                host = next(iter(_hosts(text)), "") if isinstance(text, str) else ""
                if host and not is_reserved(host) and not _is_listed(host, listed):
                    what = f"the file of the answer is at {host!r}, which is not one of the output hosts"
                    where = record.located.place(*path, "body", *_steps(place))
                    yield Finding(where, what, "add the host to output_hosts in vendor.yaml, or write example.com")


def is_reserved(host: str) -> bool:
    """Tell whether a host is kept for examples, or none at all."""
    return "." not in host.strip(".") or bool(_RESERVED.fullmatch(host) or _PLACEHOLDER.search(host))


def _hosts(text: str) -> list[str]:
    return [host.lower().rpartition("@")[2] for host in _ADDRESS.findall(text)] if "://" in text else []


def _own_domains(loaded: LoadedVendor) -> set[str]:
    vendor = loaded.vendor.model
    hosts = [host for server in vendor.servers for host in _hosts(server.url)]
    return {_domain(host) for host in (*hosts, *vendor.output_hosts)}


def _domain(host: str) -> str:
    """Give the part of a host that its owner has, for most owners: its last two labels."""
    return ".".join(host.split(".")[-_LABELS:])


def _is_listed(host: str, listed: tuple[str, ...]) -> bool:
    return any(host.endswith(each) if each.startswith(".") else host == each for each in listed)


def _output_paths(record: Record) -> list[str]:
    told = [each for each in record.vendor.tasks.values() if each.query.operation == record.operation.name]
    return [each.path for each in (*record.operation.outputs, *(output for one in told for output in one.outputs))]


def _steps(place: str) -> tuple[str, ...]:
    return tuple(step.name for step in paths.places(place)[0])
