"""The ways to the facts of a record: keys, and labels of the items of lists that no order changes."""

from typing import Any, Final

from mediawright_generator.importer.leaves import Listed, is_digest, is_tree, words
from mediawright_runtime.shapes import is_list

Labels = tuple[str, ...]
"""The way to a fact: keys of mappings, and labels of the items of lists."""

BODY: Final = "api_body"
DEMOS: Final = "api_request_demo"
RULES: Final = "rules"
SECTIONS: Final = ("api_header", BODY, RULES, DEMOS, "api_response", "api_code_demo")
"""The lists of a record."""


def is_section(labels: Labels) -> bool:
    """Tell whether labels lead to a list of the record."""
    match labels:
        case (section,):
            return section in SECTIONS
        case (section, _, "response"):
            return section == DEMOS
        case _:
            return False


def is_item(labels: Labels) -> bool:
    """Tell whether labels lead to an item of a list."""
    return bool(labels) and is_section(labels[:-1])


def is_parameter_key(labels: Labels) -> bool:
    """Tell whether labels lead to a key of a parameter."""
    match labels:
        case (section, _, _):
            return section == BODY
        case _:
            return False


def group(labels: Labels) -> Labels:
    """Tell what a fact belongs to: an item of a list of the record, or a key of the record."""
    return labels[: 1 + is_section(labels[:1])]


def named(labels: Labels) -> str:
    """Name a fact in a message."""
    section, *below = labels
    if below and section in (DEMOS, RULES):
        section, below = f"{section}[{below[0]}]", below[1:]
    return ".".join((section, *below))


def typed(value: object, labels: Labels = ()) -> Any:
    """Tell words and lists without order by where they stand, in values as they were read."""
    if is_tree(value):
        return {key: typed(each, (*labels, key)) for key, each in value.items()}
    if is_list(value):
        values: tuple[Any, ...] = tuple(typed(each, labels) for each in value)
        return Listed(values) if _is_listed(labels) else values
    return words(value) if isinstance(value, str) and (is_digest(value) or _is_words(value, labels)) else value


def _is_words(text: str, labels: Labels) -> bool:
    """Tell whether a text is no fact: a description, or a sentence in an example."""
    match labels:
        case ("description",) | (_, _, "describe" | "title"):
            return True
        case (section, _, _, *_):
            return section == DEMOS and " " in text
        case _:
            return False


def _is_listed(labels: Labels) -> bool:
    match labels:
        case (section, _, "when" | "then", _):
            return section == RULES
        case (section, *_, "keywords" | "formats"):
            return section in (BODY, "api_response")
        case _:
            return False
