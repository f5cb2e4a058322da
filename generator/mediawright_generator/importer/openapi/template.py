"""The path of an operation: its placeholders in one spelling, and what may stand in an address."""

import re
from collections.abc import Iterator
from typing import Final

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_HOST: Final = re.compile(r"^[a-z]+://[^/]+", re.IGNORECASE)
_DOUBLED: Final = re.compile(r"\{\{([^{}]*)\}\}")
_OF_ROUTERS: Final = re.compile(r"(?<=/)(?::([A-Za-z_]\w*)|<(?:\w+:)?([A-Za-z_]\w*)>)(?=/|$)")
"""A whole step as routers write a placeholder: `:id`, `<id>`, `<int:id>`."""
_IN_QUERY: Final = re.compile(r"\{[?&][^{}]*\}")
_BEFORE: Final = "+#./;"
_BEHIND: Final = re.compile(r"[?#].*")
_STRANGE: Final = re.compile(r"[^A-Za-z0-9/._~!$&'()*+,;=:@%-]")
_WITHOUT_NAME: Final = "value"


def template(path: str) -> str:
    """Write the placeholders of a path as `{name}`, whatever wrote it: `:id`, `{+path}`, `{id:[0-9]+}`, `{path*}`."""
    once = _IN_QUERY.sub("", _DOUBLED.sub(r"{\1}", _HOST.sub("", path.strip())))
    spelt = _OF_ROUTERS.sub(lambda found: f"{{{found[1] or found[2]}}}", once)
    taken: set[str] = set()
    return _PLACEHOLDER.sub(lambda found: f"{{{_free(_name(found[1]), taken)}}}", spelt)


def _free(name: str, taken: set[str]) -> str:
    """Number what stands twice: each step may have a value of its own."""
    free = next(each for each in (name, *(f"{name}_{n}" for n in range(2, 1000))) if each not in taken)
    taken.add(free)
    return free


def _name(inside: str) -> str:
    return inside.lstrip(_BEFORE).partition(":")[0].rstrip("*").strip() or _WITHOUT_NAME


def placeholders(path: str) -> tuple[str, ...]:
    """Name the placeholders of a path, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(_BEHIND.sub("", template(path)))))


def endpoint(path: str, prefix: str) -> str:
    """Put a path behind a prefix, without its query, and with all else as an address has it."""
    bare = re.sub(r"/{2,}", "/", _BEHIND.sub("", template(path)))
    joined = f"{prefix}/{bare.lstrip('/')}" if bare.strip("/") else prefix or "/"
    return "".join(_parts(joined))


def _parts(path: str) -> Iterator[str]:
    for index, part in enumerate(_PLACEHOLDER.split(path)):
        yield f"{{{in_address(part)}}}" if index % 2 else in_address(part)


def in_address(text: str) -> str:
    """Write a text so that it may stand in an address."""
    return _STRANGE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace")), text)


def folded(name: str) -> str:
    """Give what names have in common that differ in their spelling alone: `voiceId`, `voice_id`."""
    return re.sub(r"[\W_]+", "", name).lower()
