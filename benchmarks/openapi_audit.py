"""Looks up every fact of an OpenAPI document in the specs that an import wrote: what neither they nor the report say.

Knows nothing of the importer: it walks the document as JSON or YAML, and the written records as data. Arguments: a
checkout with one imported vendor and its report as JSON, the document.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "pattern": "pattern",
    "multipleOf": "multiple_of",
    "minProperties": "minProperties",
    "maxProperties": "maxProperties",
    "default": "default",
}
METHODS = ("get", "post", "put", "patch", "delete")
DEEPEST = 5
Fact = tuple[str, str, str]


def main(checkout: Path, file: Path) -> None:
    """Say the silent facts by kind."""
    document = yaml.load(file.read_text(encoding="utf-8-sig"), yaml.CSafeLoader)
    (vendor_file,) = checkout.glob("specs/*/vendor.yaml")
    vendor = read(vendor_file)
    records = [read(each) for each in sorted(vendor_file.parent.glob("apis/*.yaml"))]
    report = json.loads((checkout / "report.json").read_text())
    told: dict[str, str] = {}
    for loss in report["losses"]:
        told[loss["operation"] or ""] = told.get(loss["operation"] or "", "") + "\n" + loss["what"]
    silent = checked = 0
    for title, operation, item in operations(document):
        own = [each for each in records if belongs(each, operation, title)]
        written = {fact for each in own for fact in of_record(each, vendor)}
        for fact in sorted({*of_operation(operation, item, document)}):
            checked += 1
            if fact not in written and not is_told(fact, told.get(title, "") + told.get("", ""), vendor):
                silent += 1
                print(f"{file.name}: {title}: {' '.join(fact)}")
    print(f"{file.name}: {silent} of {checked} facts silent")


def read(file: Path) -> Any:
    """Read a spec with all scalars as text."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 (it makes nothing but text)


def operations(document: Any) -> Iterator[tuple[str, Any, Any]]:
    """Give the operations by method and path."""
    for path, stated in document["paths"].items():
        item = deref(stated, document)
        for method in METHODS:
            if isinstance(item.get(method), dict):
                yield f"{method.upper()} {path}", item[method], item


def belongs(record: Any, operation: Any, title: str) -> bool:
    """Tell whether a record is that of an operation, or another form of it."""
    own = operation.get("operationId")
    return any(record["id"] == each or record["id"].startswith(f"{each} (") for each in (own, title) if each)


def deref(value: Any, document: Any) -> Any:
    """Follow references within the document."""
    for _ in range(10):
        if not (isinstance(value, dict) and isinstance(value.get("$ref"), str) and value["$ref"].startswith("#/")):
            return value
        found = document
        for step in value["$ref"][2:].split("/"):
            found = found.get(step.replace("~1", "/").replace("~0", "~"), {}) if isinstance(found, dict) else {}
        value = {**found, **{key: each for key, each in value.items() if key != "$ref"}} if found else {}
    return {}


def of_operation(operation: Any, item: Any, document: Any) -> Iterator[Fact]:
    """Give the facts of an operation: parameters, body, answer."""
    for stated in (*item.get("parameters", []), *operation.get("parameters", [])):
        yield from of_parameter(deref(stated, document), document)
    body = deref(operation.get("requestBody", {}), document)
    for kind, media in list(body.get("content", {}).items())[:1]:
        if "json" in kind or "form" in kind:
            yield from of_schema(media.get("schema", {}), "", document, ())
    for status, response in operation.get("responses", {}).items():
        contents = deref(response, document).get("content", {}) if str(status).startswith("2") else {}
        for kind, media in contents.items():
            if "json" in kind and "event" not in kind:
                yield from ((place, "answers", "") for place in fields(media.get("schema", {}), "", document, ()))


def of_parameter(stated: Any, document: Any) -> Iterator[Fact]:
    """Give the facts of a parameter in path or query."""
    if stated.get("in") in ("path", "query") and "name" in stated:
        yield stated["name"], "parameter", stated["in"]
        if stated.get("required") or stated["in"] == "path":
            yield stated["name"], "required", ""
        yield from of_schema(stated.get("schema", {}), stated["name"], document, ())


def fields(schema: Any, at: str, document: Any, above: tuple[str, ...]) -> Iterator[str]:
    """Give the places of an answer."""
    if not isinstance(schema, dict) or schema.get("$ref") in above or at.count(".") > DEEPEST:
        return
    above = (*above, schema["$ref"]) if "$ref" in schema else above
    schema = deref(schema, document)
    for key in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(key) or ():
            yield from fields(part, at, document, above)
    for name, part in (schema.get("properties") or {}).items():
        place = f"{at}.{name}".lstrip(".")
        yield place
        yield from fields(part, place, document, above)
    if isinstance(schema.get("items"), dict):
        yield from fields(schema["items"], f"{at}[]", document, above)


