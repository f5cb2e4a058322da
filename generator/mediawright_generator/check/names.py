"""Rules on names: no two alike, and none that Python or a client uses itself."""

import keyword
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from mediawright_generator.check.rule import Finding, ParameterAt, Record
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import Place
from mediawright_generator.spec import Operation
from mediawright_generator.spec.naming import class_name, slug

CLIENT_ATTRIBUTES: Final = frozenset(
    {
        "aclose",
        "as_completed",
        "base_url",
        "call",
        "caller",
        "close",
        "map",
        "parse_webhook",
        "reconcile",
        "resume",
        "sign_webhook",
        "token",
        "with_options",
    }
)
"""What a client offers beside its categories."""
CATEGORY_CLASSES: Final = frozenset(
    {
        "AsyncCategory",
        "AsyncResult",
        "AsyncTask",
        "Category",
        "Client",
        "HttpClient",
        "Literal",
        "ResponseModel",
        "Result",
        "Task",
        "Timeout",
    }
)
"""What the modules of clients and categories name themselves, beside their own classes."""
CLIENT_OPTIONS: Final = frozenset({"base_url", "http_client", "proxy", "self", "timeout"})
"""What the constructor of a client takes beside its credentials."""
PACKAGE_ATTRIBUTES: Final = frozenset({"Limits", "RawResponse", "Timeout", "catalogue", "errors", "resume", "settle"})
"""What the package of all vendors offers beside them."""

_NAMED_BY: Final = {
    "id": "id",
    "name": "name",
    "model_code": "model_code",
    "python path": "python_name",
    "address": "endpoint",
}
"""What identifies an operation -> the key that says so."""


