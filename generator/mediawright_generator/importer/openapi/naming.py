"""Names of operations and their groups: each depends on its own operation alone, unless two would be alike."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from keyword import iskeyword
from typing import Final

from mediawright_generator.check.names import CATEGORY_CLASSES, CLIENT_ATTRIBUTES
from mediawright_generator.importer.openapi.words import title_of, words_of
from mediawright_generator.spec.naming import class_name, method_name, slug, snake_case

_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_VERSION: Final = re.compile(r"v\d+(?:[._]\d+)*(?:beta\d*|alpha\d*)?|api|rest|public|openapi|ai|beta|alpha")
_LONGEST_SUMMARY: Final = 60
_LONGEST: Final = 80
_VERBS: Final = {"get": "get", "post": "create", "put": "replace", "patch": "update", "delete": "delete"}


@dataclass(frozen=True, slots=True)
class Called:
    """What a document calls one operation."""

    method: str
    path: str
    operation_id: str = ""
    summary: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """How specs call it."""

    category: str
    name: str


def names_of(operations: Sequence[Called], client: str) -> tuple[Name, ...]:
    """Name operations; those that would be called alike are called by their method and path."""
    wanted = [_preferred(each) for each in operations]
    alike = Counter(slug(each) for each in wanted)
    named = [
        each if alike[slug(each)] == 1 else _by_path(operation)
        for each, operation in zip(wanted, operations, strict=True)
    ]
    return tuple(
        Name(_category(operation, client), name) for operation, name in zip(operations, _unlike(named), strict=True)
    )


def _unlike(names: Sequence[str]) -> list[str]:
    """Number what is alike even so."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        free = next(
            each for each in (name, *(f"{name} {n}" for n in range(2, 10_000))) if method_name(each) not in taken
        )
        taken.add(method_name(free))
        found.append(free)
    return found


def _preferred(operation: Called) -> str:
    by_id = _from_id(operation)
    if by_id and _is_name(by_id):
        return by_id
    summary = title_of(operation.summary)
    return (
        summary if summary and len(operation.summary) <= _LONGEST_SUMMARY and _is_name(summary) else _by_path(operation)
    )


def _is_name(name: str) -> bool:
    return bool(slug(name)) and method_name(name).isidentifier() and not method_name(name).startswith("_")


def _from_id(operation: Called) -> str:
    """Read an id, without the path and method that some frameworks put behind it."""
    spelt = snake_case(operation.operation_id)
    behind = f"_{slug(operation.path)}_{operation.method.lower()}"
    spelt = spelt.removesuffix(behind) or spelt
    return title_of(spelt)[:_LONGEST].strip()


def _by_path(operation: Called) -> str:
    """Name an operation by what it does to what: `GET /v1/images/{id}` is `Get Images By ID`."""
    steps = [each for each in operation.path.split("/") if each and not _VERSION.fullmatch(each.lower())]
    words = [
        f"by_{each.strip('{}')}"
        if _PLACEHOLDER.fullmatch(each)
        else _PLACEHOLDER.sub(lambda m: f"_{m[0][1:-1]}_", each)
        for each in steps
    ]
    verb = _VERBS.get(operation.method.lower(), operation.method.lower())
    return title_of("_".join([verb, *words])) or title_of(verb)


def _category(operation: Called, client: str) -> str:
    tag = re.sub(r"<[^<>]*>", " ", operation.tag.replace("&", " and "))
    steps = [each for each in operation.path.split("/") if each and "{" not in each]
    meant = [each for each in steps if not _VERSION.fullmatch(each.lower())]
    candidates = (tag, *meant, *steps, "operations")
    found = next(each for each in map(_identifier, candidates) if each)
    taken = {*CATEGORY_CLASSES, client, f"Async{client}"}
    is_class = class_name(found) in taken or iskeyword(class_name(found))
    is_reserved = found in CLIENT_ATTRIBUTES or is_class or found != method_name(found)
    return f"{found.rstrip('_')}_operations" if is_reserved else found


def _identifier(text: str) -> str:
    found = slug("_".join(words_of(text)))
    return re.sub(r"^[^a-z]+", "", found)[:_LONGEST].strip("_")
