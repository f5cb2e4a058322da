"""Names of parameters that are alike in no record: where two are, the later one says where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from mediawright_generator.importer.openapi.parameter import Keys
from mediawright_generator.spec.naming import snake_case

_ORDER: Final = ("name", "wire_name", "python_name", "in", "type")
_OF_PYTHON: Final = ("self",)


def distinct(
    parameters: Sequence[Keys], rules: Sequence[Mapping[str, Any]]
) -> tuple[tuple[Keys, ...], tuple[dict[str, Any], ...]]:
    """Give each parameter a name and a Python keyword of its own; rules follow the names of the body's."""
    named: list[Keys] = []
    names: dict[str, str] = {}
    keywords: set[str] = set()
    for each in parameters:
        where = each.get("in", "body")
        name = _free(each["name"], f"{where}_{each['name']}", {known["name"] for known in named})
        if where == "body":
            names[each["name"]] = name
        keys: Keys = {**each, "name": name, "in": where}
        if name != each["name"]:
            keys.setdefault("wire_name", each["name"])
        if "const" not in keys:
            keys |= _keyword(name, keywords)
        named.append(_ordered(keys))
    return tuple(named), tuple(_renamed(rule, names) for rule in rules)


def _keyword(name: str, taken: set[str]) -> Keys:
    """Say the Python keyword of a parameter where its name does not make one."""
    wanted = snake_case(name)
    meant = wanted if wanted.isidentifier() and wanted not in _OF_PYTHON else f"{wanted}_value".lstrip("_")
    meant = meant if meant.isidentifier() else "value"
    free = next(each for each in (meant, *(f"{meant}_{n}" for n in range(2, 1000))) if each not in taken)
    taken.add(free)
    return {} if free == wanted else {"python_name": free}


def _free(name: str, other: str, taken: set[str]) -> str:
    return next(each for each in (name, other, *(f"{other}_{n}" for n in range(2, 1000))) if each not in taken)


def _ordered(keys: Keys) -> Keys:
    ordered: Keys = {key: keys[key] for key in _ORDER if key in keys and not (key == "in" and keys[key] == "body")}
    return {**ordered, **{key: each for key, each in keys.items() if key not in _ORDER}}


def _renamed(rule: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {part: {names.get(name, name): each for name, each in rule[part].items()} for part in ("when", "then")}
