"""A record without what of it breaks rules: an example first, then a rule or a parameter, the whole record last."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from mediawright_generator.importer.openapi.losses import Loss
from mediawright_generator.load import Located
from mediawright_generator.problems import Place, Problem
from mediawright_generator.spec import Operation

_DEMOS: Final = "api_request_demo"
_ANSWERS: Final = "api_response"
_PARAMETERS: Final = "api_body"
_RULES: Final = "rules"
_LISTS: Final[Mapping[str, tuple[str, bool]]] = {
    _DEMOS: ("example", True),
    _ANSWERS: ("field", True),
    _RULES: ("rule-left-out", False),
    _PARAMETERS: ("parameter-left-out", False),
}
"""What is left out first: the key of a record, the kind of its loss, and whether every call can be made without."""


def as_record(stated: Mapping[str, Any], title: str, place: Place) -> tuple[Operation | None, list[Loss]]:
    """Make a record of what was read, without the items of lists that no record can have."""
    losses: list[Loss] = []
    while True:
        try:
            return Operation.model_validate(stated), losses
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            key, index = (*first["loc"], None, None)[:2]
            what = f"no record says it: {'.'.join(map(str, first['loc']))}: {first['msg']}"
            if key not in _LISTS or not isinstance(index, int):
                return None, [*losses, Loss(place, "record-refused", what, title)]
            kind, is_harmless = _LISTS[str(key)]
            losses.append(Loss(place, kind, what, title, is_harmless))
            stated = _without(stated, str(key), {index})


def relieved(
    record: Operation, problems: Sequence[Problem], located: Located[Operation] | None, title: str, place: Place
) -> tuple[Operation | None, list[Loss]]:
    """Take out of a record what breaks rules."""
    for key, (kind, is_harmless) in _LISTS.items() if located else ():
        found = {at: each for each in problems if located and (at := _index(located, key, each)) is not None}
        if found:
            losses = [_loss(place, title, kind, each, harmless=is_harmless) for each in found.values()]
            kept = _without(record.model_dump(by_alias=True, exclude_unset=True), key, found)
            return Operation.model_validate(kept), losses
    return None, [_loss(place, title, "record-refused", each, harmless=False) for each in problems]


def _loss(place: Place, title: str, kind: str, problem: Problem, *, harmless: bool) -> Loss:
    what = f"left out, for it breaks a rule of specs: {problem.rule}: {problem.what}"
    return Loss(place, kind, what, title, harmless)


def _without(stated: Mapping[str, Any], key: str, indexes: Iterable[int]) -> dict[str, Any]:
    """Give a record without items of a list, and without the rules that speak of a parameter that goes."""
    gone = {*indexes}
    kept = {**stated, key: tuple(each for index, each in enumerate(stated[key]) if index not in gone)}
    if key == _PARAMETERS:
        names = {str(stated[key][index].get("name")) for index in gone}
        rules = stated.get(_RULES, ())
        kept[_RULES] = tuple(each for each in rules if not names & {*each["when"], *each["then"]})
    return {name: each for name, each in kept.items() if each != ()}


def _index(located: Located[Operation], key: str, problem: Problem) -> int | None:
    """Tell in which item of a list a problem stands."""
    items: Sequence[Any] = getattr(located.model, key)
    starts = [(located.place(key, index), index) for index in range(len(items))]
    if not starts or problem.place < starts[0][0]:
        return None
    after = _end(located, key)
    if after is not None and problem.place.line >= after:
        return None
    return max((place, index) for place, index in starts if place <= problem.place)[1]


def _end(located: Located[Operation], key: str) -> int | None:
    """Tell on which line the key behind a list stands."""
    first = located.key_place(key).line
    lines = [place.line for path, place in located.keys.items() if len(path) == 1 and place.line > first]
    return min(lines, default=None)
