"""Live answers as files: in the form of a record's `api_request_demo`, for a review to take over or not."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediawright_generator.importer.text import entry_text
from mediawright_generator.live.compare import Difference, differences, succeeded
from mediawright_generator.live.examples import cheapest
from mediawright_generator.live.known import Known, known, walk
from mediawright_generator.live.run import Heard
from mediawright_generator.live.scrub import scrubbed
from mediawright_runtime.contracts import Record
from mediawright_runtime.envelope import read_json
from mediawright_runtime.observation import RawResponse

_DEMO = ("path", "query", "header", "body")


@dataclass(frozen=True, slots=True)
class Told:
    """One operation's answers of a run, without secrets."""

    record: Record
    answers: Mapping[str, Mapping[str, Any]]
    """In the form of a documented response, by what the protocol says in each: two that say the same are one."""
    differences: tuple[Difference, ...]


def told(heard: Heard, records: Iterable[Record]) -> tuple[Told, ...]:
    """Bring the answers of a call into the form of records, by the operation that each is of."""
    by_path = {each["python"]: each for each in records}
    operations = dict.fromkeys(each.operation for each in heard.answers)
    return tuple(_told(by_path[each], heard, by_path) for each in operations)


class Kept:
    """The files of one run: a file for each operation, which grows with what is answered to later calls."""

    def __init__(self, folder: Path, day: str) -> None:
        """Begin with nothing; a later run of a day replaces the files of an earlier one."""
        self._folder = folder / day
        self._day = day
        self._told: dict[str, Told] = {}

    def write(self, found: Iterable[Told]) -> list[Path]:
        """Write what was told, beside what was told before, and say where."""
        return [self._write(each) for each in found]

    def _write(self, found: Told) -> Path:
        python = found.record["python"]
        before = self._told.get(python)
        self._told[python] = whole = _joined(before, found) if before else found
        path = self._folder / f"{python}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(whole, self._day), encoding="utf-8")
        return path


def proposals(folder: Path) -> Iterator[str]:
    """Print what the last run of a vendor proposes, file by file, for a person to take over into its records."""
    days = sorted(each for each in folder.glob("*") if each.is_dir())
    for path in sorted(days[-1].glob("*.yaml")) if days else ():
        yield path.read_text(encoding="utf-8")


def _joined(before: Told, found: Told) -> Told:
    differences = tuple(dict.fromkeys((*before.differences, *found.differences)))
    return Told(found.record, {**before.answers, **found.answers}, differences)


def _told(record: Record, heard: Heard, records: Mapping[str, Record]) -> Told:
    documented = known(record, records.values())
    answers = [each for each in heard.answers if each.operation == record["python"]]
    pairs = [(each.status_code, read_json(each)) for each in answers]
    found = dict.fromkeys(each for status, body in pairs for each in differences(status, body, documented))
    forms = [_response(each, documented, heard) for each in answers]
    return Told(record, {_said(each, documented): each for each in forms}, tuple(found))


def _said(form: Mapping[str, Any], documented: Known) -> str:
    """Sum up what the protocol says in an answer: HTTP status, code, state; a progress is no news."""
    words = [(path, value) for path, value in walk(form["body"], documented.opens) if path in documented.words]
    return json.dumps([form["status"], sorted(words, key=str)])


def _response(answer: RawResponse, documented: Known, heard: Heard) -> dict[str, Any]:
    status, body = answer.status_code, read_json(answer)
    if body is None:
        media = answer.headers.get("content-type", "").partition(";")[0]
        return {"status": status, "describe": f"No JSON but {len(answer.content)} bytes of {media}.", "body": None}
    form = json.dumps(scrubbed(body, documented), ensure_ascii=False)
    what = "A success" if succeeded(status, body, documented) else "A refusal"
    return {"status": status, "describe": f"{what}.", "body": json.loads(heard.redaction.text(form, 2 * len(form)))}


def _text(found: Told, day: str) -> str:
    document = f"live {day}"
    lines = [
        f"# {found.record['name']}: answers of the live service on {day}, without secrets, ids and texts.",
        "# For the record of this operation, once somebody has read them:",
        *(f"# {each}" for each in found.differences),
        entry_text("api_request_demo", [_request(found.record) | {"response": list(found.answers.values())}], 0),
        entry_text("sources", [{"document": document, "read_on": day, "verified_live": True}], 0),
    ]
    return "\n".join(lines) + "\n"


def _request(record: Record) -> dict[str, Any]:
    """Say what was asked in the documents' own words; where they have none, by the names of what is required."""
    demo = cheapest(record)
    request = {key: demo[key] for key in _DEMO if key in demo} if demo else {}
    for each in record["api_body"] if not demo else ():
        if each["required"] and each["in"] in {"path", "query"}:
            request.setdefault(each["in"], {})[each["wire_name"]] = f"<{each['name']}>"
    return {"title": "Answered live", **request}
