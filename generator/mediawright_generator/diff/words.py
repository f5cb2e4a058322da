"""A difference that was found becomes a change in words."""

import re
from typing import Any, Final

from mediawright_generator.diff.change import Change
from mediawright_generator.diff.found import Found
from mediawright_generator.diff.table import CHANGE_RULES
from mediawright_generator.problems import shown
from mediawright_generator.spec import Operation
from mediawright_runtime.shapes import is_object

_FACTS = {
    "exclusive_minimum": "above",
    "exclusive_maximum": "below",
    "id": "the task's id",
    "reason": "the reason of a failure",
    "progress": "the progress",
    "interval": "the pause between two queries",
    "initial_delay": "the pause before the first query",
}


WORDS = frozenset({"subject", "fact", "before", "after", "before_word", "after_word"})
"""What the texts of a rule may mention."""


def told(found: Found, vendor: str, operation: Operation | None) -> Change:
    """Put a difference into words; without an operation it is what all operations share."""
    rule = CHANGE_RULES[found.rule]
    words = _words(found)
    identity = str(operation.name if operation.id is None else operation.id) if operation else ""
    return Change(
        vendor=vendor,
        operation=identity,
        python=operation.python_path if operation else "",
        rule=found.rule,
        pointer="/".join(found.pointer),
        before=found.before,
        after=found.after,
        place=found.place,
        what=_sentence(rule.what, found).format(**words),
        todo=rule.todo.format(**words),
    )


def _sentence(text: str, found: Found) -> str:
    """Leave out what was where there was nothing; what is not said in seconds is unknown."""
    said = _WAS.sub("", text) if found.before is None else text
    return said.replace("{after} seconds", "unknown") if found.after is None else said


_WAS: Final = re.compile(r", no longer (?:\w+ )*\{before\}(?: alone)?")


def _words(found: Found) -> dict[str, str]:
    pointer = list(found.pointer)
    subject = pointer[-1] if pointer[0] in _NAMED_LAST else pointer[1] if len(pointer) > 1 else pointer[0]
    return {
        "subject": repr(subject),
        "fact": _FACTS.get(pointer[-1], pointer[-1].replace("_", " ")),
        "before": _shown(found.before),
        "after": _shown(found.after),
        "before_word": _word(found.before),
        "after_word": _word(found.after),
    }


_NAMED_LAST = frozenset({"tasks", "callback", "limits"})
"""Where what is named stands last in the pointer."""


def _word(value: Any) -> str:
    if is_object(value) and value.keys() == {"when", "then"}:
        return f"where {_conditions(value['when'])}, then {_conditions(value['then'])}"
    return value if isinstance(value, str) else _shown(value)


def _shown(value: Any) -> str:
    if is_object(value):
        return ", ".join(f"{key} {shown(each)}" for key, each in value.items() if each is not None) or "nothing"
    return "nothing" if value is None else shown(value)


def _conditions(conditions: Any) -> str:
    return " and ".join(f"{name} is {_condition(each)}" for name, each in conditions.items())


def _condition(condition: Any) -> str:
    if not is_object(condition):
        return " or ".join(map(shown, condition))
    if condition.get("present") is not None:
        return "given" if condition["present"] else "left out"
    return ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in condition.items())
