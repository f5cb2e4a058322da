"""The six steps from specs to emitted files, in order; the only module that knows the order."""

from collections.abc import Mapping
from dataclasses import dataclass

from mediawright_generator.cache import Shelves, key_of
from mediawright_generator.check import check
from mediawright_generator.formatting import format_all
from mediawright_generator.load import LoadedVendor, load
from mediawright_generator.paths import Paths
from mediawright_generator.plan import plan
from mediawright_generator.problems import Problem
from mediawright_generator.render import render
from mediawright_generator.spec.schema import SCHEMAS, schema_texts
from mediawright_generator.write import Written, write


@dataclass(frozen=True, slots=True)
class Specs:
    """All vendors as loaded, and what is wrong with them."""

    vendors: tuple[LoadedVendor, ...]
    problems: tuple[Problem, ...]

    @property
    def operations(self) -> int:
        """How many operations the vendors have."""
        return sum(len(vendor.operations) for vendor in self.vendors)


def read(paths: Paths, shelves: Shelves | None = None) -> Specs:
    """Load and check all specs."""
    vendors, problems = load(paths.specs, paths.root, shelves.parsed if shelves else None)
    return Specs(vendors, tuple(sorted((*problems, *check(vendors)))))


def emit(specs: Specs, shelves: Shelves) -> dict[str, str]:
    """Make the text of everything that follows from specs without problems, by path below the root."""
    texts = format_all(render(plan(specs.vendors), shelves.templates, shelves.models), shelves.formatted)
    schemas = shelves.models.made({name: key_of("schema", name) for name in SCHEMAS}, schema_texts)
    emitted = {f"generated/{path}": text for path, text in texts.items()}
    return emitted | {f"specs/schema/{name}": text for name, text in schemas.items()}


def generate(
    specs: Specs, paths: Paths, shelves: Shelves, *, vendor: str | None = None, check_only: bool = False
) -> Written:
    """Emit everything that follows from the specs, or what belongs to one vendor alone."""
    within = (f"generated/mediawright/{vendor}/", f"generated/contract/{vendor}/") if vendor else ("",)
    return write(_below(emit(specs, shelves), within), paths.root, within=within, check_only=check_only)


def _below(texts: Mapping[str, str], within: tuple[str, ...]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if path.startswith(within)}
