"""The literals of emitted declarations: what `Vendor(...)` and `Operation(...)` are given."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from mediawright_generator.plan.annotations import FACTS, allowed, one_of
from mediawright_generator.plan.annotations import media as media_words
from mediawright_generator.plan.contract import ids
from mediawright_generator.plan.docstrings import offered
from mediawright_generator.plan.fragments import fragment, has_fragment
from mediawright_generator.plan.removals import removed_operation, removed_parameter
from mediawright_generator.plan.samples import item
from mediawright_generator.plan.spelling import Spelled, spell
from mediawright_generator.spec import Operation, Parameter, Vendor
from mediawright_generator.spec.answer import OutputPlace
from mediawright_generator.spec.operation import Header, ResponseCode
from mediawright_generator.spec.vendor import Callback, Lifecycle, Limits, Query, Search, Token
from mediawright_runtime.shapes import is_list

_BOUNDS = (
    "minimum",
    "maximum",
    "exclusive_minimum",
    "exclusive_maximum",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
)


def _spelled(name: str, /, **arguments: object) -> Spelled:
    return Spelled(spell(name, **arguments))


def vendor_declaration(vendor: Vendor, package: str, operations: Mapping[str, Operation]) -> str:
    """Spell the declaration of a vendor; `operations` are its records by name."""
    return spell(
        "Vendor",
        name=vendor.name,
        title=vendor.title,
        package=package,
        servers=tuple(server.url for server in vendor.servers),
        credentials=tuple(
            _spelled("Credential", name=each.name, environment=each.environment, required=each.required)
            for each in vendor.credentials
        ),
        credential_sets=vendor.credential_sets,
        tokens=tuple(_token(each, operations[each.operation]) for each in vendor.tokens),
        headers=_headers(vendor.api_header),
        query=tuple((each.name, each.value) for each in vendor.api_query),
        envelope=_spelled(
            "Envelope", **dict(vendor.envelope) | {"required": None if vendor.envelope.required else False}
        ),
        errors=_errors(vendor.api_code_demo),
        tasks={name: _lifecycle(name, each, operations) for name, each in vendor.tasks.items()},
        callback=_callback(vendor.callback) if vendor.callback else None,
        output_hosts=vendor.output_hosts,
        limits=_limits(vendor.limits) if vendor.limits else None,
        reserved=tuple(map(removed_operation, vendor.reserved)),
    )


def _limits(limits: Limits) -> Spelled:
    rate = (limits.rate.requests, limits.rate.seconds) if limits.rate else None
    return _spelled("Limits", **dict(limits) | {"rate": rate})


def _token(token: Token, operation: Operation) -> Spelled:
    keywords = {each.name: each.python_keyword for each in operation.api_body}
    return _spelled(
        "Token",
        name=token.name,
        operation=operation.python_path,
        parameters=tuple((keywords[name], credential) for name, credential in token.parameters.items()),
        answer=token.answer,
        expired=token.expired,
    )


def _callback(callback: Callback) -> Spelled:
    return _spelled(
        "Callback",
        task=callback.task,
        id=callback.id,
        status=callback.status,
        outputs=_outputs(callback.outputs),
        reason=callback.reason,
        seal=_spelled("Seal", **dict(callback.seal)) if callback.seal else None,
    )


def _outputs(places: Iterable[OutputPlace]) -> tuple[Spelled, ...]:
    return tuple(_spelled("OutputPlace", **dict(place)) for place in places)


def _headers(headers: Iterable[Header]) -> tuple[tuple[str, str], ...]:
    return tuple((header.name, header.value) for header in headers)


def _errors(codes: Iterable[ResponseCode]) -> tuple[Spelled, ...]:
    return tuple(
        _spelled("ErrorCode", **dict(code) | {"retries": code.retries or None, "refused": code.refused or None})
        for code in codes
        if code.kind
    )


def _lifecycle(name: str, lifecycle: Lifecycle, operations: Mapping[str, Operation]) -> Spelled:
    query = operations[lifecycle.query.operation]
    parameters = {each.name: each for each in query.api_body}
    taken = ids(lifecycle)
    return _spelled(
        "Lifecycle",
        name=name,
        ids=tuple((parameters[parameter].python_keyword, path) for parameter, path in taken.items()),
        query=query.python_path,
        status=lifecycle.status,
        states=lifecycle.states,
        outputs=_outputs(lifecycle.outputs),
        many=any(parameters[parameter].type == "array" for parameter in taken) or None,
        otherwise=lifecycle.otherwise,
        reason=lifecycle.reason,
        progress=lifecycle.progress,
        tolerates=lifecycle.tolerates,
        interval=lifecycle.polling.interval,
        initial_delay=lifecycle.polling.initial_delay,
        expected=lifecycle.polling.expected,
        kept_days=lifecycle.kept.days if lifecycle.kept else None,
        kept_since=lifecycle.kept.since if lifecycle.kept else None,
        cancel=_cancel(lifecycle, lifecycle.cancel, operations) if lifecycle.cancel else None,
        search=_search(lifecycle.search, taken, parameters, operations) if lifecycle.search else None,
    )


def _cancel(lifecycle: Lifecycle, cancel: Query, operations: Mapping[str, Operation]) -> Spelled:
    operation = operations[cancel.operation]
    keywords = {each.name: each.python_keyword for each in operation.api_body}
    taken = lifecycle.id if isinstance(lifecycle.id, dict) else [cancel.parameter or ""]
    return _spelled("Cancel", operation=operation.python_path, keywords=tuple(keywords[name] for name in taken))


def _search(
    search: Search, taken: Mapping[str, str], parameters: Mapping[str, Parameter], operations: Mapping[str, Operation]
) -> Spelled:
    operation = operations[search.operation]
    keywords = {each.name: each.python_keyword for each in operation.api_body}
    places = {name: search.id[name] if isinstance(search.id, dict) else search.id for name in taken}
    return _spelled(
        "Search",
        operation=operation.python_path,
        tasks=search.tasks,
        ids=tuple((parameters[name].python_keyword, path) for name, path in places.items()),
        created=search.created,
        total=search.total,
        by=tuple((keywords[name], wanted) for name, wanted in search.by.items()),
    )


def operation_declaration(operation: Mapping[str, Any], record: Operation, request: str, response: str) -> str:
    """Spell the declaration of an operation of the contract, with what its record has beside the vendor's."""
    keywords = {each["name"]: each["python_name"] for each in operation["api_body"]}
    return spell(
        "Operation",
        path=operation["python"],
        name=operation["name"],
        method=operation["method"],
        endpoint=operation["endpoint"],
        parameters=Spelled(tuple(map(_parameter, offered(operation)))),  # stands also when it is empty
        request=Spelled(request),
        response=Spelled(response),
        wrap=operation["body"].get("key"),
        constants=tuple(
            (each["in"], each["wire_name"], each["const"]) for each in operation["api_body"] if "const" in each
        ),
        rules=(*_closed_numbers(operation), *(_rule(rule, keywords) for rule in operation["rules"])),
        headers=_headers(record.api_header),
        errors=_errors(record.api_code_demo),
        task=operation["task"]["name"] if "task" in operation else None,
        outputs=_outputs(record.outputs),
        authenticated=None if record.authenticated else False,
        output_kind=operation["output_kind"],
        expected=record.expected_seconds,
        idempotency=_idempotency(operation["idempotency"]) if "idempotency" in operation else None,
        reserved=tuple(removed_parameter(each, keywords) for each in record.reserved),
        schemas=operation.get("schemas", {}),
        content_type=_content_type(operation),
        answer_type=operation.get("answer_type"),
        server=next((each.url for each in record.servers), None),
        source=source(operation),
    )


