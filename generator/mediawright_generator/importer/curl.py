"""The curl commands in which documents show a request."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

_LONG = {
    "-X": "--request",
    "-H": "--header",
    "-d": "--data",
    "--data-raw": "--data",
    "--data-binary": "--data",
    "--json": "--data",
}
_SILENT = frozenset({"-s", "-S", "-L", "-i", "-k", "--silent", "--location", "--include", "--compressed"})
_VALUED = frozenset({"--request", "--header", "--data", "--url"})


@dataclass(frozen=True, slots=True)
class Curl:
    """One request as a curl command says it."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    data: str | None


def read_curl(text: str) -> Curl | None:
    """Read a curl command; nothing where the text is none, or says what we do not know."""
    try:
        words = shlex.split(re.sub(r"\\\r?\n", " ", text))
    except ValueError:
        return None
    options = tuple(_options(words[1:]))
    urls, data, methods, headers = (
        [value for name, value in options if name == wanted] for wanted in ("--url", "--data", "--request", "--header")
    )
    if words[:1] != ["curl"] or len(urls) != 1 or len(data) > 1 or any(name not in _VALUED for name, _ in options):
        return None
    method = methods[-1] if methods else "POST" if data else "GET"
    return Curl(method.upper(), urls[0], tuple(map(_header, headers)), data[0] if data else None)


def _options(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield long names and values; a bare word is the address."""
    rest = iter(words)
    for word in rest:
        name, given, value = word.partition("=")
        if not word.startswith("-"):
            yield "--url", word
        elif word not in _SILENT:
            yield _LONG.get(name, name), value if given else next(rest, "")


def _header(text: str) -> tuple[str, str]:
    name, _, value = text.partition(":")
    return name.strip(), value.strip()
