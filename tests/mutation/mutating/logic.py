"""Mutations of hand-written code: operators, conditions, constants, statements, returns, errors."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from mutating.syntax import Change, Site, dropped, is_docstring, is_for_checkers, replaced, sites

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
OTHER_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
OTHER_METHODS = {"startswith": "endswith", "endswith": "startswith", "lower": "upper", "partition": "rpartition"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def logic_changes(tree: ast.Module) -> Iterator[Change]:
    """List every change of a hand-written module."""
    for site in sites(tree):
        if not (is_docstring(site) or is_for_checkers(site) or _is_for_people(site)):
            for operator in OPERATORS:
                yield from operator(site)


def _is_for_people(site: Site) -> bool:
    """Tell what decides nothing: imports, annotations, and sentences."""
    if isinstance(site.node, (ast.Import, ast.ImportFrom)) or site.inside(ast.Import, ast.ImportFrom, ast.JoinedStr):
        return True
    chain = (*site.around, site.node)
    below = pairwise(chain)
    return any(inner is getattr(outer, name, None) for outer, inner in below for name in ("annotation", "returns"))


def changed_comparison(site: Site) -> Iterator[Change]:
    """Compare otherwise."""
    if isinstance(site.node, ast.Compare):
        for at, operator in enumerate(site.node.ops):
            for other in COMPARISONS[type(operator)]:
                ops = [*site.node.ops[:at], other(), *site.node.ops[at + 1 :]]
                yield replaced(site, "comparison", ast.Compare(site.node.left, ops, site.node.comparators))


def changed_arithmetic(site: Site) -> Iterator[Change]:
    """Reckon otherwise."""
    if (
        isinstance(site.node, (ast.BinOp, ast.AugAssign))
        and type(site.node.op) in ARITHMETIC
        and not _joins_text(site.node)
    ):
        other = ARITHMETIC[type(site.node.op)]()
        if isinstance(site.node, ast.BinOp):
            yield replaced(site, "arithmetic", ast.BinOp(site.node.left, other, site.node.right))
        else:
            yield replaced(site, "arithmetic", ast.AugAssign(site.node.target, other, site.node.value))


def _joins_text(node):
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
    return any(isinstance(each, ast.JoinedStr) or _is_text(each) for each in sides)


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def changed_connective(site: Site) -> Iterator[Change]:
    """Say `or` for `and`, and leave one side out."""
    if isinstance(site.node, ast.BoolOp):
        other = ast.Or() if isinstance(site.node.op, ast.And) else ast.And()
        yield replaced(site, "connective", ast.BoolOp(other, site.node.values))
        for value in site.node.values:
            rest = [each for each in site.node.values if each is not value]
            yield replaced(site, "side left out", rest[0] if len(rest) == 1 else ast.BoolOp(site.node.op, rest))


def dropped_not(site: Site) -> Iterator[Change]:
    """Leave a `not` out."""
    if isinstance(site.node, ast.UnaryOp) and isinstance(site.node.op, ast.Not):
        yield replaced(site, "not dropped", site.node.operand)


def forced_condition(site: Site) -> Iterator[Change]:
    """Take one way always."""
    if isinstance(site.node, ast.expr) and site.field in {"test", "ifs"}:
        for way in (True, False):
            if not (isinstance(site.parent, ast.While) and way):
                yield replaced(site, "condition forced", ast.Constant(way))


def changed_constant(site: Site) -> Iterator[Change]:
    """Change a number, a boolean, or a text that is no sentence."""
    value = site.node.value if isinstance(site.node, ast.Constant) else None
    if isinstance(value, bool):
        yield replaced(site, "boolean flipped", ast.Constant(not value))
    elif isinstance(value, (int, float)):
        yield from (replaced(site, "number shifted", ast.Constant(value + step)) for step in (1, -1))
    elif isinstance(value, str) and " " not in value:
        yield replaced(site, "text changed", ast.Constant(f"{value}x"))


def removed_statement(site: Site) -> Iterator[Change]:
    """Leave a statement out that does something by itself, also what is raised."""
    node = site.node
    if isinstance(node, (ast.AugAssign, ast.Raise, ast.Delete)) or (
        isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ):
        yield replaced(site, "statement removed", ast.Pass())


def swapped_return(site: Site) -> Iterator[Change]:
    """Give nothing for something."""
    if isinstance(site.node, ast.Return) and site.node.value is not None and not _is_none(site.node.value):
        yield replaced(site, "returns nothing", ast.Return(ast.Constant(None)))


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def swapped_branches(site: Site) -> Iterator[Change]:
    """Take the other side of a conditional expression."""
    if isinstance(site.node, ast.IfExp):
        node = site.node
        yield replaced(site, "branches swapped", ast.IfExp(node.test, node.orelse, node.body))


def other_jump(site: Site) -> Iterator[Change]:
    """Go on with a loop for leaving it, and the other way."""
    if isinstance(site.node, (ast.Break, ast.Continue)):
        yield replaced(site, "jump", ast.Continue() if isinstance(site.node, ast.Break) else ast.Break())


def other_exception(site: Site) -> Iterator[Change]:
    """Raise, or catch, something else."""
    if isinstance(site.node, ast.ExceptHandler) and site.node.type is not None:
        handler = ast.ExceptHandler(ast.Name("MemoryError", ast.Load()), site.node.name, site.node.body)
        yield replaced(site, "exception not caught", handler)
    if isinstance(site.parent, ast.Raise) and site.field == "exc" and isinstance(site.node, ast.Call):
        yield replaced(site, "exception changed", ast.Call(ast.Name("RuntimeError", ast.Load()), [], []))


def other_call(site: Site) -> Iterator[Change]:
    """Call the opposite."""
    if isinstance(site.node, ast.Name) and site.node.id in OTHER_CALLS and isinstance(site.parent, ast.Call):
        yield replaced(site, "opposite called", ast.Name(OTHER_CALLS[site.node.id], ast.Load()))
    if isinstance(site.node, ast.Attribute) and site.node.attr in OTHER_METHODS:
        other = ast.Attribute(site.node.value, OTHER_METHODS[site.node.attr], site.node.ctx)
        yield replaced(site, "opposite called", other)


def dropped_part(site: Site) -> Iterator[Change]:
    """Leave an item of a list out, or a named argument."""
    if isinstance(site.node, ast.keyword) and site.node.arg:
        yield dropped(site, "keyword dropped")
    if isinstance(site.parent, (ast.List, ast.Set)) and site.field == "elts":
        yield dropped(site, "item dropped")
    if isinstance(site.parent, ast.Tuple) and site.field == "elts" and _is_sequence(site):
        yield dropped(site, "item dropped")


def _is_sequence(site):
    """Tell a tuple that lists alike things from one that is taken apart or indexes something."""
    return isinstance(site.parent.ctx, ast.Load) and isinstance(site.around[-2], (ast.Call, ast.Assign, ast.Compare))


def swapped_arguments(site: Site) -> Iterator[Change]:
    """Pass two neighbouring arguments the other way round, where that may make a difference."""
    if not isinstance(site.node, ast.Call) or any(isinstance(each, ast.Starred) for each in site.node.args):
        return
    if not (isinstance(site.node.func, ast.Name) and site.node.func.id in {"min", "max"}):
        for at in range(len(site.node.args) - 1):
            args = site.node.args.copy()
            args[at], args[at + 1] = args[at + 1], args[at]
            yield replaced(site, "arguments swapped", ast.Call(site.node.func, args, site.node.keywords))


OPERATORS = (
    changed_comparison,
    changed_arithmetic,
    changed_connective,
    dropped_not,
    forced_condition,
    changed_constant,
    removed_statement,
    swapped_return,
    swapped_branches,
    other_jump,
    other_exception,
    other_call,
    dropped_part,
    swapped_arguments,
)
