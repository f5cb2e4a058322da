"""What parameters of well-known names are about, so that alike parameters of different vendors compare."""

import re
from dataclasses import dataclass

from mediawright_generator.spec.base import Scalar
from mediawright_generator.spec.parameter import Means

_ANY = r".*"
_RATIO = r"\d+(\.\d+)?:\d+(\.\d+)?"
_SECONDS = r"\d+(\.\d+)?s?"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means, provided that each documented value looks like it."""

    names: tuple[str, ...]
    means: Means
    value: str = _ANY


MEANINGS = (
    Meaning(("prompt",), Means(quantity="prompt")),
    Meaning(("duration",), Means(quantity="duration", unit="seconds"), _SECONDS),
    Meaning(("resolution",), Means(quantity="resolution")),
    Meaning(("ratio", "aspect_ratio", "size"), Means(quantity="aspect_ratio"), _RATIO),
    Meaning(("width",), Means(quantity="width", unit="pixels"), r"\d+"),
    Meaning(("height",), Means(quantity="height", unit="pixels"), r"\d+"),
    Meaning(("generate_audio",), Means(quantity="audio")),
    Meaning(("count", "counts"), Means(quantity="count", unit="items"), r"\d+"),
    Meaning(("seed",), Means(quantity="seed")),
)


def meaning(name: str, keywords: tuple[Scalar, ...]) -> Means | None:
    """Tell what a parameter is about; nothing where its name says nothing or its values say otherwise."""
    for row in MEANINGS:
        if name in row.names and all(re.fullmatch(row.value, str(keyword)) for keyword in keywords):
            return None if row.value == _RATIO and not keywords else row.means
    return None
