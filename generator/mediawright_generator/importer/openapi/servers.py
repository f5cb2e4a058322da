"""The addresses of a vendor: templates filled, relative ones made whole, and what of a path belongs to them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Final
from urllib.parse import urlsplit

from mediawright_generator.importer.openapi.reference import Node
from mediawright_runtime.shapes import is_list

_ABSOLUTE: Final = re.compile(r"https?://[^\s?#]*[^\s?#/]")
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_MOST: Final = 8


def addresses(servers: Node, origin: str | None) -> tuple[str, ...]:
    """List the addresses under `servers`, in their order; `origin` is that of relative ones, where it is known."""
    found = (_whole(url, origin) for server in servers.each() for url in islice(_filled(server), _MOST))
    return tuple(dict.fromkeys(url for url in found if url))


def _filled(server: Node) -> Iterator[str]:
    """Put values into a template: first the defaults, then whatever else is listed."""
    url = server.text("url").strip()
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
    url = url.rstrip("/")
    if url.startswith("//"):
        url = f"https:{url}"
    elif not urlsplit(url).scheme and re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)", url):
        url = f"https://{url}"
    elif not urlsplit(url).scheme:
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