def of_schema(schema: Any, at: str, document: Any, above: tuple[str, ...]) -> Iterator[Fact]:
    """Give the facts of a schema of a request; places join names, whatever stands between them."""
    if not isinstance(schema, dict) or schema.get("$ref") in above or at.count(".") > DEEPEST:
        return
    above = (*above, schema["$ref"]) if "$ref" in schema else above
    schema = deref(schema, document)
    if schema.get("readOnly"):
        return
    yield from own_facts(schema, at)
    for key in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(key) or ():
            yield from of_schema(part, at, document, above)
    properties = schema.get("properties") or {}
    for name, part in properties.items():
        if deref(part, document).get("readOnly"):
            continue
        place = f"{at}.{name}".lstrip(".")
        yield place, "property", ""
        if name in (schema.get("required") or ()):
            yield place, "required", ""
        yield from of_schema(part, place, document, above)
    if isinstance(schema.get("items"), dict):
        yield from of_schema(schema["items"], f"{at}[]", document, above)
    if isinstance(schema.get("additionalProperties"), dict):
        yield from of_schema(schema["additionalProperties"], f"{at}.*", document, above)


def own_facts(schema: Any, at: str) -> Iterator[Fact]:
    """Give what limits one value."""
    for key in LIMITS:
        value = schema.get(key)
        if value is None or (key == "default" and value in ("", [], {})):
            continue
        exclusive = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}.get(key)
        name = exclusive if exclusive and schema.get(exclusive) is True else key
        yield at, name, text(value)
    for key in ("exclusiveMinimum", "exclusiveMaximum"):
        if schema.get(key) not in (None, True, False):
            yield at, key, text(schema[key])
    for value in schema.get("enum") or ():
        if value is not None:
            yield at, "value", text(value)
    if "const" in schema:
        yield at, "value", text(schema["const"])
    if (schema.get("discriminator") or {}) and isinstance(schema["discriminator"], dict):
        for value in schema["discriminator"].get("mapping") or ():
            yield f"{at}.{schema['discriminator'].get('propertyName')}".lstrip("."), "value", text(value)


def text(value: Any) -> str:
    """Write a value so that documents and specs agree."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True, default=str)
    try:
        return f"{float(value):g}"
    except ValueError:
        return str(value).strip()


def of_record(record: Any, vendor: Any) -> Iterator[Fact]:
    """Give the facts of a record in the same terms."""
    for row in record.get("api_body", []):
        wire = row.get("wire_name", row["name"])
        where = row.get("in", "body")
        at = "" if where == "raw" else re.sub(r"\[([^\]]+)\]", r".\1", wire)
        yield at, "parameter", where
        yield at, "property", ""
        if row.get("required") == "true" or "const" in row:
            yield at, "required", ""
        yield from of_row(row, at)
        yield from written(row.get("schema", {}), at, vendor, ())
    for rule in record.get("rules", []):
        for name, demand in {**rule["when"], **rule["then"]}.items():
            for value in demand if isinstance(demand, list) else [demand] if isinstance(demand, str) else []:
                yield name, "value", text(value)
            if isinstance(demand, dict):
                yield from of_row(demand, name)
                yield name, "required", ""
    for row in record.get("api_response", []):
        yield row["name"], "answers", ""


def of_row(row: Any, at: str) -> Iterator[Fact]:
    """Give the facts of the plain keys."""
    for key, own in LIMITS.items():
        if own in row:
            yield at, key, text(row[own])
    for key, own in (("exclusiveMinimum", "exclusive_minimum"), ("exclusiveMaximum", "exclusive_maximum")):
        if own in row:
            yield at, key, text(row[own])
    for value in (*row.get("keywords", []), *([row["const"]] if "const" in row else [])):
        yield at, "value", text(value)
    if isinstance(row.get("items"), dict):
        yield from of_row(row["items"], f"{at}[]")


def written(schema: Any, at: str, vendor: Any, above: tuple[str, ...]) -> Iterator[Fact]:
    """Give the facts of a schema in specs."""
    named = {"components": {"schemas": vendor.get("schemas", {})}}
    yield from of_schema(_pointed(schema), at, _pointed(named), above)


def _pointed(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: each.replace("#/schemas/", "#/components/schemas/")
            if key == "$ref" and isinstance(each, str)
            else _pointed(each)
            for key, each in value.items()
        }
    return [_pointed(each) for each in value] if isinstance(value, list) else value


def is_told(fact: Fact, told: str, vendor: Any) -> bool:
    """Tell whether the report speaks of a fact, or it is a credential."""
    place, kind, _ = fact
    last = place.rpartition(".")[2].removesuffix("[]")
    credentials = {each["name"].lower() for key in ("api_header", "api_query") for each in vendor.get(key, [])}
    if f"'{last}'" in told or place.lower() in credentials:
        return True
    whole = ("list", "fields") if kind == "answers" else ("a body in",)
    return any(each in told for each in whole)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