def duplicate_name(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find operations that share a name, a model code, a Python path or an address with an earlier one."""
    first: dict[tuple[str, str], Located[Operation]] = {}
    known = {each.model.name for each in loaded.operations}
    for located in sorted(loaded.operations, key=_is_named_unlike_its_file):
        identity = _identity(located)
        shared: dict[str, list[str]] = {}
        for key, value in identity.items():
            earlier = first.setdefault((key, value), located)
            may_share = key in {"id", "model_code", "address"} and _may_be_versions(located, earlier, known)
            if earlier is not located and not may_share:
                shared.setdefault(earlier.file, []).append(key)
        for file, keys in shared.items():
            yield _shared_finding(located, file, {key: identity[key] for key in keys})


def duplicate_parameter(record: Record) -> Iterator[Finding]:
    """Find parameters with the name of an earlier one."""
    names: set[str] = set()
    for at in record.parameters():
        name = at.parameter.name
        if name in names:
            what = f"parameter {name!r} stands here again"
            yield Finding(at.place("name"), what, "keep one of them, or give it a name of its own")
        names.add(name)


def duplicate_wire_name(record: Record) -> Iterator[Finding]:
    """Find parameters with another name that go to the same place on the wire as an earlier one."""
    for at, earlier in _pairs(record):
        if at.parameter.location == earlier.parameter.location and at.parameter.wire == earlier.parameter.wire:
            what = f"parameter {earlier.parameter.name!r} goes over the wire as {at.parameter.wire!r} already"
            yield Finding(_first_place(at, "wire_name", "name"), what, "give each a wire_name of its own")


def same_python_name(record: Record) -> Iterator[Finding]:
    """Find parameters whose Python name is that of an earlier one."""
    for at, earlier in _pairs(record):
        one, other = at.parameter, earlier.parameter
        is_same = one.python_keyword == other.python_keyword and one.const is None and other.const is None
        if one.python_keyword and is_same and not (one.location == other.location and one.wire == other.wire):
            what = f"parameters {other.name!r} and {one.name!r} have one Python name, {one.python_keyword!r}"
            yield Finding(_first_place(at, "python_name", "name"), what, "give one of them another python_name")


def invalid_python_name(record: Record) -> Iterator[Finding]:
    """Find methods and parameters whose Python name is no identifier."""
    method = record.operation.python_method
    if not method.isidentifier():
        place = _first_operation_place(record.located, "python_name", "name")
        yield Finding(place, f"python name {method!r} of the operation is no identifier", "give it a python_name")
    for at in record.parameters():
        name = at.parameter.python_keyword
        if not name.isidentifier():
            what = f"python name {name!r} of parameter {at.parameter.name!r} is no identifier"
            yield Finding(_first_place(at, "python_name", "name"), what, "give it a python_name that is one")


def reserved_parameter_name(at: ParameterAt) -> Iterator[Finding]:
    """Find parameters that no Python method can take by their name."""
    name = at.parameter.python_keyword
    if keyword.iskeyword(name) or name == "self" or name.startswith("_"):
        what = f"python name {name!r} of parameter {at.parameter.name!r} is reserved"
        yield Finding(_first_place(at, "python_name", "name"), what, "give it another python_name")


def reserved_method_name(record: Record) -> Iterator[Finding]:
    """Find methods and categories that Python or the client uses under their name."""
    method, category = record.operation.python_method, record.operation.category
    if keyword.iskeyword(method) or method.startswith("_"):
        place = _first_operation_place(record.located, "python_name", "name")
        yield Finding(place, f"python name {method!r} of the operation is reserved", "give it another python_name")
    classes = {*CATEGORY_CLASSES, record.vendor.client, f"Async{record.vendor.client}"}
    is_python = keyword.iskeyword(category) or keyword.iskeyword(class_name(category))
    if is_python or category in CLIENT_ATTRIBUTES or class_name(category) in classes:
        place = record.located.place("category")
        yield Finding(place, f"category {category!r} is reserved, by Python or by the client", "name it otherwise")


def duplicate_credential(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find credentials, given or fetched, with the name of an earlier one."""
    names: set[str] = set()
    vendor = loaded.vendor.model
    named = [("credentials", index, each.name) for index, each in enumerate(vendor.credentials)]
    for key, index, name in [*named, *(("tokens", index, each.name) for index, each in enumerate(vendor.tokens))]:
        if name in names:
            what = f"credential {name!r} stands here again"
            place = loaded.vendor.place(key, index, "name")
            yield Finding(place, what, "keep one of them, or give it a name of its own")
        names.add(name)


def reserved_credential_name(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find credentials that a client's constructor cannot take by their name."""
    for index, credential in enumerate(loaded.vendor.model.credentials):
        if keyword.iskeyword(credential.name) or credential.name in CLIENT_OPTIONS:
            place = loaded.vendor.place("credentials", index, "name")
            what = f"credential {credential.name!r} is reserved, by Python or as an option of the client"
            yield Finding(place, what, "name it otherwise")


def reserved_vendor_name(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find vendors and clients that cannot be imported under their name."""
    vendor = loaded.vendor
    if is_reserved_vendor(vendor.model.name):
        what = f"vendor {vendor.model.name!r} is reserved, by Python or by the package of all vendors"
        yield Finding(vendor.place("name"), what, "name it, and its folder, otherwise")
    if keyword.iskeyword(vendor.model.client):
        what = f"client {vendor.model.client!r} is reserved by Python"
        yield Finding(vendor.place("client"), what, "name it otherwise")


def is_reserved_vendor(name: str) -> bool:
    """Tell whether no vendor can be imported under a name."""
    return keyword.iskeyword(name) or name in PACKAGE_ATTRIBUTES


def _is_named_unlike_its_file(located: Located[Operation]) -> bool:
    """Tell whether a record took its name from another: a file's name is the slug of its operation's."""
    return slug(located.model.name) != PurePosixPath(located.file).stem


def _identity(located: Located[Operation]) -> Mapping[str, str]:
    operation = located.model
    values = {
        "id": "" if operation.id is None else str(operation.id),
        "name": operation.name,
        "model_code": operation.model_code or "",
        "python path": operation.python_path if operation.python_method else "",
        "address": f"{operation.method} {operation.endpoint}",
    }
    needed = {"python path": ("name", "category"), "address": ("method", "endpoint")}
    return {
        key: value
        for key, value in values.items()
        if value and all(located.complete(each) for each in needed.get(key, (key,)))
    }


def _may_be_versions(one: Located[Operation], other: Located[Operation], known: set[str]) -> bool:
    """Tell whether two operations are published forms of one, or one says so of an operation that is not there."""
    primaries = {each.model.alternative_of or each.model.name for each in (one, other)}
    is_one = len(primaries) == 1 and one.model.name != other.model.name
    return is_one or not {each.model.alternative_of for each in (one, other)} <= {*known, None}


def _shared_finding(located: Located[Operation], file: str, shared: Mapping[str, str]) -> Finding:
    told = {key: value for key, value in shared.items() if not (key == "python path" and "name" in shared)}
    named = " and ".join(f"{key} {value!r}" for key, value in told.items())
    place = _first_operation_place(located, _NAMED_BY[next(iter(told))], "name")
    verb = "is" if len(told) == 1 else "are"
    return Finding(place, f"{named} {verb} taken by {file} already", "give the operation its own")


def _pairs(record: Record) -> Iterator[tuple[ParameterAt, ParameterAt]]:
    """Pair each parameter with every earlier one of another name."""
    parameters = tuple(record.parameters())
    for index, at in enumerate(parameters):
        for earlier in parameters[:index]:
            if at.parameter.name != earlier.parameter.name:
                yield at, earlier


def _first_place(at: ParameterAt, *keys: str) -> Place:
    return next((at.place(key) for key in keys if getattr(at.parameter, key) is not None), at.place())


def _first_operation_place(located: Located[Operation], *keys: str) -> Place:
    return next((located.place(key) for key in keys if getattr(located.model, key) is not None), located.place())
