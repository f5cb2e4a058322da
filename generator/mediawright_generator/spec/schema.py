"""The JSON Schemas of vendor and record, for editors that complete and check YAML."""

import json

from mediawright_generator.spec.base import Spec
from mediawright_generator.spec.operation import Operation
from mediawright_generator.spec.vendor import Vendor


def schema_files() -> dict[str, str]:
    """Write the schemas, by file name in the folder of schemas."""
    return {"record.json": _schema(Operation), "vendor.json": _schema(Vendor)}


def _schema(model: type[Spec]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
