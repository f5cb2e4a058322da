"""What oasdiff would call breaking between two exported documents: its published rules, as far as the documents go.

The ids and levels are those of oasdiff's table (github.com/oasdiff/oasdiff, checker/rules.go, commit 4553c69); what it
only informs of is left out. It compares keyword by keyword, and knows operations by path and method.
"""

ERR, WARN = "ERR", "WARN"
UPPER = {"maximum": "max", "exclusiveMaximum": "exclusive-max", "maxLength": "max-length"}
LOWER = {
    "minimum": "min",
    "exclusiveMinimum": "exclusive-min",
    "minLength": "min-length",
    "minItems": "min-items",
}


def breaking(base, head):
    """List the ids of what oasdiff reports as breaking, with their levels."""
    for path, item in base.get("paths", {}).items():
        for method, operation in item.items():
            after = head.get("paths", {}).get(path, {}).get(method)
            if after is None:
                yield "api-removed-without-deprecation", ERR
            else:
                yield from _operation((base, operation), (head, after))


def _operation(old, new):
    yield from _parameters(old[1].get("parameters", ()), new[1].get("parameters", ()))
    yield from _body(old, new)
    yield from _responses(old, new)


def _parameters(base, head):
    before, after = ({(each["in"], each["name"]): each for each in side} for side in (base, head))
    for _ in before.keys() - after.keys():
        yield "request-parameter-removed", WARN
    for key in after.keys() - before.keys():
        if after[key].get("required"):
            yield "new-required-request-parameter", ERR
    for key in before.keys() & after.keys():
        if after[key].get("required") and not before[key].get("required"):
            yield "request-parameter-became-required", ERR
        schemas = before[key]["schema"], after[key]["schema"]
        if schemas[0].get("default") != schemas[1].get("default"):
            yield "request-parameter-default-value-changed", ERR
        yield from _schema(*schemas, "request-parameter")


def _body(old, new):
    before, after = (side[1].get("requestBody") for side in (old, new))
    if before is None or after is None:
        if (before or after).get("required") if before or after else False:
            yield ("request-body-removed" if before else "request-body-added-required"), ERR
        return
    if before["content"].keys() - after["content"].keys():
        yield "request-body-media-type-removed", ERR
    for media in before["content"].keys() & after["content"].keys():
        schemas = (_resolved(*side) for side in ((old[0], before["content"][media]), (new[0], after["content"][media])))
        yield from _schema(*schemas, "request-body")


def _resolved(document, content):
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    return document["components"]["schemas"][name] if name else content["schema"]


def _schema(base, head, where):
    if _types(base) - _types(head) or base.get("format") != head.get("format", base.get("format")):
        yield f"{where}-type-changed", ERR
    yield from _enum(base, head, where)
    yield from _bounds(base, head, where)
    if base.get("const") != head.get("const") and "const" in head:
        yield f"{where}-const-changed", ERR
    if "pattern" in head and base.get("pattern") != head["pattern"]:
        yield (f"{where}-pattern-changed", WARN) if "pattern" in base else (f"{where}-pattern-added", ERR)
    yield from _members(base, head, where)
    if "items" in base and "items" in head:
        yield from _schema(base["items"], head["items"], where)


def _types(schema):
    declared = schema.get("type")
    known = set(declared if isinstance(declared, list) else [declared] if declared else [])
    if "number" in known:
        known.add("integer")
    return known


def _enum(base, head, where):
    if "enum" in head and "enum" not in base:
        yield f"{where}-became-enum", ERR
    if set(map(repr, base.get("enum", ()))) - set(map(repr, head.get("enum", ()))):
        yield f"{where}-enum-value-removed", ERR


def _bounds(base, head, where):
    for names, is_tighter in ((UPPER, float.__lt__), (LOWER, float.__gt__)):
        for key, word in names.items():
            if key in head and key not in base:
                yield f"{where}-{word}-set", WARN
            elif key in head and is_tighter(float(head[key]), float(base[key])):
                yield f"{where}-{word}-{'decreased' if names is UPPER else 'increased'}", ERR


def _members(base, head, where):
    before, after = base.get("properties", {}), head.get("properties", {})
    for _ in before.keys() - after.keys():
        yield "request-property-removed", WARN
    for name in after.keys() - before.keys():
        if name in head.get("required", ()):
            yield "new-required-request-property", ERR
    for name in before.keys() & after.keys():
        if name in head.get("required", ()) and name not in base.get("required", ()):
            yield "request-property-became-required", ERR
        yield from _schema(before[name], after[name], "request-property")
    old, new = (list(map(str, side.get("allOf", ()))) for side in (base, head))
    if set(new) - set(old):
        yield f"{where}-all-of-added", ERR
    if set(old) - set(new):
        yield f"{where}-all-of-removed", WARN


def _responses(old, new):
    before, after = old[1]["responses"], new[1]["responses"]
    for status in before.keys() - after.keys():
        if status.startswith("2"):
            yield "response-success-status-removed", ERR
    for status in before.keys() & after.keys():
        if "content" in before[status] and "content" in after[status]:
            yield from _answer(old[0], before[status]["content"], new[0], after[status]["content"])


def _answer(base, before, head, after):
    if before.keys() - after.keys():
        yield "response-media-type-removed", ERR
    for media in before.keys() & after.keys():
        yield from _fields(_resolved(base, before[media]), _resolved(head, after[media]))


def _fields(base, head):
    if head.keys() and _types(head) - _types(base) and _types(base):
        yield "response-property-type-changed", ERR
    before, after = base.get("properties", {}), head.get("properties", {})
    for _ in before.keys() - after.keys():
        yield "response-optional-property-removed", WARN
    for name in before.keys() & after.keys():
        yield from _fields(before[name], after[name])
    if "items" in base and "items" in head:
        yield from _fields(base["items"], head["items"])
