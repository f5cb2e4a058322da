"""A record as a tree of facts, in which nothing depends on the order of lists."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Final

from mediawright_generator.importer.labels import BODY, DEMOS, RULES, SECTIONS, Labels, is_section, typed
from mediawright_generator.importer.leaves import is_row, same
from mediawright_generator.load.nodes import Path
from mediawright_generator.spec import Operation

Row = Mapping[str, Any]

_PEOPLES: Final = {"sources", "disputes", "notes", "review"}


@dataclass(frozen=True, slots=True)
class FactTree:
    """What a record says: its facts by label, the labels of each list in their order, and items as they stand."""

    tree: Mapping[str, Any]
    orders: Mapping[Labels, Labels]
    items: Mapping[Labels, Any]
    names: Mapping[str, str]
    """Names of parameters by label."""

    def path(self, labels: Labels) -> Path:
        """Find where a fact stands, or what is around it where it does not stand."""
        path: Path = ()
        for depth, step in enumerate(labels):
            above = labels[:depth]
            if not is_section(above):
                path = (*path, self.names.get(step, step) if _holds_conditions(above) else step)
            elif step in self.orders.get(above, ()):
                path = (*path, self.orders[above].index(step))
            else:
                break
        return path


def fact_tree(record: Operation, *, names: Mapping[str, str] | None = None, like: Row | None = None) -> FactTree:
    """Read the facts of a record.

    Args:
        record: what to read.
        names: former names of parameters, which label them still.
        like: a tree whose examples lend their labels to those that are alike.
    """
    stated = record.model_dump(by_alias=True, exclude_defaults=True, exclude=_PEOPLES)
    written = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    labels = {each.name: (names or {}).get(each.wire, each.wire) for each in record.api_body}
    tree: dict[str, Any] = {key: each for key, each in stated.items() if key not in SECTIONS}
    orders: dict[Labels, Labels] = {}
    items: dict[Labels, Any] = {}
    for section in SECTIONS:
        rows = tuple(stated.get(section, ()))
        order = _alike(rows, like[DEMOS] if like else {}) if section == DEMOS else _labelled(section, rows, labels)
        orders[section,] = order
        items |= {(section, label): row for label, row in zip(order, written.get(section, ()), strict=True)}
        tree[section] = {label: _item(row, labels) for label, row in zip(order, rows, strict=True)}
    for each in record.api_body:
        tree[BODY][labels[each.name]]["name"] = each.wire
    for label, demo in tree[DEMOS].items():
        _label_answers((DEMOS, label, "response"), demo, orders, items)
    return FactTree(typed(tree), orders, items, {label: name for name, label in labels.items()})


def _label_answers(path: Labels, demo: dict[str, Any], orders: dict[Labels, Labels], items: dict[Labels, Any]) -> None:
    """Label the answers of an example by their status."""
    answers = demo.get("response", ())
    orders[path] = _unlike(str(answer.get("status", 200)) for answer in answers)
    as_written = items[path[:-1]].get("response", ())
    items |= {(*path, label): row for label, row in zip(orders[path], as_written, strict=True)}
    demo["response"] = dict(zip(orders[path], answers, strict=True))


def _holds_conditions(labels: Labels) -> bool:
    match labels:
        case (section, _, "when" | "then"):
            return section == RULES
        case _:
            return False


def _item(row: Row, labels: Mapping[str, str]) -> dict[str, Any]:
    """Copy an item, without what the importer made up, and with labels of parameters for their names in conditions."""
    item = {key: each for key, each in row.items() if key != "means"}
    for key in ("when", "then"):
        if key in item:
            item[key] = {labels.get(name, name): condition for name, condition in item[key].items()}
    return item


def _labelled(section: str, rows: Iterable[Row], labels: Mapping[str, str]) -> Labels:
    return _unlike(_LABELS[section](row, labels) for row in rows)


def _rule_label(row: Row, labels: Mapping[str, str]) -> str:
    conditions = sorted((labels.get(name, name), condition) for name, condition in row["when"].items())
    when = " and ".join(f"{name} {_condition(condition)}" for name, condition in conditions)
    return f"{when} -> {', '.join(sorted(labels.get(name, name) for name in row['then']))}"


def _condition(condition: Any) -> str:
    return "|".join(map(str, condition)) if is_row(condition) else json.dumps(condition)


_LABELS: Final[Mapping[str, Callable[[Row, Mapping[str, str]], str]]] = {
    "api_header": lambda row, _: str(row["name"]).lower(),
    BODY: lambda row, labels: labels[row["name"]],
    RULES: _rule_label,
    "api_response": lambda row, _: str(row["name"]),
    "api_code_demo": lambda row, _: str(row.get("code", row.get("http_status"))),
}


def _unlike(labels: Iterable[str]) -> Labels:
    """Number labels that come again."""
    seen: Counter[str] = Counter()
    return tuple(_numbered(label, seen) for label in labels)


def _numbered(label: str, seen: Counter[str]) -> str:
    seen[label] += 1
    return label if seen[label] == 1 else f"{label} ({seen[label]})"


def _alike(demos: tuple[Row, ...], known: Mapping[str, Any]) -> Labels:
    """Label examples: first those that ask what a known one asks, then the others as they come."""
    free = dict(known)
    labels: dict[int, str] = {}
    for index, demo in enumerate(demos):
        asked = _asked(typed(demo, (DEMOS, "")))
        label = next((each for each, other in free.items() if same(asked, _asked(other))), None)
        if label is not None:
            labels[index] = label
            del free[label]
    left = chain(free, _unused(known))
    return tuple(labels[index] if index in labels else next(left) for index in range(len(demos)))


def _asked(demo: Row) -> dict[str, Any]:
    return {key: each for key, each in demo.items() if key not in ("title", "describe", "response")}


def _unused(known: Mapping[str, Any]) -> Iterator[str]:
    return (str(number) for number in count() if str(number) not in known)
