"""Parameters that a vendor renamed: one is gone, one is new, and nothing else of them differs."""

from collections.abc import Mapping
from typing import Any, Final

from mediawright_generator.importer.leaves import same

Parameters = Mapping[str, Any]

_TYPE: Final = ("type", "items", "in")
_UNTELLING: Final = ("name", "describe", "required", *_TYPE)


def renamed_parameters(before: Parameters, now: Parameters, ours: Parameters) -> dict[str, str]:
    """Find the former name of each parameter that the vendor renamed; where it is not certain there is none."""
    gone = {name: each for name, each in before.items() if name not in now and name in ours}
    new = {name: each for name, each in now.items() if name not in before and name not in ours}
    likely = {(old, name) for old, was in gone.items() for name, is_now in new.items() if _alike(was, is_now)}
    return {
        name: old
        for old, name in likely
        if sum(old == other for other, _ in likely) == 1 and sum(name == other for _, other in likely) == 1
    }


def _alike(was: Mapping[str, Any], is_now: Mapping[str, Any]) -> bool:
    """Tell whether two parameters of one type have the same words, or the same facts where there are telling ones."""
    if not all(same(was.get(key), is_now.get(key)) for key in _TYPE):
        return False
    facts = _facts(was)
    return (bool(facts) and same(facts, _facts(is_now))) or (
        "describe" in was and was["describe"] == is_now.get("describe")
    )


def _facts(parameter: Mapping[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in parameter.items() if key not in _UNTELLING}
