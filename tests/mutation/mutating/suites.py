"""Which modules are mutated, and which tests concern each of them: the quickest first."""

import re
from functools import cache
from pathlib import Path

from mutating.farm import Case, Suites
from mutating.literals import literal_changes
from mutating.logic import logic_changes
from mutating.modules import ROOT, Module, module_at, mutants
from mutating.mutant import Mutant

EMITTED = ROOT / "generated"
HAND_WRITTEN = ROOT / "runtime"
RUNTIME = (
    *("delivery", "envelope", "flow", "handle", "journal", "leaving", "limiter", "outputs", "patience", "polling"),
    *("reading", "reconcile", "redaction", "request", "retry_after", "rules", "schedule", "seal", "status", "steps"),
    *("tokens", "transfer", "transport", "validation", "webhooks"),
)
"""What sends, sends again, asks how a task stands, reads answers, saves files, and keeps what must not be lost."""
OTHER_TESTS = {"seal": "webhooks"}
"""Modules that have no tests of their own: whose tests are of them."""
OF_DECLARATIONS = ("tests/specs/test_declarations.py", "tests/specs/test_public_names.py")
"""Hand-written, of what emitted code declares and offers."""
SLOW = frozenset(
    {"bound", "command", "fault_matrix", "fault_waits", "download", "preflight", "transfer", "exchange_log"}
)
"""Tests of many seconds, of which the runtime's logic needs two."""
MATRICES = ("tests/runtime/test_fault_waits.py", "tests/runtime/test_fault_matrix.py")


def client_cases() -> list[Case]:
    """List every mutant of the emitted clients with the tests of its vendor and operation."""
    files = sorted(EMITTED.glob("mediawright/*/**/*.py"))
    modules = (module_at(path, EMITTED) for path in files if path.name != "__init__.py")
    return [
        Case(mutant, module, _client_suites(module, mutant))
        for module in modules
        for mutant in mutants(module, literal_changes)
    ]


def runtime_cases() -> list[Case]:
    """List every mutant of the runtime's logic with its own tests, then all that are quick, then the matrices."""
    modules = [module_at(HAND_WRITTEN / "mediawright_runtime" / f"{name}.py", HAND_WRITTEN) for name in RUNTIME]
    return [
        Case(each, module, _runtime_suites(module)) for module in modules for each in mutants(module, logic_changes)
    ]


def _client_suites(module: Module, mutant: Mutant) -> Suites:
    vendor, *inner = module.name.split(".")[1:]
    return (_contract_tests(vendor, tuple(inner), mutant.place.within.partition(".")[2]), OF_DECLARATIONS)


@cache
def _contract_tests(vendor, inner, method):
    """Find the emitted tests of an operation, of a category's method, or of the whole vendor."""
    folder = EMITTED / "contract" / vendor
    if len(inner) == 3:
        files = [folder / f"test_{inner[1]}_{inner[2]}.py"]
    elif len(inner) == 2:
        files = [folder / f"test_{inner[1]}_{method}.py"] if method else sorted(folder.glob(f"test_{inner[1]}_*.py"))
    else:
        files = sorted(folder.glob("test_*.py"))
    return tuple(path.relative_to(ROOT).as_posix() for path in files)


@cache
def _runtime_suites(module: Module) -> Suites:
    own = f"tests/runtime/test_{OTHER_TESTS.get(module.path.stem, module.path.stem)}.py"
    quick = tuple(each for each in _quick() if each != own)
    stages = ((own,) if Path(ROOT, own).exists() else (), _ordered(quick, module.path.stem), MATRICES)
    return tuple(each for each in stages if each)


def _ordered(files, name):
    """Put tests that name the module first."""
    pattern = re.compile(rf"\b{name}\b")
    return tuple(sorted(files, key=lambda each: (not pattern.search(_text(each)), each)))


@cache
def _text(file):
    return Path(ROOT, file).read_text(encoding="utf-8")


@cache
def _quick():
    own = [path for path in sorted((ROOT / "tests" / "runtime").glob("test_*.py")) if path.stem[5:] not in SLOW]
    emitted = [next(iter(sorted(folder.glob("test_*.py")))) for folder in sorted((EMITTED / "contract").glob("*/"))]
    return tuple(path.relative_to(ROOT).as_posix() for path in (*own, *emitted))
