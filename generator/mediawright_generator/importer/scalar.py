"""One value as YAML that every reader of YAML understands alike."""

# ruamel.yaml, which only this module knows, annotates half of its methods:
# pyright: reportUnknownMemberType=false

import io
import re
import sys
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

Scalar = str | int | float | bool | date | None

_RESOLVERS: Final = tuple(VersionedResolver(version=version) for version in ((1, 1), (1, 2)))
_PLAIN: Final = {
    False: re.compile(r"[A-Za-z_](?:[ !-\"$-9;-~]*[!-\"$-9;-~])?"),
    True: re.compile(r"[A-Za-z_](?:[ !-\"$-+\--9;->@-Z\\^-z|~]*[!-\"$-+\--9;->@-Z\\^-z|~])?"),
}
"""Texts that need no quotes: printable ASCII without `:` and `#`, and between brackets without `,?[]{}`."""
_REFERENCE: Final = re.compile(r"#/[A-Za-z0-9_/]+")
_WORDS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_LONGEST_KEY: Final = 100


class _Emitter(Emitter):
    """Quotes with double quotes, wherever quotes are needed."""

    def choose_scalar_style(self) -> str | None:
        style = cast("str | None", super().choose_scalar_style())
        return '"' if style == "'" else style


class _Representer(RoundTripRepresenter):
    """Writes `null` where a value is none: the empty text that stands for it elsewhere is easily overlooked."""


def _null(to: Any, _: None) -> Any:
    return to.represent_scalar("tag:yaml.org,2002:null", "null")


_Representer.add_representer(type(None), _null)


def scalar_text(value: Scalar, *, in_flow: bool) -> str:
    """Write a value as it stands behind a key, or between brackets."""
    return _text(type(value).__name__, value, in_flow)


def key_text(name: str, *, in_flow: bool) -> str:
    """Write the name of a key."""
    return _key(name, in_flow)


@lru_cache(maxsize=65536)
def _key(name: str, in_flow: bool) -> str:
    if _is_plain(name, in_flow=in_flow) and len(name) <= _LONGEST_KEY:
        return name
    node = CommentedMap({name: 0})
    if in_flow:
        node.fa.set_flow_style()
        return _dump(node)[1:-4]
    return _dump(node)[:-3]


@lru_cache(maxsize=65536)  # by type too, since 1 is True
def _text(_: str, value: Scalar, in_flow: bool) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and _is_plain(value, in_flow=in_flow):
        return value
    if isinstance(value, str) and _REFERENCE.fullmatch(value):
        return f'"{value}"'
    node: Any = _quoted(value) if isinstance(value, str) else value
    if not in_flow:
        return _dump(CommentedMap(k=node)).removeprefix("k: ")
    row = CommentedSeq([node])
    row.fa.set_flow_style()
    return _dump(row)[1:-1]


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return _PLAIN[in_flow].fullmatch(text) is not None and text.lower() not in _WORDS


def _quoted(text: str) -> str:
    """Give quotes to a text that some YAML reads as something else."""
    tags: list[Any] = [resolver.resolve(ScalarNode, text, (True, False)) for resolver in _RESOLVERS]
    plain = all(str(tag).endswith(":str") for tag in tags) and not re.fullmatch(r"[\d.]+:[\d.]+", text)
    return text if plain else DoubleQuotedScalarString(text)


def _dump(tree: Any) -> str:
    yaml = YAML()
    yaml.Emitter = _Emitter
    yaml.Representer = _Representer
    yaml.width = sys.maxsize  # a folded line would end with a space
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue().rstrip("\n")
