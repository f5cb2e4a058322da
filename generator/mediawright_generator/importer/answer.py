"""Documented answer fields at their place in the answer, and codes, as far as the vendor does not always have them."""

import re
from collections.abc import Iterator, Mapping

from mediawright_generator.importer.prose import enclosing_object, has_figures, listed_states
from mediawright_generator.importer.remarks import Remark
from mediawright_generator.importer.shape import DocCode, DocField
from mediawright_generator.spec.operation import ResponseCode, ResponseField
from mediawright_generator.spec.vendor import Lifecycle, Vendor


def read_answer(
    rows: tuple[DocField, ...], vendor: Vendor, operation: str
) -> tuple[tuple[ResponseField, ...], tuple[Remark, ...]]:
    """Read the fields that an operation has beside those of every answer.

    Documents list fields flat. A field goes below an object where its description says so, or, in the answer that
    tells how a task stands, where the task's lifecycle has it. An object that only holds others is not listed.
    """
    queried = [each for each in vendor.tasks.values() if each.query.operation == operation]
    homes = {name: home for lifecycle in queried for name, home in _homes(lifecycle)}
    fields = tuple(_field(row, homes) for row in rows)
    holders = {field.name.rpartition(".")[0].removesuffix("[]") for field in fields}
    always = {(field.name, field.type) for field in vendor.api_response}
    own = tuple(field for field in fields if field.name not in holders and (field.name, field.type) not in always)
    return own, tuple(_remarks(own, rows, vendor))


def _homes(lifecycle: Lifecycle) -> Iterator[tuple[str, str]]:
    """Yield name and full path of everything that a lifecycle finds below an object of the answer."""
    ids = lifecycle.id.values() if isinstance(lifecycle.id, dict) else (lifecycle.id,)
    outputs = (output.path for output in lifecycle.outputs)
    paths = (*ids, lifecycle.status, lifecycle.reason, lifecycle.progress, *outputs)
    for path in filter(None, paths):
        steps = path.split(".")
        for depth, step in enumerate(steps[1:], start=2):
            yield step.removesuffix("[]"), ".".join(steps[:depth]).removesuffix("[]")


def _field(row: DocField, homes: Mapping[str, str]) -> ResponseField:
    holder, describe = enclosing_object(row.describe)
    name = f"{holder}.{row.name}" if holder else homes.get(row.name, row.name)
    stated = {"describe": describe, "keywords": listed_states(describe) if row.type.name == "string" else ()}
    return ResponseField.model_validate(
        {"name": name, "type": row.type.name} | {key: value for key, value in stated.items() if value}
    )


def _remarks(own: tuple[ResponseField, ...], rows: tuple[DocField, ...], vendor: Vendor) -> Iterator[Remark]:
    always = {field.name: field.type for field in vendor.api_response}
    nested = any(row.type.name == "object" for row in rows)
    for field in own:
        at = f"api_response.{field.name}"
        if field.name in always:
            yield Remark(at, field.type, f"contradicts type {always[field.name]!r} of every answer")
        elif nested and field.type != "object" and "." not in field.name:
            yield Remark(at, field.describe, "does not say in which object the field is")
        if has_figures(field.describe):
            yield Remark(at, field.describe, "no pattern reads")


def read_codes(rows: tuple[DocCode, ...], vendor: Vendor) -> tuple[ResponseCode, ...]:
    """Read the codes beside those that every operation may answer."""
    codes = tuple(ResponseCode(code=_code(row.code), describe=row.describe) for row in rows)
    always = {code.code for code in vendor.api_code_demo}
    return tuple(code for code in codes if code.code not in always)


def _code(code: str | int) -> str | int:
    return int(code) if isinstance(code, str) and re.fullmatch(r"0|[1-9][0-9]{0,14}", code) else code