def _content_type(operation: Mapping[str, Any]) -> str | None:
    """Name the type of a body that is neither JSON nor bytes of whatever kind."""
    said: str | None = operation.get("content_type")
    return None if said in {"application/json", "application/octet-stream"} else said


def _idempotency(idempotency: Mapping[str, Any]) -> Spelled:
    replays = idempotency.get("on_repeat") == "replay"
    return _spelled("Idempotency", location=idempotency["in"], name=idempotency["name"], replays=replays or None)


def source(operation: Mapping[str, Any]) -> str:
    """Name the document and lines of an operation, for error messages."""
    first = next(iter(operation.get("sources", ())), None)
    return ":".join(first[key] for key in ("document", "lines") if key in first) if first else ""


def _parameter(parameter: Mapping[str, Any]) -> Spelled:
    return _spelled(
        "Parameter",
        name=parameter["python_name"],
        wire_name=parameter["wire_name"],
        location=parameter["in"] if parameter["in"] != "body" else None,
        default=_standing(parameter["default"]) if "default" in parameter else None,
        send_default=parameter.get("send_default", False) or None,
        credential=parameter.get("credential"),
        single=parameter.get("single"),
        labels=_labels(parameter),
        allowed=allowed(parameter),
        media=_media(parameter["media"]) if "media" in parameter else None,
        schema=fragment(parameter) if has_fragment(parameter) else None,
        file=parameter.get("file"),
        separator=parameter.get("separator"),
    )


