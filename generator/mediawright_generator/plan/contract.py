"""The contract: each record with what it inherits from its vendor resolved, as plain data for every tool."""

from collections.abc import Mapping
from typing import Any

from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec import Operation, Parameter, Vendor
from mediawright_runtime.shapes import is_list, is_object

FORMAT = 1
"""The version of the contract's shape; a change that old readers would misread raises it."""

_KINDS = {"image": "image", "video": "video", "audio": "audio", "music": "audio", "speech": "audio", "mask": "image"}


def contract(loaded: LoadedVendor) -> dict[str, Any]:
    """Resolve all operations of a vendor."""
    vendor = loaded.vendor.model
    operations = [located.model for located in loaded.operations]
    paths = {operation.name: operation.python_path for operation in operations}
    resolved = [_operation(vendor, operation, paths) for operation in operations]
    return {"format": FORMAT, "vendor": vendor.name, "operations": sorted(resolved, key=lambda each: each["python"])}


def _operation(vendor: Vendor, operation: Operation, paths: Mapping[str, str]) -> dict[str, Any]:
    shared = {
        "servers": _plain(vendor.servers),
        "credentials": [{"required": each.required, **_plain(each)} for each in vendor.credentials],
        "body": _plain(vendor.body),
        "envelope": _plain(vendor.envelope),
        "output_hosts": list(vendor.output_hosts),
    }
    record: dict[str, Any] = _plain(operation) | {
        "description": operation.description,
        "api_header": _plain(vendor.api_header + operation.api_header),
        "api_body": [_parameter(each) for each in operation.api_body],
        "rules": _plain(operation.rules),
        "api_response": _plain(vendor.api_response + operation.api_response),
        "api_code_demo": _plain(vendor.api_code_demo + operation.api_code_demo),
        "python": operation.python_path,
        "output_kind": output_kind(operation.category),
    }
    if operation.task:
        record["task"] = _task(vendor, operation.task, paths)
    return record | shared


def _task(vendor: Vendor, name: str, paths: Mapping[str, str]) -> dict[str, Any]:
    lifecycle = vendor.tasks[name]
    query = {**_plain(lifecycle.query), "python": paths[lifecycle.query.operation]}
    return {"name": name, **_plain(lifecycle), "query": query}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    always = {
        "name": parameter.name,
        "wire_name": parameter.wire,
        "python_name": parameter.python_keyword,
        "in": parameter.location,
        "type": parameter.type,
        "required": parameter.required,
    }
    return {**always, **_plain(parameter)}


def output_kind(category: str) -> str:
    """Say what a category makes: the word after `_to_`, as image, video, audio or file."""
    return _KINDS.get(category.partition("_to_")[2], "file")


def _plain(value: Any) -> Any:
    """Turn spec models into plain data under the record's own keys, without what is absent."""
    if is_list(value):
        return [_plain(each) for each in value]
    return _without_absent(value.model_dump(mode="json", by_alias=True, exclude_unset=True))


def _without_absent(data: Any) -> Any:
    if not is_object(data):
        return data
    return {key: _without_absent(each) for key, each in data.items() if each is not None}
