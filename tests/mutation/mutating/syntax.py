"""Changes of a module's syntax tree: where something can be put in another's place, and what is left out of it.

A change is made in the tree itself, in a process that ends with the mutant, so nothing is ever put back.
"""

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

LONGEST = 80


class Site(NamedTuple):
    """One node with the place that holds it, and the nodes around it, the outermost first."""

    node: ast.AST
    field: str
    index: int | None
    around: tuple[ast.AST, ...]

    @property
    def parent(self):
        return self.around[-1]

    @property
    def within(self):
        """Name the class and function that the node stands in."""
        named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        return ".".join(each.name for each in self.around if isinstance(each, named))

    def inside(self, *kinds):
        return any(isinstance(each, kinds) for each in self.around)


class Change(NamedTuple):
    """What a mutation makes of a site; `after` says it, `apply` does it."""

    site: Site
    kind: str
    before: str
    after: str
    apply: Callable[[], None]


def sites(tree: ast.AST, around: tuple[ast.AST, ...] = ()) -> Iterator[Site]:
    """Give every node below a tree, in the order of the source."""
    inner = (*around, tree)
    for field, value in ast.iter_fields(tree):
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST):
                yield Site(node, field, index, inner)
                yield from sites(node, inner)


def is_docstring(site: Site) -> bool:
    """Tell a text that stands by itself, for people."""
    return (
        isinstance(site.parent, ast.Expr) and isinstance(site.node, ast.Constant) and isinstance(site.node.value, str)
    )


def is_for_checkers(site: Site) -> bool:
    """Tell what decides nothing at run time: what stands below `if TYPE_CHECKING`, and variables of types."""
    named = [each.test for each in site.around if isinstance(each, ast.If)]
    named += [each.func for each in (*site.around, site.node) if isinstance(each, ast.Call)]
    return any(isinstance(each, ast.Name) and each.id in {"TYPE_CHECKING", "TypeVar"} for each in named)


def replaced(site: Site, kind: str, node: ast.AST) -> Change:
    """Put another node into the place of one."""

    def apply():
        _put(site, ast.fix_missing_locations(ast.copy_location(node, site.node)))

    return Change(site, kind, said(site.node), said(node), apply)


def dropped(site: Site, kind: str) -> Change:
    """Leave an item of a list out."""

    def apply():
        getattr(site.parent, site.field).remove(site.node)

    return Change(site, kind, said(site.node), "nothing", apply)


def renamed(site: Site, kind: str, attribute: str, name: str) -> Change:
    """Give a node another name."""

    def apply():
        setattr(site.node, attribute, name)

    return Change(site, kind, getattr(site.node, attribute), name, apply)


def said(node: ast.AST) -> str:
    """Write a node on one short line."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 4]} ..."


def _put(site, node):
    if site.index is None:
        setattr(site.parent, site.field, node)
    else:
        held = getattr(site.parent, site.field)
        held[held.index(site.node)] = node
