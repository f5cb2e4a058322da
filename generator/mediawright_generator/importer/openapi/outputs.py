"""Where an answer has addresses of files, as far as names and formats tell."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Answer, Hint
from mediawright_generator.importer.openapi.words import words_of

_ADDRESS: Final = frozenset({"url", "urls", "uri", "uris", "link", "links", "href"})
_FILES: Final = frozenset(
    [
        "output",
        "outputs",
        "result",
        "results",
        "video",
        "videos",
        "image",
        "images",
        "audio",
        "audios",
        "file",
        "files",
        "media",
        "asset",
        "assets",
        "artifact",
        "artifacts",
        "model",
        "mesh",
        "gif",
        "sample",
        "samples",
        "music",
        "song",
        "track",
        "clip",
    ]
)
_NOT_MADE: Final = frozenset(
    [
        "callback",
        "webhook",
        "webhooks",
        "polling",
        "poll",
        "status",
        "input",
        "inputs",
        "request",
        "params",
        "parameters",
        "thumbnail",
        "thumbnails",
        "cover",
        "avatar",
        "icon",
        "docs",
        "help",
        "next",
        "previous",
        "prev",
        "first",
        "last",
        "self",
        "page",
        "upload",
        "uploads",
        "source",
        "reference",
        "init",
        "preview",
        "previews",
        "cancel",
        "get",
        "stream",
        "streams",
        "logo",
        "poster",
        "metadata",
        "options",
        "config",
        "settings",
        "web",
        "share",
        "billing",
        "invoice",
        "checkout",
        "user",
        "creator",
        "author",
        "original",
        "documentation",
        "details",
        "error",
        "errors",
        "id",
        "ids",
        "sharing",
        "article",
        "server",
        "consent",
    ]
)
_MOSTLY_IDS: Final = frozenset({"file", "files"})
_RESULTS: Final = frozenset({"result", "results", "output", "outputs", "download"})
_MOST: Final = 4
"""With more places than these, an answer tells of other things than files that were made."""
_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("video", "videos", "mp4", "gif", "clip", "film", "render"), "video"),
    **dict.fromkeys(("image", "images", "picture", "photo", "png", "img", "imgs"), "image"),
    **dict.fromkeys(("audio", "audios", "music", "song", "speech", "voice", "sound", "mp3", "wav", "track"), "audio"),
}
_DEEPEST: Final = 5


def outputs_of(answer: Answer, words: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """List the places of files; `words` say what the operation makes, where a field does not."""
    found = dict(_places(answer))
    usual = next((kind for word in words if (kind := _KINDS.get(word))), None)
    return tuple({"path": path, **_kind(path, usual)} for path in _without_copies(found))


def _places(answer: Answer) -> Iterator[tuple[str, int]]:
    for row in answer.fields:
        name, hint = row["name"], answer.hints.get(row["name"], Hint())
        words = [word for step in name.split(".") for word in words_of(step)]
        if {*words} & _NOT_MADE or len(name.split(".")) > _DEEPEST:
            continue
        own = {*words_of(name.rpartition(".")[2])}
        is_list = row["type"] == "array" and hint.item == "string"
        if not is_list and row["type"] not in ("string", "any"):
            continue
        is_address = bool(own & _ADDRESS) or hint.format in ("uri", "url")
        is_uri = hint.format in ("uri", "url")
        is_file = bool(own & _FILES) and (is_uri or (is_list and not own & _MOSTLY_IDS))
        is_download = bool(own & _ADDRESS) and bool({*words} & (_FILES | {"download", *_KINDS}))
        if row["type"] == "any":
            is_address = is_file = False
        if is_download or is_file or (is_address and (bool({*words} & _FILES) or own <= (_ADDRESS | {"download"}))):
            yield f"{name}[]" if is_list else name, len(words)


def _without_copies(found: Mapping[str, int]) -> list[str]:
    """Prefer results, then places that say what they hold: a bare `url` beside `video_url` is mostly something else."""
    results = [path for path in found if {*words_of(path)} & _RESULTS]
    telling = [path for path in found if {*words_of(path)} & (_FILES | {*_KINDS})]
    chosen = results or telling or list(found)
    return chosen if len(chosen) <= _MOST else []


def without_echoes(outputs: Sequence[dict[str, Any]], names: Container[str]) -> tuple[dict[str, Any], ...]:
    """Leave out places that only repeat what a caller has sent under the same name."""
    return tuple(each for each in outputs if not _is_echo(each["path"].rpartition(".")[2].removesuffix("[]"), names))


def _is_echo(name: str, sent: Container[str]) -> bool:
    return name in sent and not {*words_of(name)} & _RESULTS


def _kind(path: str, usual: str | None) -> dict[str, str]:
    own = next((kind for word in reversed(words_of(path)) if (kind := _KINDS.get(word))), usual)
    return {"kind": own} if own else {}
