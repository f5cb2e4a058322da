"""The units of one vendor: which files are emitted, with which views."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Any

from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.plan.annotations import annotation, unshadowed
from mediawright_generator.plan.cases import cases_of, contract_view, subject_of
from mediawright_generator.plan.contract import contract
from mediawright_generator.plan.declarations import operation_declaration, vendor_declaration
from mediawright_generator.plan.docstrings import closed, headline, method_docstring, offered, one_line
from mediawright_generator.plan.schemas import is_demanded, request_schema, response_schemas
from mediawright_generator.plan.types import types_of
from mediawright_generator.plan.vendor_contract import vendor_contract_view
from mediawright_generator.plan.views import (
    ArgumentView,
    CategoryView,
    ClientView,
    CredentialView,
    ImportView,
    MethodView,
    OperationView,
    PackageView,
    Plan,
    TypesView,
    Unit,
)
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import class_name
from mediawright_generator.spec.vendor import Credential

Record = Mapping[str, Any]
_RETURNS = {"_start": "Task", "_make": "Result", "_take": "FileAnswer"}
"""What the runtime's methods give that give no answer as it is."""


def plan_vendor(loaded: LoadedVendor) -> Plan:
    """Decide everything that is emitted for one vendor."""
    vendor = loaded.vendor.model
    package = f"mediawright.{vendor.name}"
    resolved = contract(loaded)
    records = {each.model.python_path: each for each in loaded.operations}
    operations = resolved["operations"]
    categories = tuple(_category(vendor, package, name, each) for name, each in _by_category(operations))
    units = [*_client_units(loaded, package, categories, operations)]
    by_path = {each["python"]: each for each in operations}
    for operation in operations:
        units += _operation_units(vendor, package, records[operation["python"]], operation, by_path)
    if tests := vendor_contract_view(vendor.name, vendor.client, package, by_path, loaded.vendor.file):
        units.append(Unit("contract/vendor/test_vendor.py.jinja", f"contract/{vendor.name}/test_vendor.py", tests))
    models = {f"{package}.{_models_module(each)}": _model_definitions(each) for each in operations}
    return Plan(tuple(units), models, {f"{package.replace('.', '/')}/contract.json": resolved})


def _by_category(operations: Sequence[Record]) -> Iterable[tuple[str, list[Record]]]:
    for name, group in groupby(operations, key=lambda each: str(each["category"])):
        yield name, list(group)


def _category(vendor: Vendor, package: str, name: str, operations: Sequence[Record]) -> CategoryView:
    described = vendor.categories[name].describe if name in vendor.categories else ""
    answers = _answers(operations)
    methods = {_name(each) for each in operations}
    return CategoryView(
        name=name,
        class_name=class_name(name),
        docstring=headline(described or f"Operations of {vendor.title}: {name.replace('_', ' ')}."),
        sources=f"specs/{vendor.name}/apis",
        methods=tuple(_method(package, each, answers.get(each["python"], ""), methods) for each in operations),
        types=tuple(
            ImportView(f"{package}.types.{name}", f"{_name(each)} as {_name(each)}_types")
            for each in operations
            if _is_typed(each)
        ),
        responses=tuple(
            ImportView(f"{package}.{_models_module(each)}", _imported(response_class(each), answers[each["python"]]))
            for each in operations
            if each["python"] in answers
        ),
    )


def _outcome(operation: Record) -> str:
    """Name the runtime's method that runs an operation: it starts a task, makes a result, or gives an answer."""
    if "answer_type" in operation:
        return "_take"
    if "task" in operation:
        return "_start"
    return "_make" if operation.get("outputs") else "_call"


def _answers(operations: Sequence[Record]) -> dict[str, str]:
    """Name the answers in a category, by operation: `wan_2_6` and `wan_26` have classes of one name."""
    names: dict[str, str] = {}
    for operation in operations:
        if _outcome(operation) == "_call":
            name = response_class(operation)
            alike = sum(response_class(each) == name for each in operations if each["python"] in names)
            names[operation["python"]] = f"{name}{alike + 1}" if alike else name
    return names


def _imported(name: str, local: str) -> str:
    return name if name == local else f"{name} as {local}"


def _method(package: str, operation: Record, answer: str, beside: AbstractSet[str]) -> MethodView:
    action = _outcome(operation)
    returns = _RETURNS.get(action, answer)
    return MethodView(
        name=_name(operation),
        arguments=tuple(_argument(operation, each, beside) for each in offered(operation)),
        docstring=method_docstring(operation),
        action=action,
        returns=returns,
        async_returns=f"Async{returns}" if action in {"_start", "_make"} else returns,
        operation_module=f"{package}.operations.{operation['python']}",
    )


