"""Docstrings of emitted methods: what an operation does, its limits, its errors, and where the facts were read."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.plan.annotations import allowed, media

_WIDTH = 100
_PUBLISHED = 1
_ENDS = (".", "!", "?")
_ENDS_ANYWHERE = (*_ENDS, "…", "。", "！", "？")  # noqa: RUF001  as Chinese ends its sentences
_JOINERS = "\u200c\u200d"
_MADE = "The result: its files, and the whole answer."
_STARTED = "The task that was started, and is billed where the vendor bills; wait for it, or keep its token."
_FILE = "The file ({}): its bytes, and a way to save them."
_ANSWERED = "The answer of the vendor."
_RAISES = (
    "InvalidRequestError: a value is refused before anything is sent.",
    "VendorError: the vendor refuses the call.",
)
_AMBIGUOUS = "AmbiguousSubmitError: nobody knows whether the vendor accepted the task."


def method_docstring(operation: Mapping[str, Any]) -> str:
    """Write the docstring of the method that offers an operation."""
    return readable("\n\n".join(_sections(operation)))


def _sections(operation: Mapping[str, Any]) -> Iterator[str]:
    yield _summary(operation)
    if notes := [
        *_deprecation(operation),
        *map(closed, operation.get("notes", ())),
        *_status_note(operation),
        *_rules(operation),
        *_removals(operation),
    ]:
        yield _section("Note", notes)
    if arguments := [_argument(each) for each in offered(operation)]:
        yield _section("Args", arguments)
    yield _section("Returns", [_returned(operation)])
    yield _section("Raises", [*_RAISES, *([_AMBIGUOUS] if "task" in operation else [])])
    if source := sources(operation):
        yield textwrap.fill(f"Source: {source}.", _WIDTH)


def _returned(operation: Mapping[str, Any]) -> str:
    if "answer_type" in operation:
        return _FILE.format(operation["answer_type"])
    if "task" not in operation:
        return _MADE if operation.get("outputs") else _ANSWERED
    if "expected_seconds" not in operation:
        return _STARTED
    shortest, longest = operation["expected_seconds"]
    return f"{_STARTED} It usually takes {shortest} to {longest} seconds."


def _summary(operation: Mapping[str, Any]) -> str:
    """Put the first sentence beside the name where both fit in a line that ends as a sentence does, the rest below."""
    name, description = one_line(operation["name"]), closed(operation["description"])
    first, stop, rest = description.partition(". ")
    head, body = f"{name}: {first}{stop.strip()}", rest
    if not first or len(head) > _WIDTH or not head.endswith(_ENDS):
        head, body = f"{name.rstrip('.')}.", description
    return f"{_capitalised(head)}\n\n{textwrap.fill(body, _WIDTH)}" if body else _capitalised(head)


def headline(text: str) -> str:
    """Make text the one line of a docstring."""
    line = closed(text)
    return _capitalised(line if line.endswith(_ENDS) else f"{line[:-1]}.")


def _capitalised(line: str) -> str:
    return re.sub(r"^[a-z]+(?=[ .:!?])", lambda word: word[0].capitalize(), line)


def one_line(text: str) -> str:
    """Put text on one line."""
    return " ".join(readable(text).split())


def readable(text: str) -> str:
    """Leave out what nobody sees and no source may hold: control characters, marks of direction, spaces of no width."""
    return "".join(each for each in text if each.isprintable() or each.isspace() or each in _JOINERS)


def closed(text: str) -> str:
    """Put text on one line, and end it as a sentence ends."""
    line = one_line(text)
    return line if line.endswith(_ENDS_ANYWHERE) or not line else f"{line}."


def _deprecation(operation: Mapping[str, Any]) -> Iterator[str]:
    if operation.get("deprecated"):
        yield "Deprecated: the vendor says to use something else."


def _status_note(operation: Mapping[str, Any]) -> Iterator[str]:
    status = operation.get("status", _PUBLISHED)
    if status != _PUBLISHED:
        yield f"The vendor's own data gives this operation status {status}; what that means is not documented."


def offered(operation: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """List the parameters that a caller gives, required first."""
    return sorted(
        (each for each in operation["api_body"] if "const" not in each), key=lambda each: not each["required"]
    )


def _argument(parameter: Mapping[str, Any]) -> str:
    facts = [closed(parameter.get("describe", "")), *_facts(parameter)]
    return f"{parameter['python_name']}: {' '.join(fact for fact in facts if fact)}"


def _facts(parameter: Mapping[str, Any]) -> Iterator[str]:
    yield _sentence(allowed(parameter))
    if "media" in parameter:
        yield _sentence(media(parameter["media"]))
    if "max_tokens" in parameter:
        yield f"The vendor reads the first {parameter['max_tokens']} tokens."
    if labels := parameter.get("labels"):
        yield _sentence(", ".join(f"{value} is {label}" for value, label in labels.items()))
    if "credential" in parameter:
        yield "Taken from the client's credentials when omitted."
    if "default" in parameter:
        verb = "Sent" if parameter.get("send_default") else "The vendor takes"
        yield f"{verb} {parameter['default']!r} when omitted."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _rules(operation: Mapping[str, Any]) -> Iterator[str]:
    yield from (closed(rule["describe"]) for rule in operation["rules"] if rule.get("describe"))


def _removals(operation: Mapping[str, Any]) -> Iterator[str]:
    """Say which keywords and values are gone: that of a method, Python itself refuses, and knows no reason."""
    for each in operation.get("reserved", ()):
        named = f"{each['parameter']}={each['value']!r}" if "value" in each else each["parameter"]
        remedy = f"; use {each['instead']} instead" if "instead" in each else ""
        yield closed(f"{named} was removed on {each['since']}: {each['reason'].rstrip('.')}{remedy}")


def sources(operation: Mapping[str, Any]) -> str:
    """Name the documents that an operation's facts were read in, and when."""
    return "; ".join(map(_source, operation.get("sources", ())))


def _source(source: Mapping[str, Any]) -> str:
    lines = f":{source['lines']}" if "lines" in source else ""
    verified = "verified live" if source["verified_live"] else "not verified live"
    return f"{source['document']}{lines}, read {source['read_on']}, {verified}"


def _section(title: str, entries: list[str]) -> str:
    return "\n".join([f"{title}:", *map(_entry, entries)])


def _entry(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 8)
