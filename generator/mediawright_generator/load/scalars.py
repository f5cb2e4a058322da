"""What a plain scalar means: the core schema of YAML 1.2, or its source text as it stands."""

import re
from dataclasses import replace
from typing import Final

from mediawright_generator.load.nodes import Node, ScalarNode, change_each

CoreValue = str | int | float | bool | None

LONGEST_NUMBER: Final = 64
"""Most characters of a number; no vendor counts further, and Python refuses to print numbers of thousands of digits."""

_WORDS: Final[dict[str, CoreValue]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def core_value(text: str) -> CoreValue:
    """Read the text of a plain scalar by the core schema of YAML 1.2; what is no finite number stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > LONGEST_NUMBER:
        return text
    if _DECIMAL.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text):
        return int(text, base=0)
    return _finite(text) if _FLOAT.fullmatch(text) else text


def value_of(node: ScalarNode) -> CoreValue:
    """Read a scalar where no field says otherwise: what is quoted is text."""
    return core_value(node.text) if node.plain else node.text


def is_unbounded_number(node: ScalarNode) -> bool:
    """Tell whether a plain scalar is a number that no JSON can carry: not finite, or too long."""
    if not node.plain or isinstance(core_value(node.text), (int, float)):
        return False
    return any(form.fullmatch(node.text) for form in (_NOT_FINITE, _FLOAT, _HEXADECIMAL, _OCTAL))


def source_text(node: Node) -> Node:
    """Take every scalar of a node as the text that stands there; only where nothing stands it stays null."""
    if not isinstance(node, ScalarNode):
        return change_each(node, source_text)
    return node if node.empty or not node.plain else replace(node, plain=False)


def text_or_null(node: Node) -> Node:
    """Take every scalar of a node as the text that stands there, but for null."""
    if not isinstance(node, ScalarNode):
        return change_each(node, text_or_null)
    return node if node.plain and value_of(node) is None else source_text(node)


def _finite(text: str) -> CoreValue:
    number = float(text)
    return number if abs(number) < float("inf") else text