def _media(facts: Mapping[str, Any]) -> Spelled:
    return _spelled(
        "Media",
        kind=facts["kind"],
        formats=tuple(facts.get("formats", ())),
        limits=tuple(
            _spelled("Limit", fact=fact, bound=bound, value=_numbers(facts[f"{bound}_{fact}"]))
            for fact in FACTS
            for bound in ("min", "max", "exclusive_min", "exclusive_max")
            if f"{bound}_{fact}" in facts
        ),
        allowed=media_words(facts),
    )


def _numbers(bound: float | str) -> tuple[float, ...]:
    """Read a bound: one number, or width and height, of a ratio in whole numbers so that none is rounded."""
    if not isinstance(bound, str):
        return (bound,)
    if "x" in bound:
        return tuple(map(int, bound.split("x")))
    width, height = map(Fraction, bound.split(":"))
    return (width / height).as_integer_ratio()


def _labels(parameter: Mapping[str, Any]) -> tuple[tuple[int, str], ...]:
    """List the names that an integer may be given by; names of strings could be values themselves."""
    labels: Mapping[str, str] = parameter.get("labels", {}) if parameter["type"] == "integer" else {}
    return tuple((int(value), label) for value, label in labels.items())


def _standing(value: object) -> Spelled:
    """Spell a value that stands also where it is empty."""
    return Spelled(repr(tuple(value) if is_list(value) else value))


def _closed_numbers(operation: Mapping[str, Any]) -> tuple[Spelled, ...]:
    """Close the lists of numbers by a rule: `Literal` takes no floats."""
    numbers = ((each, item(each) if each["type"] == "array" else each) for each in offered(operation))
    return tuple(
        _spelled("Rule", when=Spelled("{}"), then={each["python_name"]: _constraint(of_value["keywords"])})
        for each, of_value in numbers
        if of_value["type"] == "number" and of_value.get("keywords") and not of_value.get("open")
    )


def _rule(rule: Mapping[str, Any], keywords: Mapping[str, str]) -> Spelled:
    return _spelled(
        "Rule",
        when={keywords[name]: _constraint(condition) for name, condition in rule["when"].items()},
        then={keywords[name]: _constraint(condition) for name, condition in rule["then"].items()},
        describe=rule.get("describe"),
    )


def _constraint(condition: Sequence[Any] | Mapping[str, Any]) -> Spelled:
    if isinstance(condition, Mapping):
        bounds = {key: condition[key] for key in ("present", *_BOUNDS) if key in condition}
        return _spelled("Constraint", **bounds, allowed=constraint_words(condition))
    return _spelled("Constraint", values=tuple(condition), allowed=one_of(condition))


def constraint_words(condition: Mapping[str, Any]) -> str:
    """Say what a constraint of a rule demands."""
    if "present" in condition:
        return "a value" if condition["present"] else "no value"
    return allowed(condition)
