"""Models of requests and answers, made by datamodel-code-generator in one call for all modules."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from mediawright_generator.cache import Shelf, key_of
from mediawright_runtime.shapes import is_list, is_object

_HEADER = "# Emitted from the specs by `make generate`. Edit the spec, not this file."
_PREFIX = "#/$defs/"


def render_models(modules: Mapping[str, Mapping[str, Any]], made: Shelf) -> dict[str, str]:
    """Make one module of models for each entry, by path; those that were made before are taken from there."""
    keys = {module: key_of(module, json.dumps(definitions)) for module, definitions in modules.items()}
    emitted = made.made(keys, lambda missing: _make({module: modules[module] for module in missing}))
    return {_path(module): text for module, text in emitted.items()}


def _make(modules: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Make all modules in one go: a dotted definition name becomes a module."""
    emitted = _generate(json.dumps({"$defs": dict(_definitions(modules))}))
    return {module: emitted[_file(module)] for module in modules}


def _path(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def _file(module: str) -> tuple[str, ...]:
    *packages, name = module.split(".")
    return (*packages, f"{name}.py")


def _definitions(modules: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, Any]]:
    for module, schemas in modules.items():
        for name, schema in schemas.items():
            yield f"{module}.{name}", _within(module, schema)


def _within(module: str, schema: Any) -> Any:
    """Point references at the definitions of their own module."""
    if is_list(schema):
        return [_within(module, each) for each in schema]
    if not is_object(schema):
        return schema
    return {
        key: _reference(module, str(each)) if _refers(key, each) else _within(module, each)
        for key, each in schema.items()
    }


def _refers(key: object, value: object) -> bool:
    """Tell a reference from a property of that name."""
    return key == "$ref" and isinstance(value, str)


def _reference(module: str, reference: str) -> str:
    return f"{_PREFIX}{module}.{reference.removeprefix(_PREFIX)}"


def _generate(schema: str) -> Mapping[tuple[str, ...], str]:
    # Imported here: it takes a fifth of a second, which a run without models to make should not pay. The parser is used
    # without the package's `generate()`, whose configuration takes as long again to build as one model takes to make.
    from datamodel_code_generator.enums import DataModelType  # noqa: PLC0415
    from datamodel_code_generator.format import PythonVersion  # noqa: PLC0415
    from datamodel_code_generator.model import get_data_model_types  # noqa: PLC0415
    from datamodel_code_generator.parser import LiteralType  # noqa: PLC0415
    from datamodel_code_generator.parser.jsonschema import JsonSchemaParser  # noqa: PLC0415

    kinds = get_data_model_types(DataModelType.PydanticV2BaseModel, PythonVersion.PY_311)
    root: Any = type("Root", (kinds.root_model,), {"BASE_CLASS": "mediawright_runtime.root.RequestRoot"})
    emitted = JsonSchemaParser(
        schema,
        data_model_type=kinds.data_model,
        data_model_root_type=root,
        data_model_field_type=kinds.field_model,
        data_type_manager_type=kinds.data_type_manager,
        dump_resolve_reference_action=kinds.dump_resolve_reference_action,
        enum_field_as_literal=LiteralType.All,
        field_constraints=True,
        formatters=[],
        strict_nullable=True,
        target_python_version=PythonVersion.PY_311,
        use_annotated=True,
        use_field_description=True,
        use_single_line_docstring=True,
        use_standard_collections=True,
        use_union_operator=True,
    ).parse()
    if isinstance(emitted, str):
        raise TypeError("datamodel-code-generator made one text, not modules")
    return {path: f"{_HEADER}\n\n{result.body}" for path, result in emitted.items()}
