"""The digest by which a journal knows an input again, without keeping it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from mediawright_runtime.errors import InvalidRequestError
from mediawright_runtime.redaction import shown

if TYPE_CHECKING:
    from collections.abc import Mapping


def digest(params: Mapping[str, object]) -> str:
    """Digest an input: its canonical JSON, with bytes and files by what is in them, and None as if omitted.

    Raises:
        InvalidRequestError: A value cannot be known again, as what is in an open file.
    """
    given = {name: value for name, value in params.items() if value is not None}
    text = json.dumps(given, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, (bytes, bytearray)):
        return {"sha256": sha256(value).hexdigest()}
    if isinstance(value, Path):
        return _of_file(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    raise InvalidRequestError("inputs", value, "bytes or a Path", reason=f"a journal cannot know {shown(value)} again")


def _of_file(path: Path) -> object:
    try:
        with path.open("rb") as file:
            content = sha256()
            while piece := file.read(1 << 20):
                content.update(piece)
    except OSError as cause:
        reason = f"{path} cannot be read: {cause.strerror}"
        raise InvalidRequestError("inputs", path, "a file that is there", reason=reason) from cause
    return {"sha256": content.hexdigest()}
