"""The generated contract tests of one operation, run in this process: functions and cases as they were emitted."""

from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2] / "generated/contract"


@cache
def module(path: Path) -> Any:
    """Import an emitted file."""
    spec = spec_from_file_location(f"emitted_{path.parent.name}_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def failing(vendor: str, operation: str) -> list[str]:
    """Run the contract tests of an operation; name each case that fails."""
    name = f"test_{operation.replace('.', '_')}"
    found = module(ROOT / vendor / f"{name}.py")
    judge = module(ROOT / "conftest.py").oracle(vendor, name)
    tests = [each for name, each in vars(found).items() if name.startswith("test_")]
    return [f"{test.__name__}[{case}]" for test in tests for case, given in _cases(test, judge) if _fails(test, given)]


def failing_of(vendor: str) -> list[str]:
    """Run the contract tests of a vendor as a whole; name each case that fails."""
    found = module(ROOT / vendor / "test_vendor.py")
    tests = [each for name, each in vars(found).items() if name.startswith("test_")]
    return [f"{test.__name__}[{case}]" for test in tests for case, given in _cases(test, None) if _fails(test, given)]


def _cases(test: Any, judge: object) -> Iterator[tuple[str, dict[str, Any]]]:
    marks = [list(_values(*mark.args)) for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    asked = {"judge": judge} if "judge" in test.__annotations__ else {}
    for chosen in product(*marks):
        given = {name: value for _, values in chosen for name, value in values.items()}
        yield "-".join(name for name, _ in chosen), {**asked, **given}


def _values(names: str | tuple[str, ...], sets: list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    keys = (names,) if isinstance(names, str) else names
    for each in sets:
        values = getattr(each, "values", (each,))
        yield getattr(each, "id", None) or values[0].__name__, dict(zip(keys, values, strict=True))


def _fails(test: Any, given: dict[str, Any]) -> bool:
    try:
        test(**given)
    except Exception:  # noqa: BLE001 (a wrong client may break down in any way, and each is noticed)
        return True
    return False
