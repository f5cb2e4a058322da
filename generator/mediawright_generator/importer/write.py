"""Writes the files of an import, each at once: whoever reads meanwhile sees the old text or the new."""

from collections.abc import Mapping
from pathlib import Path


def write_texts(texts: Mapping[str, str], root: Path) -> None:
    """Write files in their order, by path below `root`; cut anywhere, the next import goes on from there."""
    for path, text in texts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = target.with_name(f".{target.name}.new")
        staged.write_bytes(text.encode())
        staged.replace(target)
