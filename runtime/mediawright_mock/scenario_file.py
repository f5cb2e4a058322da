"""Reads scenarios from files, YAML or JSON; what is wrong is said with its file and line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, get_args

from mediawright_mock.faults import End, FaultError, Form, read_fault
from mediawright_mock.formats import FORMATS
from mediawright_mock.plan import Planned
from mediawright_mock.scenario import Behaviour, Rate, Scenario
from mediawright_runtime.words import closest, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from yaml.nodes import Node

    from mediawright_mock.faults import Fault

_STATUSES = range(400, 600)
_LARGEST = 256 * 1024 * 1024
"""Bytes of a file: it is held in memory."""


class ScenarioError(Exception):
    """A scenario file cannot be read, or says what cannot be played."""


class Value(NamedTuple):
    """A value of a file, and where it stands."""

    file: str
    node: Any
    """A node of the YAML."""

    def fail(self, problem: str) -> NoReturn:
        """Say what is wrong with it."""
        raise ScenarioError(f"{self.file}:{self.node.start_mark.line + 1}: {problem}")

    def text(self) -> str:
        """Take it as a text, as it stands."""
        if not isinstance(self.node.value, str):
            self.fail("it is a list or has keys; write one value")
        return self.node.value

    def items(self) -> list[Value]:
        """Take it as a list."""
        if self.node.id != "sequence":
            self.fail("it is no list; write [..., ...]")
        return [Value(self.file, each) for each in self.node.value]

    def pairs(self) -> dict[str, Value]:
        """Take it as keys with values, each key once."""
        if self.node.id != "mapping":
            self.fail("it has no keys; write key: value")
        found: dict[str, Value] = {}
        for key, value in self.node.value:
            name = Value(self.file, key)
            if name.text() in found:
                name.fail(f"{name.text()!r} stands there twice; keep one")
            found[name.text()] = Value(self.file, value)
        return found

    def read(self, readers: Mapping[str, Callable[[Value], Any]]) -> dict[str, Any]:
        """Read its keys, each by its reader."""
        pairs = self.pairs()
        for name, value in pairs.items():
            if name not in readers:
                nearest = closest(name, readers)
                value.fail(f"{name!r} is not known; {f'write {nearest!r}' if nearest else one_of(readers)}")
        return {name: readers[name](value) for name, value in pairs.items()}


def read_scenario(path: Path) -> Scenario:
    """Read a scenario.

    Raises:
        ScenarioError: It cannot be read, or says what cannot be played; `file:line` stands first.
    """
    root = _composed(path)
    if root is None:
        return Scenario()
    whole = Value(str(path), root)
    said = whole.read(_SCENARIO)
    if "polls" in said and "speed" in said:
        whole.pairs()["speed"].fail("polls and speed both say when tasks are done; keep one of them")
    operations: list[tuple[Behaviour, tuple[Planned, ...]]] = said.pop("operations", [])
    faults = tuple(fault for _, several in operations for fault in several)
    return Scenario(behaviours=tuple(each for each, _ in operations), faults=faults, **said)


def _composed(path: Path) -> Node | None:
    import yaml  # noqa: PLC0415 (weight: needed only where a file is read)

    try:
        return yaml.compose(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ScenarioError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{path}: is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ScenarioError(f"{path}:{line}: is no YAML: {error.problem}") from error
    except RecursionError as error:
        raise ScenarioError(f"{path}: is nested too deep") from error
    except yaml.YAMLError as error:
        raise ScenarioError(f"{path}: is no YAML: {str(error).splitlines()[0]}") from error


def _number(least: float, most: float = math.inf, *, whole: bool = False) -> Callable[[Value], Any]:
    def read(value: Value) -> Any:
        try:
            number = int(value.text()) if whole else float(value.text())
        except ValueError:
            value.fail(f"{value.text()!r} is no {'whole ' if whole else ''}number")
        if not least <= number <= most or number == math.inf:
            value.fail(
                f"{value.text()!r} is out of bounds; give {least} {f'to {most}' if most < math.inf else 'or more'}"
            )
        return number

    return read


def _choice(words: Iterable[str]) -> Callable[[Value], str]:
    def read(value: Value) -> str:
        if value.text() not in words:
            value.fail(f"{value.text()!r} is not known; give {one_of(words)}")
        return value.text()

    return read


def _seconds(value: Value) -> tuple[float, float]:
    """Read one duration, or the least and the most."""
    read = _number(0)
    if value.node.id != "sequence":
        return (read(value), read(value))
    items = value.items()
    if len(items) != len(("least", "most")) or read(items[0]) > read(items[1]):
        value.fail("give one number of seconds, or two: [least, most]")
    return (read(items[0]), read(items[1]))


def _code(value: Value) -> int | str:
    return int(value.text()) if value.text().removeprefix("-").isdecimal() else value.text()


def _planned(value: Value) -> Planned:
    """Read a fault as a header asks for it, alone or with the calls that it hits."""
    said: dict[str, Any] = {"fault": _fault(value)} if value.node.id == "scalar" else value.read(_PLANNED)
    if "fault" not in said:
        value.fail("no 'fault' is named; write fault: name")
    return Planned(**said)


def _fault(value: Value) -> Fault:
    try:
        return read_fault(value.text())
    except FaultError as error:
        return value.fail(str(error))


def _times(value: Value) -> int | None:
    """Read how many calls in a row are hit: a number, or all."""
    return None if value.text() == "all" else _number(1, whole=True)(value)


def _operations(value: Value) -> list[tuple[Behaviour, tuple[Planned, ...]]]:
    return [_behaviour(pattern, each) for pattern, each in value.pairs().items()]


def _behaviour(pattern: str, value: Value) -> tuple[Behaviour, tuple[Planned, ...]]:
    said = value.read(_BEHAVIOUR)
    faults: list[Planned] = said.pop("faults", [])
    outputs: dict[str, Any] = said.pop("outputs", {})
    return Behaviour(pattern, **said, **outputs), tuple(each._replace(operation=pattern) for each in faults)


def _rate(value: Value) -> Rate:
    said = value.read(_RATE)
    if "creates" not in said:
        value.fail("no 'creates' is given; say how many are taken")
    return Rate(**said)


def _outputs(value: Value) -> dict[str, Any]:
    said = value.read(_OUTPUTS)
    return {{"count": "outputs", "bytes": "size"}.get(name, name): each for name, each in said.items()}


_PLANNED: Mapping[str, Callable[[Value], Any]] = {
    "fault": _fault,
    "first": _number(1, whole=True),
    "times": _times,
}
_RATE: Mapping[str, Callable[[Value], Any]] = {
    "creates": _number(0, whole=True),
    "seconds": _number(0),
    "retry_after": _number(0),
    "form": _choice(get_args(Form)),
}
_OUTPUTS: Mapping[str, Callable[[Value], Any]] = {
    "count": _number(1, whole=True),
    "format": _choice(FORMATS),
    "bytes": _number(0, _LARGEST, whole=True),
}
_BEHAVIOUR: Mapping[str, Callable[[Value], Any]] = {
    "polls": _number(1, whole=True),
    "duration": _seconds,
    "ends": _choice(get_args(End)),
    "reason": Value.text,
    "code": _code,
    "outputs": _outputs,
    "expires_after": _number(0),
    "expired_status": _number(_STATUSES[0], _STATUSES[-1], whole=True),
    "rate": _rate,
    "concurrency": _number(0, whole=True),
    "faults": lambda value: [_planned(each) for each in value.items()],
}
_SCENARIO: Mapping[str, Callable[[Value], Any]] = {
    "polls": _number(1, whole=True),
    "speed": _number(0.001),
    "seed": _code,
    "credentials": lambda value: tuple((name, each.text()) for name, each in value.pairs().items()),
    "operations": _operations,
}
