"""The addresses of a vendor: templates filled, relative ones made whole, and what of a path belongs to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final
from urllib.parse import urlsplit

from mediawright_generator.check.hosts import is_clear, is_local, server_mistake
from mediawright_generator.importer.openapi.losses import Loss, shown
from mediawright_generator.importer.openapi.reference import Node
from mediawright_runtime.shapes import is_list

_ABSOLUTE: Final = re.compile(r"https?://[^\s?#]*[^\s?#/]")
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_HEAD: Final = re.compile(r"^[A-Za-z]+://[^/]*")
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class _Read:
    """One address of a document: what of it a client can use, and what is to be said of it."""

    node: Node
    url: str | None
    what: str = ""


def addresses(servers: Node, origin: str | None) -> tuple[str, ...]:
    """List the usable addresses under `servers` in their order, those on the caller's own machine behind all others.

    `origin` is the address of relative ones, where it is known.
    """
    found = dict.fromkeys(each.url for each in _read(servers, origin) if each.url)
    return tuple(sorted(found, key=is_local))


def unusable(servers: Node, origin: str | None) -> Iterator[Loss]:
    """List what stands under `servers` and is no address, or not as a client uses it."""
    for each in _read(servers, origin):
        if each.what:
            yield Loss(each.node.place, "server", each.what, harmless=True)


def _read(servers: Node, origin: str | None) -> Iterator[_Read]:
    if servers.value is None:
        return
    if not is_list(servers.value):
        yield _Read(servers, None, "servers are no list")
    for node in servers.each() if is_list(servers.value) else [servers]:
        filled = list(islice(_filled(node), _MOST))
        if not filled:
            yield _Read(node, None, f"{shown(node.value)} is no server, or has variables without values")
        yield from (_sound(node, url, origin) for url in filled)


def _sound(node: Node, url: str, origin: str | None) -> _Read:
    whole = _whole(url, origin)
    if whole is None:
        why = "is relative; give --server with the address before it" if url.startswith((".", "/")) else "is no address"
        return _Read(node, None, f"server {url!r} {why}")
    if mistake := server_mistake(whole):
        return _Read(node, None, f"server {url!r} {mistake}")
    if not is_clear(whole):
        return _Read(node, whole)
    safe = f"https://{whole.partition('://')[2]}"
    if server_mistake(safe):
        return _Read(node, None, f"server {url!r} would get credentials in the clear")
    return _Read(node, safe, f"server {url!r} would get credentials in the clear; it is taken with https")


def _filled(server: Node) -> Iterator[str]:
    """Put values into a template: first the defaults, then whatever else is listed."""
    url = server.text("url").strip()
    if not url:
        return
    names = list(dict.fromkeys(_VARIABLE.findall(url)))
    choices = [_values(server.get("variables", name)) for name in names]
    if all(choices):
        for values in product(*choices):
            filled = dict(zip(names, values, strict=True))
            yield _VARIABLE.sub(lambda found, filled=filled: filled[found[1]], url)  # type: ignore[misc] # (a lambda's default has no type)


def _values(variable: Node) -> list[str]:
    listed = variable.get("enum").value
    values = [variable.get("default").value, *(listed if is_list(listed) else [])]
    return list(dict.fromkeys(str(each) for each in values if each not in (None, "")))


def _whole(url: str, origin: str | None) -> str | None:
    url = _HEAD.sub(lambda found: found[0].lower(), url.rstrip("/"))
    if url.startswith("//"):
        url = f"https:{url}"
    elif "://" not in url and re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)", url):
        url = f"https://{url}"
    elif "://" not in url:
        url = re.sub(r"^(\.{1,2}/)+|^\.{1,2}$", "", url)
        url = f"{origin.rstrip('/')}/{url.lstrip('/')}".rstrip("/") if origin else ""
    return url if _ABSOLUTE.fullmatch(url) else None


def root_and_prefixes(urls: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Find the address that several have in common, and what of each comes behind it; others are left out."""
    first = urlsplit(urls[0])
    same = [url for url in urls if urlsplit(url)[:2] == first[:2]]
    steps = [urlsplit(url).path.strip("/").split("/") if urlsplit(url).path.strip("/") else [] for url in same]
    shared = steps[0]
    for each in steps[1:]:
        count = next((at for at, (a, b) in enumerate(zip(shared, each, strict=False)) if a != b), None)
        shared = shared[: min(len(shared), len(each)) if count is None else count]
    root = "/".join([f"{first.scheme}://{first.netloc}", *shared])
    return root, {
        url: "".join(f"/{step}" for step in each[len(shared) :]) for url, each in zip(same, steps, strict=True)
    }
