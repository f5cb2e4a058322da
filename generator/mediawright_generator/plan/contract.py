"""The contract: each record with what it inherits from its vendor resolved, as plain data for every tool."""

from collections.abc import Mapping
from typing import Any

from mediawright_generator.load import LoadedVendor
from mediawright_generator.plan.references import named_schemas
from mediawright_generator.spec import Operation, Parameter, Vendor
from mediawright_generator.spec.vendor import Lifecycle
from mediawright_runtime.schema import FORMS
from mediawright_runtime.shapes import is_list, is_object

FORMAT = 1
"""The version of the contract's shape; a change that old readers would misread raises it."""

_KINDS = {"image": "image", "video": "video", "audio": "audio", "music": "audio", "speech": "audio", "mask": "image"}


def contract(loaded: LoadedVendor) -> dict[str, Any]:
    """Resolve all operations of a vendor."""
    vendor = loaded.vendor.model
    records = {located.model.name: located.model for located in loaded.operations}
    resolved = [_operation(vendor, operation, records) for operation in records.values()]
    operations = sorted(resolved, key=lambda each: str(each["python"]))
    removed = {"reserved": _plain(vendor.reserved)} if vendor.reserved else {}
    return {"format": FORMAT, "vendor": vendor.name, "operations": operations, **removed}


def _operation(vendor: Vendor, operation: Operation, records: Mapping[str, Operation]) -> dict[str, Any]:
    shared = {
        "servers": _plain(operation.servers or vendor.servers),
        "credentials": [{"required": each.required, **_plain(each)} for each in vendor.credentials],
        "credential_sets": [list(each) for each in vendor.credential_sets],
        "tokens": [{**_plain(each), "python": records[each.operation].python_path} for each in vendor.tokens],
        "authenticated": operation.authenticated,
        "body": _plain(vendor.body),
        "envelope": _plain(vendor.envelope),
        "output_hosts": list(vendor.output_hosts),
    }
    record: dict[str, Any] = _plain(operation) | {
        "description": operation.description,
        "api_header": _plain(vendor.api_header + operation.api_header),
        "api_body": [_parameter(each, vendor, operation) for each in operation.api_body],
        "rules": _plain(operation.rules),
        "api_response": _plain(vendor.api_response + operation.api_response),
        "api_code_demo": _plain(vendor.api_code_demo + operation.api_code_demo),
        "python": operation.python_path,
        "capabilities": list(operation.capabilities or (operation.category,)),
        "output_kind": output_kind((*operation.capabilities, operation.category)[0]),
    }
    idempotency = operation.idempotency or vendor.idempotency
    if idempotency and (operation.task or operation.outputs):
        record["idempotency"] = _plain(idempotency)
    if operation.task:
        record["task"] = _task(vendor, operation.task, records)
    if expected := operation.expected_seconds or (operation.task and vendor.tasks[operation.task].polling.expected):
        record["expected_seconds"] = list(expected)
    if vendor.callback and vendor.callback.task == operation.task:
        record["callback"] = _plain(vendor.callback)
    if vendor.api_query:
        record["api_query"] = _plain(vendor.api_query)
    if vendor.limits:
        record["limits"] = _plain(vendor.limits)
    if schemas := named_schemas(vendor.schemas, [each.fragment for each in operation.api_body]):
        record["schemas"] = _listed(schemas)
    return record | shared


def _task(vendor: Vendor, name: str, records: Mapping[str, Operation]) -> dict[str, Any]:
    lifecycle = vendor.tasks[name]
    query = records[lifecycle.query.operation]
    takes = [_taken(query, parameter, path) for parameter, path in ids(lifecycle).items()]
    asked = {**_plain(lifecycle.query), "python": query.python_path, "takes": takes}
    others = {
        key: {**_plain(each), "python": records[each.operation].python_path}
        for key, each in (("cancel", lifecycle.cancel), ("search", lifecycle.search))
        if each
    }
    return {"name": name, **_plain(lifecycle), "query": asked, **others}


def ids(lifecycle: Lifecycle) -> dict[str, str]:
    """List the parameters of the query that take a task's ids, and where the create's answer has each."""
    if isinstance(lifecycle.id, dict):
        return lifecycle.id
    return {lifecycle.query.parameter or "": lifecycle.id}


def _taken(query: Operation, name: str, path: str) -> dict[str, Any]:
    parameter = next(each for each in query.api_body if each.name == name)
    many = parameter.type == "array"
    return {"name": name, "wire_name": parameter.wire, "in": parameter.location, "id": path, "many": many}


def _is_id(vendor: Vendor, operation: Operation, parameter: Parameter) -> bool:
    """Tell whether a list takes the id of a task; a caller may give one id as it is."""
    asked = (each for each in vendor.tasks.values() if each.query.operation == operation.name)
    return parameter.type == "array" and any(parameter.name in ids(each) for each in asked)


def _parameter(parameter: Parameter, vendor: Vendor, operation: Operation) -> dict[str, Any]:
    marks = {"single": _is_id(vendor, operation, parameter), "file": _is_file(operation, parameter)}
    always = {
        "name": parameter.name,
        "wire_name": parameter.wire,
        "python_name": parameter.python_keyword,
        "in": parameter.location,
        "type": parameter.type,
        "required": parameter.required,
    }
    place = {"in": "json"} if _is_whole_json(operation, parameter) else {}
    schema = {"schema": _listed(parameter.fragment)} if parameter.fragment is not None else {}
    return {**always, **_plain(parameter), **place, **schema, **{mark: True for mark, holds in marks.items() if holds}}


def _is_whole_json(operation: Operation, parameter: Parameter) -> bool:
    """Tell whether a parameter is the whole body as JSON; what is raw is bytes unless type or record say otherwise."""
    if parameter.location != "raw":
        return False
    said = operation.content_type
    return parameter.type != "string" if said is None else said == "application/json" or said.endswith("+json")


def _is_file(operation: Operation, parameter: Parameter) -> bool:
    """Tell whether a parameter is a file of a form, or a list of files."""
    formats = {parameter.format, parameter.items.format if parameter.items else None}
    return parameter.location == "body" and operation.content_type == FORMS[0] and "binary" in formats


def output_kind(category: str) -> str:
    """Say what a category makes: the word after `_to_`, as image, video, audio or file."""
    return _KINDS.get(category.partition("_to_")[2], "file")


def _listed(data: Any) -> Any:
    """Write lists as JSON has them; null stays, as it means something in a schema."""
    if is_object(data):
        return {key: _listed(each) for key, each in data.items()}
    return [_listed(each) for each in data] if is_list(data) else data


def _plain(value: Any) -> Any:
    """Turn spec models into plain data under the record's own keys, without what is absent."""
    if is_list(value):
        return [_plain(each) for each in value]
    return _without_absent(value.model_dump(mode="json", by_alias=True, exclude_unset=True))


def _without_absent(data: Any) -> Any:
    if not is_object(data):
        return data
    return {key: _without_absent(each) for key, each in data.items() if each is not None}
