"""Python names for wire names: one rule, applied where the spec gives no name."""

import keyword
import re

_PARENTHESISED_SUFFIX = re.compile(r"\s*\([^()]*\)\s*$")


def slug(name: str) -> str:
    """Spell a name in lower case with underscores: `Wan 2.6 (Text To Video)` becomes `wan_2_6_text_to_video`."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def method_name(name: str) -> str:
    """Name the method of an operation: its slug without a parenthesised suffix."""
    return _safe(slug(_PARENTHESISED_SUFFIX.sub("", name)))


def snake_case(name: str) -> str:
    """Spell a wire name as a Python keyword argument: `conversationId` becomes `conversation_id`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return _safe(slug(words))


def class_name(name: str) -> str:
    """Spell a slug as a class name: `image_to_video` becomes `ImageToVideo`."""
    return "".join(word[:1].upper() + word[1:] for word in slug(name).split("_"))


def _safe(name: str) -> str:
    if keyword.iskeyword(name):
        return f"{name}_"
    return f"n_{name}" if name[:1].isdigit() else name
