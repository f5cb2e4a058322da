"""What an answer has otherwise than the documents say: fields that are missing, new, or of another type or value."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from mediawright_generator.live.known import Known, shown_name, walk
from mediawright_runtime.envelope import same_code
from mediawright_runtime.paths import first
from mediawright_runtime.shapes import is_list, is_object


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as documented; it names the field, and no value of it."""

    what: str
    contradicts: bool
    """Whether the documents say something else; a field may be missing, and another may be new."""

    def __str__(self) -> str:
        """Say it for people."""
        return self.what


def differences(status: int, answer: object, known: Known) -> tuple[Difference, ...]:
    """Compare an answer with what is documented; of one that is no success only HTTP status and code count."""
    if not succeeded(status, answer, known):
        return (*_wrong_status(status, known), *_wrong_code(answer, known))
    if not is_object(answer):
        return (Difference(f"the answer is {kind(answer)}, not object", contradicts=True),)
    found = list(walk(answer, known.opens))
    return (*_missing(found, known), *_new(found, known), *_otherwise(found, known))


def succeeded(status: int, answer: object, known: Known) -> bool:
    """Tell whether an answer has the HTTP status and the code of a success; one without a code counts as one."""
    code = first(answer, known.code) if known.code else None
    return status < HTTPStatus.BAD_REQUEST and (code is None or any(same_code(code, each) for each in known.success))


def kind(value: object) -> str:
    """Name a value's type as records do."""
    if value is None:
        return "null"
    if is_object(value):
        return "object"
    if is_list(value):
        return "array"
    names: dict[type, str] = {bool: "boolean", int: "integer", float: "number"}
    return names.get(type(value), "string")


def _wrong_status(status: int, known: Known) -> list[Difference]:
    plain = status < HTTPStatus.BAD_REQUEST or status in known.statuses
    return [] if plain else [Difference(f"not documented: HTTP {status}", contradicts=False)]


def _wrong_code(answer: object, known: Known) -> list[Difference]:
    code = first(answer, known.code) if known.code else None
    if code is None or any(same_code(code, each) for each in known.codes):
        return []
    shown = code if isinstance(code, int) else kind(code)
    return [Difference(f"code {shown} is not documented", contradicts=True)]


def _missing(found: list[tuple[str, object]], known: Known) -> Iterator[Difference]:
    there = {path for path, _ in found}
    owners = {"", *(path for path, value in found if is_object(value) or (is_list(value) and value))}
    for path in known.fields:
        if path not in there and path.rpartition(".")[0] in owners:
            yield Difference(f"missing: {path}", contradicts=False)


def _new(found: list[tuple[str, object]], known: Known) -> Iterator[Difference]:
    for path, kinds in _kinds(found).items():
        owner, dot, name = path.rpartition(".")
        if path not in known.places and (not owner or owner in known.places):
            yield Difference(f"not documented: {owner}{dot}{shown_name(name)} ({kinds})", contradicts=False)


def _kinds(found: list[tuple[str, object]]) -> dict[str, str]:
    kinds: dict[str, dict[str, None]] = {}
    for path, value in found:
        kinds.setdefault(path, {})[kind(value)] = None
    return {path: " or ".join(names) for path, names in kinds.items()}


def _otherwise(found: list[tuple[str, object]], known: Known) -> Iterator[Difference]:
    told: dict[str, None] = {}
    for path, value in found:
        field = known.fields.get(path, {})
        each_item = str(field.get("name", "")).endswith("[]") and is_list(value)
        for each in value if each_item and is_list(value) else (value,):
            if not _fits(each, field.get("type")):
                told[f"{path} is {kind(each)}, documented as {field['type']}"] = None
            elif each is not None and field.get("keywords") and each not in field["keywords"]:
                told[f"{path} has a value that is not documented"] = None
    return (Difference(each, contradicts=True) for each in told)


def _fits(value: object, documented: str | None) -> bool:
    actual = kind(value)
    return documented is None or actual in {"null", documented} or (actual, documented) == ("integer", "number")
