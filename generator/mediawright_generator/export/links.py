"""What leads from one operation to another, as OpenAPI links: a create answers with the ids that a query takes."""

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]
Document = dict[str, Any]


def with_links(responses: Document, operation: Record, described: Mapping[str, Record]) -> Document:
    """Add to each success of a create how to ask for its task, where the document has the operation that tells."""
    query = operation.get("task", {}).get("query", {})
    target = described.get(query.get("python", ""))
    if target is None or "takes" not in query:
        return responses
    links = {target["python"].replace(".", "_"): _link(query["takes"], target)}
    return {status: {**each, "links": links} if status[0] == "2" else each for status, each in responses.items()}


def _link(takes: Any, target: Record) -> Document:
    outside = {f"{each['in']}.{each['wire_name']}": _value(each) for each in takes if each["in"] != "body"}
    within = {each["wire_name"]: _value(each) for each in takes if each["in"] == "body"}
    key = target.get("body", {}).get("key")
    parts = {"parameters": outside, "requestBody": {key: within} if key and within else within}
    return {"operationId": target["python"].replace(".", "_")} | {name: each for name, each in parts.items() if each}


def _value(taken: Record) -> Any:
    """Say where the answer has an id; several places are alternatives, of which the first is shown."""
    pointer = taken["id"].partition("|")[0].replace(".", "/")
    expression = f"$response.body#/{pointer}"
    return [expression] if taken["many"] else expression
