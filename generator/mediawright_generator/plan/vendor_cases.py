"""Contract cases of a vendor as a whole: its variables of the environment, the hosts of its files, its callbacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mediawright_generator.plan.answer_cases import ADDRESSES, with_addresses
from mediawright_generator.plan.answers import filled, places, put, read, read_all
from mediawright_generator.plan.case import Case
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.subject import Subject
from mediawright_generator.plan.wire import placeholder, request_of

_TASK = "task-1"
_KEY_LENGTH = 24
_FILE = "file"


def environment_cases(subject: Subject) -> Iterator[Case]:
    """Send with the credentials of each set, which stand in the environment alone; `given` are its variables."""
    operation = subject.operation
    named = {each["name"]: each["environment"] for each in operation["credentials"]}
    for held in operation["credential_sets"] or [list(named)]:
        variables = {variable: placeholder(name) if name in held else None for name, variable in named.items()}
        yield Case(" and ".join(held), variables, request_of(operation, subject.base, held))


def is_telling(subject: Subject) -> bool:
    """Tell whether a call of the operation shows which credentials a client has."""
    operation = subject.operation
    bare = request_of({**operation, "authenticated": False}, subject.base)
    return bool(operation["credentials"]) and subject.is_callable and bare != subject.request


def hosts(listed: Sequence[str]) -> tuple[list[str], list[str]]:
    """List addresses of files that may be fetched, and those that look alike and may not."""
    allowed = [f"https://{_of(host)}/file" for host in listed]
    alike = [address for host in listed for address in _alike(host)]
    return allowed, [f"https://{each}/file" for each in alike if not any(_is_below(each, host) for host in listed)]


def _of(host: str) -> str:
    return f"files{host}" if host.startswith(".") else host


def _alike(host: str) -> list[str]:
    """List hosts that look like one: a longer name, one before, another end; of a group also the bare domain."""
    bare = host.removeprefix(".")
    return [f"evil{bare}", f"{_of(host)}.example.com", *([bare] if host.startswith(".") else [f"files.{bare}"])]


def _is_below(name: str, host: str) -> bool:
    return name.endswith(host) if host.startswith(".") else name == host


def callback_cases(callback: Record, lifecycle: Record) -> Iterator[Case]:
    """Tell of a task by every status word, and by each place of outputs."""
    for word in lifecycle["states"]:
        yield _case(word, _told(callback, word), callback, lifecycle)
    for word in (word for word, state in lifecycle["states"].items() if state == "succeeded"):
        for path in (each["path"] for each in callback["outputs"]):
            for name, body in _with_outputs(_told(callback, word), path):
                yield _case(name, body, callback, lifecycle)
        return


def _with_outputs(told: Mapping[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Bring a file in each place of an output, and in all of them another."""
    for place in places(path):
        yield f"outputs in {place}", with_addresses({**told}, place)
    body = {**told}
    if "|" in path and filled(body, path, ADDRESSES):
        yield f"outputs in all of {path}", body


def _told(callback: Record, word: str) -> dict[str, Any]:
    body: dict[str, Any] = {}
    put(body, callback["id"], _TASK)
    put(body, callback["status"], int(word) if word.isdecimal() else word)
    return body


def _case(name: str, body: dict[str, Any], callback: Record, lifecycle: Record) -> Case:
    raw = read(body, callback["status"])
    read_from = (
        (value, each.get("kind", _FILE)) for each in callback["outputs"] for value in read_all(body, each["path"])
    )
    found = {value: kind for value, kind in read_from if value}
    expect = {"id": _TASK, "state": lifecycle["states"][str(raw)], "raw": raw}
    outputs = {"outputs": list(found), "kinds": list(found.values())} if found else {}
    return Case(name, answer=body, expect=expect | outputs)


def seal_of(callback: Record) -> tuple[dict[str, Any], dict[str, str]]:
    """Give the seal of a callback, and the secrets with which its cases are sealed: each as long as a key may be."""
    seal: Mapping[str, Any] = callback.get("seal", {})
    secrets = {name: placeholder(name).ljust(_KEY_LENGTH, "0")[:_KEY_LENGTH] for name in _secrets(seal)}
    return dict(seal), secrets


def _secrets(seal: Mapping[str, Any]) -> list[str]:
    signed = [part.strip("{}") for part in seal.get("signed", ()) if part.startswith("{")]
    return list(dict.fromkeys([*(seal[key] for key in ("key", "iv") if key in seal), *signed]))
