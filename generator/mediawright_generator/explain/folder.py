"""The folder of pages: docs/rules in a checkout, a part of the package where it is installed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

PAGES: Final = "docs/rules"
FIXTURES: Final = "tests/rules"
_FOLDERS: Final = (Path(__file__).parent / "pages", Path(__file__).parents[3] / PAGES)


def kept_page(rule: str) -> str:
    """Read the page of a rule; nothing where there is none."""
    files = (folder / f"{rule}.md" for folder in _FOLDERS)
    return next((file.read_text(encoding="utf-8") for file in files if file.is_file()), "")


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Leave exactly these pages in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in {path.name for path in folder.glob("*.md")} - set(pages):
        (folder / name).unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
