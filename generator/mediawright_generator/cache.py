"""Work done before, kept by the digest of all it comes from.

Only what was written whole, by this very generator with these very tools, is believed. Deleting the folder costs time
and nothing else.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path

FOLDER = ".mediawright-cache"
_PACKAGES = ("mediawright_generator", "mediawright_runtime", "mediawright_templates")


def maker() -> str:
    """Identify what makes results: the sources of generator, runtime and templates, and everything installed."""
    identity = sha256(f"{sys.version}\0{sys.flags.optimize}".encode())
    for name in sorted(_installed()):
        identity.update(f"\0{name}".encode())
    for room in sorted(set(_rooms())):
        for path in sorted(each for each in room.rglob("*") if each.suffix in {".py", ".jinja"}):
            identity.update(f"\0{room.name}/{path.relative_to(room).as_posix()}\0".encode())
            identity.update(path.read_bytes())
    return identity.hexdigest()


def _installed() -> Iterable[str]:
    folders = [Path(folder) for folder in sys.path if folder.endswith("-packages") and Path(folder).is_dir()]
    return (each.name for folder in folders for each in folder.glob("*.dist-info"))


def _rooms() -> Iterable[Path]:
    rooms = (Path(folder) / package for folder in sys.path for package in _PACKAGES)
    return (room for room in rooms if room.is_dir())


class Shelf:
    """Results of one kind, by key. What a run does not use is gone after it, unless it used nothing of the kind."""

    def __init__(self, file: Path, made_by: str) -> None:
        self._file = file
        self._made_by = made_by
        self._used: dict[str, str] = {}

    @cached_property
    def _known(self) -> dict[str, str]:
        return _read(self._file, self._made_by)

    def get(self, key: str) -> str | None:
        """Find a result."""
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, result: str) -> None:
        """Keep a result."""
        self._used[key] = result

    def made(self, keys: Mapping[str, str], make: Callable[[list[str]], Mapping[str, str]]) -> dict[str, str]:
        """Find the results of all names, by their keys, and make those that are missing in one go."""
        found = {name: self.get(key) for name, key in keys.items()}
        missing = [name for name, result in found.items() if result is None]
        fresh: Mapping[str, str] = make(missing) if missing else {}
        for name in missing:
            self.put(keys[name], fresh[name])
        return {name: fresh[name] if result is None else result for name, result in found.items()}

    def save(self) -> None:
        """Write what this run used, at once; leave the file alone where that is what it says."""
        if not self._used or self._used == self._known:
            return
        payload = json.dumps(self._used, ensure_ascii=False, sort_keys=True)
        with suppress(OSError):  # a folder that cannot be written costs the next run some time, and nothing else
            _replace(self._file, f"{key_of(self._made_by, payload)}\n{payload}")


class Shelves:
    """The shelves of one checkout."""

    def __init__(self, root: Path) -> None:
        folder, made_by = root / FOLDER, maker()
        self._made_by = made_by
        self.runs = Shelf(folder / "runs", made_by)
        """What a run came to, by all it read and wrote."""
        self.checked = Shelf(folder / "checked", made_by)
        """What a check came to, by all it read."""
        self.parsed = Shelf(folder / "parsed", made_by)
        self.templates = Shelf(folder / "templates", made_by)
        self.models = Shelf(folder / "models", made_by)
        self.formatted = Shelf(folder / "formatted", made_by)

    def save(self) -> None:
        """Keep what this run used, unless someone has changed the generator meanwhile: it may be of either making."""
        if maker() != self._made_by:
            return
        for shelf in (self.runs, self.checked, self.parsed, self.templates, self.models, self.formatted):
            shelf.save()


def key_of(*parts: str) -> str:
    """Make the key of a result from all it comes from."""
    identity = sha256()
    for part in parts:
        identity.update(f"{len(part)}:".encode())
        identity.update(part.encode())
    return identity.hexdigest()


def _read(file: Path, made_by: str) -> dict[str, str]:
    try:
        seal, _, payload = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    if seal != key_of(made_by, payload):
        return {}
    known: dict[str, str] = json.loads(payload)
    return known


def _replace(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.parent.joinpath(".gitignore").write_text("*\n", encoding="utf-8")
    staged = file.with_suffix(f".{os.getpid()}")
    staged.write_text(text, encoding="utf-8", newline="\n")
    staged.replace(file)
