"""The rules on names."""

from typing import Final

from mediawright_generator.check import names
from mediawright_generator.check.rule import Rule, each_parameter, each_record

NAMES: Final = (
    Rule(
        "duplicate-name",
        "An operation is found by its name, model code, Python path or address, so that two of them cannot share one.",
        names.duplicate_name,
        fix="Give one of the two its own, or mark it with `alternative_of` where it is another form of the first.",
    ),
    Rule(
        "duplicate-parameter",
        "Rules, examples and callers find a parameter by its name, and would find only one of the two.",
        each_record(names.duplicate_parameter),
        fix="Remove one of them, or give it another name; `wire_name` says what goes over the wire.",
    ),
    Rule(
        "duplicate-wire-name",
        "A request holds one value under a key, so that one of the two parameters would be lost.",
        each_record(names.duplicate_wire_name),
        fix="Give each parameter a `wire_name` of its own, or another place with `in`.",
    ),
    Rule(
        "same-python-name",
        "A Python method takes a keyword once, and both names become the same keyword.",
        each_record(names.same_python_name),
        fix="Give one of the parameters another `python_name`.",
    ),
    Rule(
        "invalid-python-name",
        "Emitted code must be Python, and a name that is no identifier cannot stand in it.",
        each_record(names.invalid_python_name),
        fix="Give the operation or parameter a `python_name` that is an identifier.",
    ),
    Rule(
        "reserved-parameter-name",
        "Python uses the name itself, so that no method can take a parameter under it.",
        each_parameter(names.reserved_parameter_name),
        fix="Give the parameter a `python_name`, as `class_` for `class`.",
    ),
    Rule(
        "reserved-method-name",
        "Python or the client uses the name itself, so that no client can offer an operation or category under it.",
        each_record(names.reserved_method_name),
        fix="Give the operation a `python_name`, or its category another name.",
    ),
    Rule(
        "duplicate-credential",
        "A client's constructor takes a keyword once, so that one of the two credentials could not be given.",
        names.duplicate_credential,
        fix="Remove one of them, or give it a name of its own.",
    ),
    Rule(
        "reserved-credential-name",
        "Python or the client's constructor uses the name itself, so that no credential can be given under it.",
        names.reserved_credential_name,
        fix="Give the credential another name; its environment variable may stay.",
    ),
    Rule(
        "reserved-vendor-name",
        "Python or the package of all vendors uses the name itself, so that no program could import the vendor.",
        names.reserved_vendor_name,
        fix="Give the vendor and its folder, or the client class, another name.",
    ),
)
