"""An import over records that people have edited: what is written, what is said of it, and what stays as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from mediawright_generator.importer.base import Said, base_text
from mediawright_generator.importer.bench import bench
from mediawright_generator.importer.c_api_doc import Imported
from mediawright_generator.importer.draft import Draft, draft, new_draft
from mediawright_generator.importer.edit import has_aliases
from mediawright_generator.importer.identity import identity, pairs
from mediawright_generator.importer.known import Known, KnownRecord
from mediawright_generator.importer.labels import DEMOS
from mediawright_generator.importer.news import News, news_of, problem_of
from mediawright_generator.importer.settle import Settled, settle
from mediawright_generator.load import Located
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation
from mediawright_generator.spec.naming import slug


@dataclass(frozen=True, slots=True)
class Update:
    """What an import writes, says, and refuses."""

    texts: Mapping[str, str]
    """Texts of files that change, by path below the root; the file of the import itself comes last."""
    news: tuple[News, ...]
    problems: tuple[Problem, ...]
    written: int
    """How many records are written."""
    unchanged: int
    """How many records stay as they are."""


def update(known: Known, imported: Imported, *, dry_run: bool = False) -> Update:
    """Bring the records of a document over those that are known.

    Args:
        known: the vendor as it is.
        imported: what the document says.
        dry_run: places are those of the files as they are, since nothing will be written.
    """
    drafts, gone = _drafts(known, imported)
    kept = {each.file: remark for each in drafts if each.changes and (remark := _uneditable(each))}
    settled = settle((replace(each, refused=each.file in kept) for each in drafts), bench(known.loaded))
    texts = {file: each.outcome for file, each in settled.drafts.items() if each.is_new or each.changes}
    changed = {file: text for file, text in texts.items() if text is not None}
    said = [*(each.said for each in settled.drafts.values()), *(each.said for each in gone)]
    stated = (replace(each, removed=index >= len(drafts)) for index, each in enumerate(said) if each)
    base = base_text(stated, imported.vendor)
    return Update(
        changed if base == known.base else {**changed, f"{known.folder}/{known.path}": base},
        tuple(sorted((*_news(settled, known, dry_run=dry_run), *map(_missing, gone)))),
        (*(kept[file] for file in sorted(kept)), *_problems(settled, known, dry_run=dry_run)),
        len(changed),
        len(known.records) - sum(not settled.drafts[file].is_new for file in changed),
    )


def _drafts(known: Known, imported: Imported) -> tuple[list[Draft], list[KnownRecord]]:
    """Draft a record for each operation of the document, and tell which records the document has no longer."""
    read = imported.records
    stated = [identity({"id": each.id, "model_code": each.model_code, "name": each.name}) for each in read]
    unread = {each.record for each in imported.unplaced if each.field.startswith(f"{DEMOS}.")}
    candidates: tuple[KnownRecord | Said, ...] = (*known.records, *known.orphans)
    found = pairs(stated, [each.identity for each in candidates])
    files = {each.located.file for each in known.records}
    drafts: list[Draft] = []
    for index, record in enumerate(read):
        match = candidates[found[index]] if index in found else None
        if isinstance(match, KnownRecord):
            drafts.append(draft(match, record, unread=record.name in unread))
        else:
            file = _free_file(f"{known.folder}/apis/{slug(record.name)}", files)
            files.add(file)
            drafts.append(new_draft(file, record, match))
    gone = [each for index, each in enumerate(known.records) if index not in found.values() and each.said]
    return drafts, gone


def _free_file(stem: str, files: set[str]) -> str:
    names = (f"{stem}.yaml" if number == 1 else f"{stem}_{number}.yaml" for number in count(1))
    return next(each for each in names if files.isdisjoint({each, each.replace(".yaml", ".json")}))


def _news(settled: Settled, known: Known, *, dry_run: bool) -> Iterator[News]:
    places = _places(settled, known, dry_run=dry_run)
    for file, each in settled.drafts.items():
        yield from news_of(each, places.get(file))
        if not each.is_new and (each.base.removed if each.base else known.base is not None):
            text = f"record {each.read.name!r} is in the document {'again' if each.base else 'now'}"
            yield News(Place(file), "vendor-added", text)


def _problems(settled: Settled, known: Known, *, dry_run: bool) -> Iterator[Problem]:
    places = _places(settled, known, dry_run=dry_run)
    for each in settled.refusals:
        yield problem_of(each, settled.drafts[each.file], places.get(each.file))


def _places(settled: Settled, known: Known, *, dry_run: bool) -> Mapping[str, Located[Operation]]:
    """Give the records whose files are on disk in the end."""
    return {each.located.file: each.located for each in known.records} if dry_run else settled.trial.records


def _missing(record: KnownRecord) -> News:
    remedy = "its file is kept, remove it by hand when the operation is gone for good"
    text = f"record {record.located.model.name!r} is no longer in the document; {remedy}"
    return News(Place(record.located.file), "vendor-removed", text)


def _uneditable(changed: Draft) -> Problem | None:
    """Tell why a record cannot be changed in place, if it cannot."""
    place = Place(changed.file)
    if changed.file.endswith(".json"):
        what = "the document changes this record, which is kept as JSON"
        return Problem(place, "json-in-changed-record", what, "change it by hand, or keep it as YAML and import again")
    if has_aliases(changed.text):
        what = "the document changes this record, in which aliases repeat values"
        return Problem(place, "alias-in-changed-record", what, "write the values out, and import again")
    return None
