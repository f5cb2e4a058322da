"""The task pattern in a document: a create that answers with an id, and a query that takes it and tells a status."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mediawright_generator.importer.openapi.answer import Hint
from mediawright_generator.importer.openapi.lifecycle import lifecycle_of
from mediawright_generator.importer.openapi.outputs import without_echoes
from mediawright_generator.importer.openapi.query import Query, asks, last_of, query_of
from mediawright_generator.importer.openapi.reading import Reading
from mediawright_generator.importer.openapi.schema import Schemas, references
from mediawright_generator.importer.openapi.states import unclear
from mediawright_generator.importer.openapi.words import words_of
from mediawright_generator.spec.naming import slug, snake_case
from mediawright_runtime.shapes import is_object

_ID: Final = re.compile(r"(?:\w+_)?(?:id|ids|uuid|handle|token_id)")
_ENDING: Final = frozenset(["cancel", "cancels", "stop", "abort", "delete", "remove", "archive", "terminate"])
_NO_CREATE: Final = _ENDING | frozenset(
    [
        "upload",
        "search",
        "list",
        "login",
        "token",
        "webhook",
        "webhooks",
        "validate",
        "estimate",
        "cost",
        "price",
        "pricing",
        "consent",
        "consents",
        "order",
        "orders",
        "knowledge",
    ]
)
_WITHOUT_MEANING: Final = frozenset(
    [
        "get",
        "retrieve",
        "query",
        "fetch",
        "show",
        "read",
        "check",
        "find",
        "by",
        "id",
        "the",
        "a",
        "status",
        "result",
        "of",
        "poll",
        "describe",
    ]
)
_DEEPEST_ID: Final = 3
_ENOUGH: Final = 3
_SAID: Final = 6
"""The weight of what a document itself says."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A create, the query of its task, and where its answer has the id."""

    create: Reading
    query: Query
    id: str
    why: str
    score: int


