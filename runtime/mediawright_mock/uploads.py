"""Files that callers bring: kept as they came, and answered with what they are."""

from __future__ import annotations

import hashlib
import io
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_mock.answer_paths import clear, put
from mediawright_mock.answers import plain
from mediawright_mock.samples import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_mock.chance import Chance
    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Answer, Request

FOLDER = "/_mock/uploads/"
"""Where a mock serves what was brought, by its MD5."""
_IDS = ("key", "identifier", "id", "file_id")


class Upload(NamedTuple):
    """A file that was brought."""

    name: str
    content: bytes
    md5: str
    size: tuple[int, int] | None
    """Width and height of a picture; None of anything else."""


class Uploads:
    """All files that were brought to one mock."""

    def __init__(self, chance: Chance) -> None:
        """Begin without files."""
        self._chance = chance
        self._uploads: dict[str, Upload] = {}

    def take(self, operation: Operation, request: Request, values: Mapping[str, Any]) -> Answer:
        """Keep a file, and answer what it is, wherever that is documented.

        What only pictures have is null for anything else, or left out where null is not documented.
        """
        name = next((str(value) for key, value in values.items() if key in {"file_name", "filename", "name"}), "")
        md5 = hashlib.md5(request.body, usedforsecurity=False).hexdigest()
        upload = self._uploads[md5] = Upload(name, request.body, md5, _size(request.body))
        draft = plain(operation)
        nullable = {each["name"] for each in operation.record.get("api_response", ()) if each.get("nullable")}
        for place, value in self._facts(operation, upload):
            if value is None and place not in nullable:
                clear(draft.body, place)
            else:
                put(draft.body, place, value)
        return draft.sent()

    def find(self, path: str) -> Upload | None:
        """Find a file by the path at which it is served."""
        return self._uploads.get(path.removeprefix(FOLDER)) if path.startswith(FOLDER) else None

    def told(self) -> list[dict[str, object]]:
        """Say what was brought, for JSON."""
        return [
            {"name": each.name, "bytes": len(each.content), "md5": each.md5, "path": FOLDER + each.md5}
            for each in self._uploads.values()
        ]

    def _facts(self, operation: Operation, upload: Upload) -> Iterator[tuple[str, Any]]:
        width, height = upload.size or (None, None)
        known = {"md5": upload.md5, "size": len(upload.content), "width": width, "height": height}
        known |= {"name": upload.name} if upload.name else {}
        for field in operation.record.get("api_response", ()):
            place, _, last = field["name"].rpartition(".")
            if last in {"width", "height"} and upload.size is None:
                yield place or last, None
            elif last in known:
                yield field["name"], known[last]
            elif last in _IDS and field["type"] == "string":
                yield field["name"], self._named(example(operation, field["name"]))

    def _named(self, shown: object) -> str:
        """Make an id in the shape of the documented one: behind its folder, and with its extension."""
        folder, slash, file = str(shown).rpartition("/")
        _, dot, extension = file.rpartition(".")
        return f"{folder}{slash}{self._chance.new_id()}" + (f".{extension}" if dot else "")


def _size(content: bytes) -> tuple[int, int] | None:
    """Measure a picture."""
    width, height = import_module("imagesize").get(io.BytesIO(content))
    return (int(width), int(height)) if width > 0 and height > 0 else None
