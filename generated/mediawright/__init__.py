# Emitted from specs by `make generate`. Edit the spec, not this file.

"""Typed clients for generative-media APIs; each vendor is a module of its own: `aimate`, `akool`, `doubao`, `edrawmax`, `mediaio`, `qianfan`, `tomoviee`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from mediawright_runtime.catalogue import Facts
    from mediawright_runtime.declarations import Limits
    from mediawright_runtime.entry import Entry
    from mediawright_runtime.journal import settle
    from mediawright_runtime.observation import RawResponse
    from mediawright_runtime.timeout import Timeout

__all__ = ["Limits", "RawResponse", "Timeout", "catalogue", "settle"]

__version__ = "0.1.0"


def catalogue(
    vendor: str | None = None, capability: str | None = None, *, alternatives: bool = False, **facts: Unpack[Facts]
) -> tuple[Entry, ...]:
    """List the operations that can do all of what is asked, in one call; no vendor's module is imported.

    What is not documented is no match, and neither is what an operation's rules refuse together.

    Args:
        vendor: The module's name.
        capability: What it does: text_to_video, image_to_video, text_to_image, ...
        alternatives: List other published forms of an operation too.
        facts: duration (seconds: 10, "10" or "10s"), resolution ("1080p", "4K", "1024x1024"), aspect_ratio ("16:9"),
            width and height (pixels), audio (whether it has sound), count, seed, language, voice.

    Raises:
        InvalidRequestError: There is no such vendor, capability or fact, or a value says nothing about its fact.
    """
    from mediawright_runtime.catalogue import catalogue as ask

    return ask(vendor, capability, alternatives=alternatives, **facts)


def __getattr__(name: str) -> object:
    """Load a public name at its first use, so that importing this package loads nothing."""
    from importlib import import_module

    places = {"Limits": "declarations", "RawResponse": "observation", "Timeout": "timeout", "settle": "journal"}
    if name not in places:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"mediawright_runtime.{places[name]}"), name)
