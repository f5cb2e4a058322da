"""Values of documents with their places, and what `$ref` leads to, in the same file or in another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from mediawright_generator.importer.openapi.document import Document, Pointer, UnreadableError, read_document
from mediawright_generator.problems import Place
from mediawright_runtime.shapes import is_list, is_object

_SUFFIXES: Final = (".yaml", ".yml", ".json")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_LONGEST_CHAIN: Final = 50


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a document."""

    library: "Library"
    document: str
    pointer: Pointer
    value: Any

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.library.documents[self.document].place(self.pointer)

    @property
    def identity(self) -> tuple[str, Pointer]:
        """What tells it from any other value."""
        return self.document, self.pointer

    def get(self, *steps: str) -> "Node":
        """Step down; what is not there is a node without a value."""
        value = self.value
        for step in steps:
            value = _below(value, step)
        return Node(self.library, self.document, (*self.pointer, *steps), value)

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """Give the keys of a mapping with what they hold."""
        for key in self.value if is_object(self.value) else ():
            yield str(key), self.get(str(key))

    def each(self) -> Iterator["Node"]:
        """Give the items of a list."""
        for index in range(len(self.value) if is_list(self.value) else 0):
            yield self.get(str(index))

    @property
    def reference(self) -> str | None:
        """The address in `$ref`, where there is one."""
        found = self.value.get("$ref") if is_object(self.value) else None
        return found if isinstance(found, str) else None

    def followed(self) -> "Node":
        """Follow `$ref` to the end; where it leads nowhere, the node has no value."""
        node = self
        for _ in range(_LONGEST_CHAIN):
            if node.reference is None:
                return node
            node = node.library.find(node.reference, node.document)
        return Node(self.library, self.document, self.pointer, None)

    def text(self, *steps: str) -> str:
        """Read a text below; empty where there is none."""
        value = self.get(*steps).value
        return value if isinstance(value, str) else ""


@dataclass(slots=True)
class Library:
    """The documents of an import, and those that they refer to."""

    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    folders: dict[str, Path] = field(default_factory=dict[str, Path])
    unreadable: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, document: Document, file: Path | None = None) -> Node:
        """Take a document in."""
        self.documents[document.name] = document
        if file:
            self.folders[document.name] = file.resolve()
        return self.root(document.name)

    def root(self, name: str) -> Node:
        """Give all of a document."""
        return Node(self, name, (), self.documents[name].tree)

    def find(self, reference: str, document: str) -> Node:
        """Find what a reference in a document leads to; a node without a value where it leads nowhere."""
        address, _, fragment = reference.partition("#")
        target = self._document(address, document) if address else document
        if target is None:
            return Node(self, document, (), None)
        steps = [_unescaped(step) for step in fragment.lstrip("/").split("/")] if fragment.strip("/") else []
        return self.root(target).get(*steps)

    def _document(self, address: str, document: str) -> str | None:
        if _SCHEME.match(address) or document not in self.folders:
            return self._given(address)
        file = (self.folders[document].parent / unquote(address).replace("\0", "")).resolve()
        known = next((name for name, each in self.folders.items() if each == file), None)
        return known or self._read(file) or self._given(address)

    def _given(self, address: str) -> str | None:
        name = unquote(address).partition("?")[0].rpartition("/")[2]
        return name if name in self.documents else None

    def _read(self, file: Path) -> str | None:
        if file.suffix.lower() not in _SUFFIXES or str(file) in self.unreadable or not file.is_file():
            return None
        name = file.name if file.name not in self.documents else f"{file.parent.name}/{file.name}"
        try:
            self.add(read_document(file.read_bytes(), name), file)
        except (UnreadableError, OSError) as error:
            self.unreadable[str(file)] = str(error)
            return None
        return name


def _below(value: Any, step: str) -> Any:
    if is_object(value):
        return value.get(step)
    is_index = is_list(value) and step.isdigit() and int(step) < len(value)
    return value[int(step)] if is_index else None


def _unescaped(step: str) -> str:
    return unquote(step).replace("~1", "/").replace("~0", "~")
