"""The record of an operation from what a person knows of it, and the lifecycle of its tasks where there is none yet."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from mediawright_generator.importer.edit import sheet
from mediawright_generator.importer.text import record_text
from mediawright_generator.load import LoadedVendor
from mediawright_generator.scaffold.asking import Asker
from mediawright_generator.scaffold.files import Draft
from mediawright_generator.scaffold.lifecycle import ask_lifecycle, outputs
from mediawright_generator.scaffold.parameter import FORM, placeholders, read_parameter
from mediawright_generator.scaffold.request import Shown, read_request
from mediawright_generator.scaffold.unknown import source
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.base import HttpMethod
from mediawright_generator.spec.naming import slug

_TASK = "generation"
"""The name of a lifecycle that nobody names."""
_ORDER = tuple(Vendor.model_fields)


@dataclass(frozen=True, slots=True)
class Start:
    """What an operation is made of beside answers: the vendor as it is, and flags that may be given several times."""

    loaded: LoadedVendor
    vendor_text: str
    parameters: Sequence[str]
    curl: str | None
    today: str

    @property
    def vendor(self) -> Vendor:
        """What all operations of the vendor share."""
        return self.loaded.vendor.model


def new_operation(start: Start, ask: Asker) -> Draft:
    """Ask for what must be known of an operation, and write its record.

    Raises:
        ValueError: An answer cannot be read.
        MissingError: Something must be known, and there is nobody to ask.
    """
    shown = _shown(start, ask)
    name = ask.need("name", "The vendor's name for it", read=_check_name)
    facts: dict[str, Any] = {
        "name": name,
        "model_code": ask.may("model-code", "The code of the model, where it has one"),
        "category": ask.need("category", "Its group, as text_to_video", read=_check_category),
        "method": ask.need("method", "The HTTP method", shown.method if shown else "POST", _check_method).upper(),
        "endpoint": ask.need("endpoint", "The path below the server's address", _default_path(shown), _check_path),
        "content_type": shown.content_type if shown else None,
        "description": ask.may("description", "What it does, in one sentence of your own"),
    }
    facts["api_body"] = _parameters(start, ask, facts, shown)
    facts["api_request_demo"] = [dict(shown.demo)] if shown and shown.demo else []
    facts["sources"] = source(ask.may("document", "The document that you read, a file or an address"), start.today)
    task = _task(start, ask)
    if task is None:
        facts["outputs"] = outputs(ask.may("output-path", "Where its answer has the files, as data.image_url:image"))
        ask.settle()
        return _draft(start, [facts], shown)
    facts["task"] = task
    if task in start.vendor.tasks:
        ask.settle()
        return _draft(start, [facts], shown)
    lifecycle, query = ask_lifecycle(ask, [name, *(each.model.name for each in start.loaded.operations)])
    ask.settle()
    return _draft(start, [facts, query | {"sources": facts["sources"]}], shown, {task: lifecycle})


def _shown(start: Start, ask: Asker) -> Shown | None:
    if start.curl is None:
        return None
    try:
        return read_request(start.curl, start.vendor, ask.given.get("endpoint"))
    except ValueError as problem:
        raise ValueError(f"--from-curl: {problem}") from None


def _default_path(shown: Shown | None) -> str:
    return shown.endpoint if shown else ""


def _parameters(start: Start, ask: Asker, facts: Mapping[str, Any], shown: Shown | None) -> list[dict[str, Any]]:
    """Put together what the path has, what the request shows, and what was said, which has the last word."""
    place = "query" if facts["method"] in {"GET", "HEAD"} else "body"
    found = {name: read_parameter(f"{name}:string:path") for name in placeholders(facts["endpoint"])}
    found |= {each["name"]: each for each in (shown.parameters if shown else ())}
    said = [(f"--parameter {text!r}", text) for text in start.parameters]
    if ask.can_ask and not said and not shown:
        said = [("", text) for text in _asked(ask)]
    for where, text in said:
        try:
            read = read_parameter(text, place)
        except ValueError as problem:
            raise ValueError(f"{where}: {problem}") from None
        found[read["name"]] = {**found.get(read["name"], {}), **read}
    return list(found.values())


def _asked(ask: Asker) -> Iterator[str]:
    while text := ask.may("", f"A parameter, as {FORM}", read_parameter, "when there are no more"):
        yield text


def _task(start: Start, ask: Asker) -> str | None:
    """Tell which lifecycle a call starts; None where its answer is all that comes."""
    if ask.given.get("sync") is not None:
        return None
    known = tuple(start.vendor.tasks)
    only = known[0] if len(known) == 1 else _TASK
    if ask.given.get("task") is not None:
        return ask.given["task"] or only
    if not ask.can_ask:
        ask.missing.append("--task or --sync")
        return None
    answer = ask.need("", "Does a call start a task that is asked for later (yes or no)", read=_check_choice)
    return only if answer.startswith("y") else None


def _draft(
    start: Start, records: Iterable[dict[str, Any]], shown: Shown | None, tasks: Mapping[str, Any] | None = None
) -> Draft:
    folder = start.loaded.vendor.file.rpartition("/")[0]
    texts = {f"{folder}/apis/{slug(each['name'])}.yaml": _text(each, shown) for each in records}
    left_out = shown.left_out if shown else ()
    if not tasks:
        return Draft(texts, left_out=left_out)
    file = start.loaded.vendor.file
    return Draft({**texts, file: _with_tasks(start.vendor_text, tasks)}, frozenset({file}), left_out)


def _text(facts: Mapping[str, Any], shown: Shown | None) -> str:
    stated = {key: value for key, value in facts.items() if value}
    return record_text(Operation.model_validate_json(json.dumps(stated | {"review": list(_unknown(stated, shown))})))


def _unknown(facts: Mapping[str, Any], shown: Shown | None) -> Iterator[dict[str, str]]:
    if shown and facts.get("api_request_demo"):
        note = "Read off one request: its types are those of the values there; what is required and allowed is unknown."
        yield {"fact": "api_body", "note": note}
    elif facts.get("api_body"):
        yield {"fact": "api_body", "note": "Unknown which limits the parameters have."}
    yield {"fact": "api_response", "note": "Unknown what the answer has beside what vendor.yaml names."}


def _with_tasks(text: str, tasks: Mapping[str, Any]) -> str:
    """Put lifecycles into vendor.yaml, and say what is unknown of them; all else stays as it stands."""
    for name, lifecycle in tasks.items():
        note = "Unknown how often to ask, how long a task takes, and where a failed one says why."
        mark = {"fact": f"tasks.{name}", "note": note}
        page = sheet(text)
        text = page.put(("tasks", name), lifecycle) if page.has(("tasks",)) else page.put(("tasks",), tasks, _ORDER)
        page = sheet(text)
        if page.has(("review",)):
            text = page.add(("review",), page.count(("review",)), mark)
        else:
            text = page.put(("review",), [mark], _ORDER)
    return text


def _check_name(text: str) -> None:
    if not slug(text):
        raise ValueError("give a name with a letter or a digit")


def _check_category(text: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", text):
        raise ValueError("give lower case letters, digits and underscores, as text_to_video")


def _check_method(text: str) -> None:
    if text.upper() not in get_args(HttpMethod):
        raise ValueError(f"give one of {', '.join(get_args(HttpMethod))}")


def _check_path(text: str) -> None:
    if not re.fullmatch(r"/[^\s?#]*", text):
        raise ValueError("give a path, as /v1/videos; parameters of the query go under --parameter NAME:TYPE:query")


def _check_choice(text: str) -> None:
    if text.lower() not in {"y", "yes", "n", "no"}:
        raise ValueError("give yes or no")