def _argument(operation: Record, parameter: Record, methods: AbstractSet[str]) -> ArgumentView:
    optional = "" if is_demanded(parameter) else " | None = None"
    name, text = parameter["python_name"], annotation(parameter)
    if "schema" in parameter:
        text = f"{_name(operation)}_types.{types_of(operation).parameters[name]}"
    return ArgumentView(name, f"{name}: {unshadowed(text, methods)}{optional}")


def _is_typed(operation: Record) -> bool:
    """Tell whether callers write something for which types of its own are emitted."""
    return any("schema" in each for each in offered(operation))


def _name(operation: Record) -> str:
    return str(operation["python"].partition(".")[2])


def _models_module(operation: Record) -> str:
    return f"models.{operation['python']}"


def request_class(operation: Record) -> str:
    """Name the request model of an operation."""
    return f"{class_name(_name(operation))}Request"


def response_class(operation: Record) -> str:
    """Name the answer model of an operation."""
    return f"{class_name(_name(operation))}Response"


def _model_definitions(operation: Record) -> dict[str, Any]:
    return {
        request_class(operation): request_schema(offered(operation)),
        **response_schemas(response_class(operation), operation["api_response"]),
    }


def _client_units(
    loaded: LoadedVendor, package: str, categories: tuple[CategoryView, ...], operations: Sequence[Record]
) -> Iterable[Unit]:
    vendor = loaded.vendor.model
    records = {each.model.name: each.model for each in loaded.operations}
    view = ClientView(
        package=package,
        title=one_line(vendor.title),
        class_name=vendor.client,
        docstring=headline(vendor.description or f"Client of {vendor.title}."),
        sources=loaded.vendor.file,
        credentials=tuple(map(_credential, vendor.credentials)),
        categories=categories,
        vendor_declaration=vendor_declaration(vendor, package, records),
        index=repr(_index(operations)),
    )
    root = package.replace(".", "/")
    for name in ("__init__", "client", "vendor", "index"):
        yield Unit(f"mediawright/vendor/{name}.py.jinja", f"{root}/{name}.py", view)
    typed = (("types", "Types of what callers write."),) if any(each.types for each in categories) else ()
    for name, docstring in (
        *typed,
        ("sync", "Categories of the synchronous client."),
        ("asynchronous", "Categories of the asynchronous client."),
        ("operations", "Declarations of the operations."),
        ("models", "Models of requests and answers."),
    ):
        yield Unit("mediawright/vendor/package.py.jinja", f"{root}/{name}/__init__.py", PackageView(docstring))
    for category in categories:
        yield Unit("mediawright/vendor/sync/category.py.jinja", f"{root}/sync/{category.name}.py", category)
        yield Unit(
            "mediawright/vendor/asynchronous/category.py.jinja", f"{root}/asynchronous/{category.name}.py", category
        )
        for room in ("operations", "models", *(("types",) if category.types else ())):
            yield Unit(
                "mediawright/vendor/package.py.jinja",
                f"{root}/{room}/{category.name}/__init__.py",
                PackageView(category.docstring),
            )


def _credential(credential: Credential) -> CredentialView:
    said = f"Read from {credential.environment} when not given."
    described = " ".join(filter(None, (closed(credential.describe), said)))
    return CredentialView(credential.name, repr(credential.name), described)


def _index(operations: Sequence[Record]) -> dict[str, str]:
    names = ("name", "model_code", "python")
    return {each[key]: each["python"] for key in names for each in operations if key in each}


def _operation_units(
    vendor: Vendor, package: str, located: Located[Operation], operation: Record, operations: Mapping[str, Record]
) -> Iterable[Unit]:
    root = package.replace(".", "/")
    path = operation["python"].replace(".", "/")
    view = OperationView(
        path=operation["python"],
        sources=located.file,
        models_module=f"{package}.{_models_module(operation)}",
        request=request_class(operation),
        response=response_class(operation),
        declaration=operation_declaration(
            operation, located.model, request_class(operation), response_class(operation)
        ),
    )
    yield Unit("mediawright/vendor/operations/operation.py.jinja", f"{root}/operations/{path}.py", view)
    if _is_typed(operation):
        typed = TypesView(operation["python"], located.file, types_of(operation).views)
        yield Unit("mediawright/vendor/types/types.py.jinja", f"{root}/types/{path}.py", typed)
    test = f"contract/{vendor.name}/test_{operation['python'].replace('.', '_')}.py"
    subject = subject_of(vendor.name, operation, operations)
    cases = contract_view(vendor.client, package, subject, cases_of(subject, operations), located.file)
    yield Unit("contract/vendor/test_operation.py.jinja", test, cases)
