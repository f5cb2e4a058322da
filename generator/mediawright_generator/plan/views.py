"""What is to be emitted, as finished text: a template only puts these values in their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """One keyword of an emitted method."""

    name: str
    declaration: str
    """`name: annotation` or `name: annotation | None = None`."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """One operation as a method; the same for the synchronous and the asynchronous client."""

    name: str
    arguments: tuple[ArgumentView, ...]
    docstring: str
    action: str
    """The runtime's method that runs the operation."""
    returns: str
    async_returns: str
    operation_module: str


@dataclass(frozen=True, slots=True)
class ImportView:
    """One `from module import name`."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The operations of one category."""

    name: str
    class_name: str
    docstring: str
    sources: str
    methods: tuple[MethodView, ...]
    types: tuple[ImportView, ...]
    """The modules of types that its methods take."""
    responses: tuple[ImportView, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation's declaration."""

    path: str
    sources: str
    models_module: str
    request: str
    response: str
    declaration: str
    """The arguments of `Operation(...)`."""


@dataclass(frozen=True, slots=True)
class TypeView:
    """One type: the fields of an object, or what it is another name of."""

    name: str
    docstring: str
    fields: tuple[str, ...] = ()
    """Declarations of an object's fields, where all have names as Python has them."""
    key: str = ""
    """The name as a literal, where the fields have other names, or none are known."""
    items: str = ""
    """The fields as a dict of names and types, each as a literal."""
    alias: str = ""
    """What it is another name of, as a literal."""


@dataclass(frozen=True, slots=True)
class TypesView:
    """The types of what one operation takes beside plain values."""

    path: str
    sources: str
    types: tuple[TypeView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package that only holds modules."""

    docstring: str


@dataclass(frozen=True, slots=True)
class CredentialView:
    """One credential as a keyword of the client."""

    name: str
    key: str
    """The name as a literal."""
    docstring: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """A vendor's clients."""

    package: str
    title: str
    class_name: str
    docstring: str
    sources: str
    credentials: tuple[CredentialView, ...]
    categories: tuple[CategoryView, ...]
    vendor_declaration: str
    """The arguments of `Vendor(...)`."""
    index: str
    """The table from every name of an operation to its path."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """One contract case: a name for people and the arguments of its check."""

    id: str
    arguments: str


@dataclass(frozen=True, slots=True)
class ContractView:
    """The contract tests of one operation."""

    package: str
    class_name: str
    path: str
    path_literal: str
    sources: str
    subject: str
    """What a client is given before the call, as an expression."""
    answer: str
    """A successful answer as a literal."""
    base: str
    """The fewest parameters that are accepted, as a literal."""
    request: str
    """What is sent for them, as a literal."""
    sent: tuple[CaseView, ...]
    accepted: tuple[CaseView, ...]
    together: tuple[CaseView, ...]
    """Cases that are one test for many values."""
    refused: tuple[CaseView, ...]
    near: tuple[CaseView, ...]
    """Refused values near accepted ones, by field; all are one test."""
    missing: tuple[CaseView, ...]
    documented: tuple[CaseView, ...]
    answers: tuple[CaseView, ...]
    tasks: tuple[CaseView, ...]
    models: tuple[CaseView, ...]
    codes: tuple[CaseView, ...]
    beside: tuple[CaseView, ...]
    """Answers with codes near those that mean success; all are one test."""
    asks: bool
    """Whether it is the operation itself that is called for its tasks."""


@dataclass(frozen=True, slots=True)
class VendorContractView:
    """The contract tests of a vendor as a whole."""

    package: str
    class_name: str
    sources: str
    subject: str
    base: str
    answer: str
    environment: tuple[CaseView, ...]
    allowed: str
    """Addresses of files that may be fetched, as a literal; empty where the vendor lists no hosts."""
    refused: str
    callbacks: tuple[CaseView, ...]
    secrets: str
    """Credentials with which callbacks are sealed, as a literal."""
    seal: str


@dataclass(frozen=True, slots=True)
class RootView:
    """The package that holds all vendors."""

    sources: str
    vendors: str
    version: str
    """The version as a literal."""
    errors: tuple[str, ...]
    """Names of the errors that callers meet."""
    exported: str
    """The same names as a literal."""


View = (
    RootView | PackageView | ClientView | CategoryView | OperationView | TypesView | ContractView | VendorContractView
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One file to be emitted from a template."""

    template: str
    path: str
    view: View


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to be emitted: files from templates, models from JSON Schema, and data as it stands."""

    units: tuple[Unit, ...]
    models: Mapping[str, Mapping[str, Any]]
    """The JSON Schema definitions of each module of models."""
    data: Mapping[str, Any]
    """What is emitted as JSON, by path."""