def lifecycles(readings: Sequence[Reading], schemas: Schemas) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Find the lifecycles of tasks, set `task` in the creates, and say what was inferred from what."""
    primaries = [each for each in readings if each.alternative_of is None]
    queries = [query for each in primaries if (query := query_of(each)) is not None]
    links = [link for each in primaries if (link := _best(each, queries, schemas, primaries)) is not None]
    tasks: dict[str, Any] = {}
    review: list[dict[str, str]] = []
    for query in queries:
        own = [link for link in links if link.query is query]
        sent = {str(row.get("wire_name", row["name"])) for link in own for row in link.create.parameters}
        made = replace(query, outputs=without_echoes(query.outputs, sent))
        for id_path in dict.fromkeys(link.id for link in own):
            name = _free(_task_name(query), tasks)
            if not made.outputs:
                _say_without_outputs(own, made)
                continue
            tasks[name] = lifecycle_of(made, id_path, primaries)
            review.append({"fact": f"tasks.{name}", "note": _said(query, [each for each in own if each.id == id_path])})
            for link in (each for each in own if each.id == id_path):
                _start(link, name, readings)
    return tasks, review


def _start(link: _Link, name: str, readings: Sequence[Reading]) -> None:
    for each in readings:
        if each is link.create or each.alternative_of == link.create.name.name:
            each.more["task"] = name
            each.infer("task", f"inferred from {link.why}")


def _say_without_outputs(links: Sequence[_Link], query: Query) -> None:
    for link in links:
        note = (
            f"looks like a task that {query.reading.name.name!r} tells of ({link.why}), but no field of its answer is "
            "the address of a file; describe the lifecycle by hand under tasks in vendor.yaml, or leave it"
        )
        link.create.infer("task", note)


def _said(query: Query, links: Sequence[_Link]) -> str:
    states = ", ".join(f"{word} as {state}" for word, state in query.states.items())
    count = len(links)
    strange = ", ".join(unclear(query.states))
    guess = f"; nothing tells whether a task ends with {strange}" if strange else ""
    told = f"inferred: the states ({states}), the places of id, status and outputs, and {count} creates that start it"
    return f"{told}{guess}"


def _free(name: str, tasks: Mapping[str, Any]) -> str:
    return next(each for each in (name, *(f"{name}_{n}" for n in range(2, 1000))) if each not in tasks)


def _task_name(query: Query) -> str:
    words = [each for each in words_of(query.reading.name.name) if each not in _WITHOUT_MEANING]
    name = slug("_".join(words))
    return name if re.search(r"[a-z]", name) else "task"


def _best(create: Reading, queries: Sequence[Query], schemas: Schemas, primaries: Sequence[Reading]) -> _Link | None:
    words = {*words_of(f"{create.name.name} {create.stated.path}")}
    if create.stated.method not in ("POST", "PUT") or words & _NO_CREATE or asks(create):
        return None
    links = [link for query in queries if query.reading is not create for link in _links(create, query, schemas)]
    best = max(links, key=lambda each: (each.score, -each.id.count(".")), default=None)
    if best is None or best.score < _ENOUGH:
        return None
    is_tied = any(each.score == best.score and each.query is not best.query for each in links)
    return None if is_tied or _is_of_another(best, primaries) else best


def _is_of_another(link: _Link, primaries: Sequence[Reading]) -> bool:
    """Tell whether a query stands below the address of another create, and no document says that it is of this one."""
    made = link.create.stated.path.rstrip("/")
    asked = link.query.reading.stated.path.partition("/{")[0]
    owners = (each.stated.path.rstrip("/") for each in primaries if each.stated.method in ("POST", "PUT"))
    return link.score < _SAID and any(owner == asked and not f"{made}/".startswith(f"{owner}/") for owner in owners)


def _links(create: Reading, query: Query, schemas: Schemas) -> Iterator[_Link]:
    """Weigh what speaks for each id in the answer of a create."""
    if _is_below(create.stated.path, query.reading.stated.path):
        return
    name = snake_case(query.parameter.get("wire_name", query.parameter["name"]))
    for row in create.answer.fields:
        path, last = row["name"], last_of(row["name"])
        if not _ID.fullmatch(last) or "[]" in path or row["type"] not in ("string", "integer", "any"):
            continue
        if path.count(".") >= _DEEPEST_ID:
            continue
        reasons = dict(_reasons(create, query, last, name, schemas))
        named = _named(create, query, create.answer.hints.get(path, Hint()).said) if "." not in path else 0
        if reasons and named:
            reasons["its words speak of what is asked for"] = named
        if reasons:
            score = sum(reasons.values())
            yield _Link(create, query, path, _why(query, path, list(reasons)), score)


def _is_below(path: str, asked: str) -> bool:
    """Tell whether an operation is about the very thing that a query asks for: it changes it, and makes none."""
    whole = asked.removesuffix("/status")
    return "{" in whole and (path == whole or path.startswith(f"{whole}/"))


def _why(query: Query, path: str, reasons: Sequence[str]) -> str:
    return f"{query.reading.stated.title}, which takes {path!r}: {', '.join(reasons)}"


def _reasons(create: Reading, query: Query, last: str, name: str, schemas: Schemas) -> Iterator[tuple[str, int]]:
    if _is_linked(create, query):
        yield "a link of the document says so", 6
    bare = name.removesuffix("s")
    if last == bare and bare not in ("id", "uuid"):
        yield "the names agree", 3
    elif last in ("id", "uuid") or bare == "id":
        yield "both are an id", 1
    else:
        return
    made, asked = create.stated.path.rstrip("/"), query.reading.stated.path
    if asked.startswith(f"{made}/") and "/" not in asked.removeprefix(f"{made}/").removesuffix("/status").strip("/"):
        yield "its address follows that of the create", 3
    elif _stem(made) and _stem(made) == _stem(asked.rpartition("/{")[0]):
        yield "the addresses are alike", 2
    if _shared(create, query, schemas):
        yield "both answer with one schema", 2
    if any(last_of(each["name"]) in ("polling_url", "status_url", "get_url") for each in create.answer.fields):
        yield "the answer has an address to ask at", 2
    if create.name.category == query.reading.name.category:
        yield "they stand in one group", 1


def _named(create: Reading, query: Query, said: str) -> int:
    """Weigh words about an id that call it that of the thing whose query this is: `/tasks/{id}`, or just `task`."""
    asked = query.reading.stated.path.partition("/{")[0]
    *above, step = [words_of(each) for each in asked.strip("/").split("/")]
    told = {each.removesuffix("s") for each in words_of(said)}
    around = {each for step in above for each in step if not re.fullmatch(r"v|api|\d+", each)}
    if not step or not around <= {*words_of(create.stated.path), *told}:
        return 0
    return 6 if f"{asked}/" in said else 3 if {each.removesuffix("s") for each in step} <= told else 0


def _stem(path: str) -> str:
    """Name what an address is about, whatever is done with it."""
    steps = [each for each in path.split("/") if each and "{" not in each]
    return "/".join(steps[:-1]) if len(steps) > 2 else ""  # noqa: PLR2004 (version and one more)


def _is_linked(create: Reading, query: Query) -> bool:
    wanted = query.reading.stated.node.text("operationId")
    responses = [node.followed() for _, node in create.stated.node.get("responses").items()]
    links = [link.followed() for response in responses for _, link in response.get("links").items()]
    return bool(wanted) and any(link.text("operationId") == wanted for link in links)


def _shared(create: Reading, query: Query, schemas: Schemas) -> bool:
    one, other = ({*references(each.answer.schema)} for each in (create, query.reading))
    own = {name for name in one & other if is_object(schemas.named.get(name))}
    return any(_has_status(schemas.named[name], query.status) for name in own)


def _has_status(schema: Mapping[str, Any], status: str) -> bool:
    return status.rpartition(".")[2] in schema.get("properties", {})
