"""Mutants of Python modules: a changed syntax tree, compiled in the process that will judge it."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from mutating.mutant import Mutant, Place
from mutating.syntax import Change

ROOT = Path(__file__).parents[3]


class Module(NamedTuple):
    """One module: its file, and the name under which it is imported."""

    path: Path
    name: str

    @property
    def file(self):
        return self.path.relative_to(ROOT).as_posix()


def module_at(path: Path, source_root: Path) -> Module:
    """Name a module by its path below a source root."""
    return Module(path, ".".join(path.relative_to(source_root).with_suffix("").parts))


def mutants(module: Module, changes: Callable[[ast.Module], Iterator[Change]]) -> list[Mutant]:
    """List the mutants of one module; each compiles to the same text never twice."""
    tree = ast.parse(module.path.read_text(encoding="utf-8"), module.file)
    return [_mutant(module, tree, change) for change in changes(tree)]


def _mutant(module, tree, change):
    def make() -> CodeType:
        change.apply()
        return compile(tree, str(module.path), "exec")

    place = Place(module.file, _line(change), change.site.within)
    return Mutant(place, change.kind, change.before, change.after, make)


def _line(change):
    lines = (getattr(each, "lineno", None) for each in (change.site.node, *reversed(change.site.around)))
    return next(line for line in lines if line)
