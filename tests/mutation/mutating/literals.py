"""Mutations of emitted code, which is declarations: literals, items, keywords, names, and what is optional."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from mutating.syntax import Change, Site, dropped, is_docstring, is_for_checkers, renamed, replaced, sites

PROSE = frozenset({"action", "describe", "source", "title"})
"""Keywords that say something to people and decide nothing."""
OTHER_TYPES = {"str": "int", "int": "str", "float": "str", "bool": "str"}
OTHER_METHODS = {"_start": "_call", "_call": "_start", "_make": "_call"}


def literal_changes(tree: ast.Module) -> Iterator[Change]:
    """List every change of an emitted module."""
    for site in sites(tree):
        if not (is_docstring(site) or is_for_checkers(site) or _is_idle(site)):
            for operator in OPERATORS:
                yield from operator(site)


def _is_idle(site: Site) -> bool:
    """Tell what decides nothing: imports, prose, and annotations that are never evaluated (checkers see those)."""
    if isinstance(site.node, (ast.Import, ast.ImportFrom)) or site.inside(ast.Import, ast.ImportFrom):
        return True
    if any(isinstance(each, ast.keyword) and each.arg in PROSE for each in (*site.around, site.node)):
        return True
    return site.inside(ast.arg) or (site.field == "returns") or _is_annotation_in_function(site)


def _is_annotation_in_function(site):
    chain = (*site.around, site.node)
    for outer, inner in pairwise(chain):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)) and inner is outer.returns:
            return True
        in_function = any(isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)) for each in site.around)
        if (
            isinstance(outer, ast.AnnAssign)
            and inner is outer.annotation
            and (in_function or _is_of_module(outer, chain))
        ):
            return True
    return False


def _is_of_module(node, chain):
    return chain[chain.index(node) - 1] is chain[0]


def misspelt_text(site: Site) -> Iterator[Change]:
    """Misspell a text."""
    if isinstance(site.node, ast.Constant) and isinstance(site.node.value, str):
        yield replaced(site, "text misspelt", ast.Constant(misspell(site.node.value)))


def misspell(text: str) -> str:
    """Swap the last two characters that differ, or say one more."""
    for at in range(len(text) - 1, 0, -1):
        if text[at] != text[at - 1]:
            return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
    return text + "x"


def shifted_number(site: Site) -> Iterator[Change]:
    """Shift a number by one, up and down."""
    if isinstance(site.node, ast.Constant) and type(site.node.value) in {int, float}:
        for step in (1, -1):
            yield replaced(site, "number shifted", ast.Constant(site.node.value + step))


def flipped_boolean(site: Site) -> Iterator[Change]:
    """Turn a boolean over."""
    if isinstance(site.node, ast.Constant) and isinstance(site.node.value, bool):
        yield replaced(site, "boolean flipped", ast.Constant(not site.node.value))


def dropped_item(site: Site) -> Iterator[Change]:
    """Leave an item of a list or tuple out, or a value of an enum."""
    if isinstance(site.parent, (ast.List, ast.Tuple)) and site.field == "elts" and not _is_pair(site):
        others = [each for each in site.parent.elts if each is not site.node]
        enum = len(site.around) > 1 and _is_literal(site.around[-2])
        if others or not enum:
            yield dropped(site, "item dropped")


def _is_pair(site):
    """Tell a tuple that holds a name and what it stands for: half of it is no declaration."""
    return isinstance(site.around[-2], ast.Tuple) and len(site.parent.elts) == 2


def added_value(site: Site) -> Iterator[Change]:
    """Add a value to an enum."""
    if not _is_literal(site.node):
        return
    values = site.node.slice.elts if isinstance(site.node.slice, ast.Tuple) else [site.node.slice]
    last = values[-1].value
    more = ast.Constant(last + 1 if type(last) is int else f"{last}x")
    slice_ = ast.Tuple([*values, more], ast.Load())
    yield replaced(site, "value added", ast.Subscript(site.node.value, slice_, ast.Load()))


def dropped_entry(site: Site) -> Iterator[Change]:
    """Leave an entry of a mapping out."""
    if isinstance(site.parent, ast.Dict) and site.field == "keys":
        mapping, at = site.parent, site.index

        def apply():
            del mapping.keys[at], mapping.values[at]

        yield Change(
            site, "entry dropped", f"{ast.unparse(site.node)}: {ast.unparse(mapping.values[at])}", "nothing", apply
        )


def dropped_keyword(site: Site) -> Iterator[Change]:
    """Leave a named argument out."""
    if isinstance(site.node, ast.keyword) and site.node.arg:
        yield dropped(site, "keyword dropped")


def renamed_keyword(site: Site) -> Iterator[Change]:
    """Pass an argument of a call of ours under another name."""
    if isinstance(site.node, ast.keyword) and site.node.arg and isinstance(site.node.value, ast.Name):
        yield renamed(site, "keyword renamed", "arg", f"{site.node.arg}_")


def swapped_arguments(site: Site) -> Iterator[Change]:
    """Pass an argument under its neighbour's name, and the neighbour under its own."""
    if isinstance(site.node, ast.Call):
        named = [each for each in site.node.keywords if isinstance(each.value, ast.Name)]
        for one, other in pairwise(named):
            yield _swapped(site, one, other)


def _swapped(site, one, other):
    def apply():
        one.value, other.value = other.value, one.value

    return Change(site, "arguments swapped", f"{one.arg}, {other.arg}", f"{other.arg}, {one.arg}", apply)


def renamed_method(site: Site) -> Iterator[Change]:
    """Give a method another name, or call another of the runtime's."""
    if isinstance(site.node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not site.node.name.startswith("__"):
        yield renamed(site, "method renamed", "name", misspell(site.node.name))
    if isinstance(site.node, ast.Attribute) and site.node.attr in OTHER_METHODS:
        yield renamed(site, "another method called", "attr", OTHER_METHODS[site.node.attr])


def changed_type(site: Site) -> Iterator[Change]:
    """Say another type of a field."""
    if isinstance(site.node, ast.Name) and site.inside(ast.AnnAssign) and site.node.id in OTHER_TYPES:
        yield replaced(site, "type changed", ast.Name(OTHER_TYPES[site.node.id], ast.Load()))


def flipped_presence(site: Site) -> Iterator[Change]:
    """Make a required field optional, or the other way."""
    field = site.node
    if not isinstance(field, ast.AnnAssign) or not isinstance(site.parent, ast.ClassDef):
        return
    if field.value is None:
        optional = ast.BinOp(field.annotation, ast.BitOr(), ast.Constant(None))
        yield replaced(site, "made optional", ast.AnnAssign(field.target, optional, ast.Constant(None), 1))
    elif isinstance(field.value, ast.Constant) and field.value.value is None:
        yield replaced(site, "made required", ast.AnnAssign(field.target, field.annotation, None, 1))


def dropped_field(site: Site) -> Iterator[Change]:
    """Leave a field of a model out."""
    if isinstance(site.node, ast.AnnAssign) and isinstance(site.parent, ast.ClassDef):
        yield replaced(site, "field dropped", ast.Pass())


def _is_literal(node):
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


OPERATORS = (
    misspelt_text,
    shifted_number,
    flipped_boolean,
    dropped_item,
    added_value,
    dropped_entry,
    dropped_keyword,
    renamed_keyword,
    swapped_arguments,
    renamed_method,
    changed_type,
    flipped_presence,
    dropped_field,
)
