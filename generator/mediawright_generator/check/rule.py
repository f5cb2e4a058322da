"""What a rule is, and the parts of a vendor over which rules run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place, Severity
from mediawright_generator.spec import Operation, Parameter, Vendor


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, what is, and what to do."""

    place: Place
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One bad pattern: the id names it, the purpose says in a sentence why it is bad, the fix what to do about it."""

    id: str
    purpose: str
    run: Callable[[LoadedVendor], Iterator[Finding]]
    severity: Severity = "error"
    """An error stops the generator, a warning is only said by `check`."""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class ParameterAt:
    """A parameter of an operation, and where it stands."""

    located: Located[Operation]
    index: int

    @property
    def parameter(self) -> Parameter:
        """The parameter itself."""
        return self.located.model.api_body[self.index]

    @property
    def path(self) -> Path:
        """The way to the parameter in its record."""
        return ("api_body", self.index)

    def place(self, *path: str | int) -> Place:
        """Find a value of the parameter."""
        return self.located.place(*self.path, *path)

    def key_place(self, *path: str | int) -> Place:
        """Find a key of the parameter."""
        return self.located.key_place(*self.path, *path)


@dataclass(frozen=True, slots=True)
class Record:
    """An operation among those of its vendor."""

    loaded: LoadedVendor
    located: Located[Operation]

    @property
    def operation(self) -> Operation:
        """The operation itself."""
        return self.located.model

    @property
    def vendor(self) -> Vendor:
        """What all operations of the vendor share."""
        return self.loaded.vendor.model

    def parameters(self) -> Iterator[ParameterAt]:
        """Give the parameters that are all that the file says of them."""
        for index in range(len(self.operation.api_body)):
            if self.located.complete("api_body", index):
                yield ParameterAt(self.located, index)

    def parameter(self, name: str) -> ParameterAt | None:
        """Find a parameter that is all that the file says of it."""
        return next((at for at in self.parameters() if at.parameter.name == name), None)


def each_file(loaded: LoadedVendor) -> tuple[Located[Vendor] | Located[Operation], ...]:
    """Give what is said of a vendor: in vendor.yaml, and in each record."""
    return (loaded.vendor, *loaded.operations)


def each_parameter(find: Callable[[ParameterAt], Iterator[Finding]]) -> Callable[[LoadedVendor], Iterator[Finding]]:
    """Run over every parameter of every operation."""
    return each_record(lambda record: (finding for at in record.parameters() for finding in find(at)))


def each_record(find: Callable[[Record], Iterator[Finding]]) -> Callable[[LoadedVendor], Iterator[Finding]]:
    """Run over every operation."""
    return lambda loaded: (finding for located in loaded.operations for finding in find(Record(loaded, located)))
