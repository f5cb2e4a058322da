"""A vendor's records as they are, and what the document said of them at the last import."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mediawright_generator.importer.base import C_API_DOC, Said, read_base
from mediawright_generator.importer.identity import Identity, identity, pairs
from mediawright_generator.load import LoadedVendor, Located, load
from mediawright_generator.problems import Problem
from mediawright_generator.spec import Operation


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """One record, its text, and what the document said of it."""

    located: Located[Operation]
    text: str
    said: Said | None

    @property
    def identity(self) -> Identity:
        """Which operation it is, by all that it is called and was called."""
        own = _identity(self.located.model)
        return own | self.said.identity if self.said else own


@dataclass(frozen=True, slots=True)
class Known:
    """A vendor, its records, and what the document said of operations that have no record any more."""

    folder: str
    """The vendor's folder below the root of the checkout."""
    loaded: LoadedVendor
    records: tuple[KnownRecord, ...]
    orphans: tuple[Said, ...]
    base: str | None
    """The file of the last import as it is."""
    path: str = C_API_DOC
    """Where that file stands in the vendor's folder."""


def read_known(specs: Path, root: Path, vendor: str, path: str = C_API_DOC) -> tuple[Known | None, tuple[Problem, ...]]:
    """Read the records of a vendor and the file of the last import; none of it where any has problems."""
    folder = specs / vendor
    name = folder.relative_to(root).as_posix()
    vendors, problems = load(specs, root)
    content = (folder / path).read_bytes() if (folder / path).exists() else None
    base = read_base(content, f"{name}/{path}")
    concerned = (*(each for each in problems if each.place.file.startswith(f"{name}/")), *base.problems)
    if concerned:
        return None, concerned
    loaded = next(each for each in vendors if each.vendor.model.name == vendor)
    texts = {each.file: (root / each.file).read_bytes().decode() for each in loaded.operations}
    records, orphans = _with_said(loaded, texts, base.said)
    return Known(name, loaded, records, orphans, None if content is None else content.decode(), path), ()


def _with_said(
    loaded: LoadedVendor, texts: Mapping[str, str], said: tuple[Said, ...]
) -> tuple[tuple[KnownRecord, ...], tuple[Said, ...]]:
    primary_first = sorted(loaded.operations, key=lambda each: (each.model.alternative_of is not None, each.file))
    found = pairs([_identity(each.model) for each in primary_first], [each.identity for each in said])
    records = (
        KnownRecord(each, texts[each.file], said[found[index]] if index in found else None)
        for index, each in enumerate(primary_first)
    )
    return tuple(records), tuple(each for index, each in enumerate(said) if index not in found.values())


def _identity(record: Operation) -> Identity:
    return identity({"id": record.id, "model_code": record.model_code, "name": record.name})
