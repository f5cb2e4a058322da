"""What a JSON Schema refuses of a value, said by rule and field."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jsonschema_rs import Draft202012Validator

from mediawright_mock.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jsonschema_rs import ValidationError

_LONGEST_MESSAGE = 400


class Demand:
    """What a value must be."""

    def __init__(self, schema: dict[str, Any], rules: Sequence[int] = ()) -> None:
        """Prepare a schema; `rules` are the numbers in the record of those that it has, in their order."""
        self._validator = Draft202012Validator(schema)
        self._rules = rules

    def violations(self, value: Any) -> Iterator[Refusal]:
        """Say what is wrong with a value, from the first on."""
        try:
            if self._validator.is_valid(value):
                return
            errors = list(self._validator.iter_errors(value))
        except ValueError:  # half a surrogate pair, or nested too deep
            yield Refusal("invalid", "body: it is not JSON that can be read; send a JSON object", rule="json body")
            return
        for error in sorted(errors, key=_is_extra):
            field = _field(error)
            message = f"{field}: {error.message[:_LONGEST_MESSAGE]}"
            yield Refusal("invalid", message, rule=f"{self._name(error)} {field}")

    def _name(self, error: ValidationError) -> str:
        """Name the rule: by JSON Schema's keyword, or by the number of a rule across parameters."""
        path = error.schema_path
        number = next((each for keyword, each in pairwise(path) if keyword == "allOf" and isinstance(each, int)), None)
        return str(path[-1]) if number is None else f"rules[{self._rules[number]}]"


def _is_extra(error: ValidationError) -> bool:
    """Put what is lacking before what is too much: a body without its wrapper lacks the wrapper."""
    return error.kind.name == "additionalProperties"


def _field(error: ValidationError) -> str:
    """Name the field that a violation is about; of an object that lacks or has a name too many, that name."""
    path = [str(step) for step in error.instance_path]
    facts = error.kind.as_dict()
    if error.kind.name == "required":
        path.append(facts["property"])
    if error.kind.name == "additionalProperties":
        path.append(facts["unexpected"][0])
    return ".".join(path) or "body"
