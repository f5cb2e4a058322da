"""Which files of a vendor's folder are specs: YAML, or JSON with the same keys."""

from errno import EINVAL
from pathlib import Path
from typing import Final

from mediawright_generator.spec.changelog import CHANGELOG

_RECORDS: Final = (".yaml", ".json")
"""Endings of specs; where both are there, the first is read."""
_SCHEMAS: Final = "schema"
"""The folder beside those of vendors that holds the schemas of specs, one of them under the name of a spec."""


def visible(folder: Path, pattern: str) -> list[Path]:
    """List what a folder shows, by name."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def vendor_file(folder: Path) -> Path:
    """Give the file of what a vendor's operations share, whether it is there or not."""
    yaml, json = (folder / f"vendor{ending}" for ending in _RECORDS)
    return json if json.exists() and not yaml.exists() and folder.name != _SCHEMAS else yaml


def record_files(folder: Path) -> list[Path]:
    """List the records of a vendor."""
    files = [path for ending in _RECORDS for path in visible(folder / "apis", f"*{ending}")]
    return sorted(set(files) - {*doubled_files(folder)})


def doubled_files(folder: Path) -> list[Path]:
    """List the specs in JSON that are there in YAML, too."""
    files = (folder / "vendor.json", *visible(folder / "apis", "*.json"))
    return [path for path in files if path.exists() and path.with_suffix(".yaml").exists()]


def unread_files(folder: Path) -> list[Path]:
    """List what looks like a spec and is none, by its place or its ending."""
    known = {vendor_file(folder), folder / CHANGELOG, *record_files(folder), *doubled_files(folder)}
    among = (path for path in visible(folder / "apis", "*") if path.is_file() and path.suffix != ".md")
    beside = [*visible(folder, "*.json"), *visible(folder / "apis", "**/*.json"), *among]
    return sorted({*yaml_files(folder), *beside} - known)


def content_of(path: Path) -> bytes:
    """Read a file; what would be waited for, as a pipe, is none.

    Raises:
        OSError: It cannot be read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(EINVAL, "Not a plain file", str(path))
    return path.read_bytes()


def yaml_files(folder: Path) -> list[Path]:
    """List every file in YAML, however deep it lies."""
    return [path for path in visible(folder, "**/*") if is_yaml(path)]


def is_yaml(path: Path) -> bool:
    """Tell a file in YAML by its name."""
    return path.suffix.lower() in {".yaml", ".yml"}
