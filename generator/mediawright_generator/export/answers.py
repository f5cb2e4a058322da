"""What an operation answers, as OpenAPI responses: the envelope, the documented codes and the documented answers."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_runtime.schema import answer_schema

Record = Mapping[str, Any]
Document = dict[str, Any]


def answer_component(operation: Record) -> Document:
    """Describe the answer's object, with the envelope that says whether it is a success."""
    envelope = operation.get("envelope")
    extra = {"x-mediawright-envelope": envelope} if envelope else {}
    return answer_schema(operation) | extra


def responses(operation: Record, schema: Document) -> Document:
    """Describe the answers by HTTP status: 200, others of which a code or an answer is documented, and the rest."""
    documented = [each["http_status"] for each in operation.get("api_code_demo", ()) if "http_status" in each]
    examples: dict[str, Document] = {str(status): {} for status in (200, *documented)}
    for answer in _documented(operation):
        of_status = examples.setdefault(str(answer.get("status", 200)), {})
        of_status[f"example_{len(of_status) + 1}"] = _example(answer)
    written = {status: _response(operation, status, schema, known) for status, known in examples.items()}
    return written | {"default": {"description": "An error; the vendor documents neither the status nor the shape."}}


def _documented(operation: Record) -> Iterator[Record]:
    for demo in operation.get("api_request_demo", ()):
        yield from demo.get("response", ())


def _example(answer: Record) -> Document:
    summary = {"summary": answer["describe"]} if answer.get("describe") else {}
    return {**summary, "value": answer.get("body")}


def _response(operation: Record, status: str, schema: Document, examples: Document) -> Document:
    is_file = "answer_type" in operation and status == "200"
    content: Document = {"schema": _file(operation["answer_type"]) if is_file else schema}
    if examples:
        content["examples"] = examples
    description = _description(operation) if status == "200" else f"An answer with HTTP status {status}."
    kind = operation["answer_type"] if is_file else "application/json"
    return {"description": description, "content": {kind: content}}


def _file(media_type: str) -> Document:
    return {"type": "string"} if media_type.startswith("text/") else {"type": "string", "format": "binary"}


def _description(operation: Record) -> str:
    lines = [_success(operation.get("envelope", {}))]
    lines += [_code(each) for each in operation.get("api_code_demo", ())]
    return "\n".join(lines)


def _success(envelope: Record) -> str:
    if "code" not in envelope:
        return "The answer."
    values = " or ".join(f"`{value}`" for value in envelope.get("success", ()))
    return f"The answer; a success when `{envelope['code']}` is {values}."


def _code(code: Record) -> str:
    kind = f" ({code['kind']})" if code.get("kind") else ""
    action = f" {code['action']}" if code.get("action") else ""
    name = f"`{code['code']}`" if "code" in code else f"HTTP {code['http_status']}"
    return f"- {name}{kind}: {code.get('describe', '')}{action}"
