"""Short sentences in own words about things of which only the name is known, and names of operations."""

import re
from typing import Final

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")
_UPPER: Final = frozenset(
    {"id", "ids", "url", "urls", "uri", "api", "ai", "cfg", "lora", "http", "ip", "tts", "stt", "fps", "gpt", "nsfw"}
)
_MOST_WORDS: Final = 12


def words_of(name: str) -> tuple[str, ...]:
    """Split a name into words, in lower case: `imageToVideo_v2` is image, to, video, v, 2."""
    return tuple(each.lower() for each in _WORD.findall(name))


def sentence_of(name: str) -> str:
    """Say what a parameter is called, in words."""
    found = [_spelled(each) for each in _joined(words_of(name))][:_MOST_WORDS]
    return f"{_capital(' '.join(found))}." if found else ""


def title_of(name: str) -> str:
    """Write a name as a title: `createImageV2` becomes `Create Image V2`."""
    return " ".join(_capital(_spelled(each)) for each in _joined(words_of(name)))


def _joined(words: tuple[str, ...]) -> list[str]:
    """Put a version back together: v and 2 are v2."""
    found: list[str] = []
    for each in words:
        if each.isdigit() and found and (len(found[-1]) == 1 or found[-1] in ("v", "gen", "gpt")):
            found[-1] += each
        else:
            found.append(each)
    return found


def _spelled(word: str) -> str:
    return word.upper() if word in _UPPER else word


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
