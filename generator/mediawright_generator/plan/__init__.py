"""Decides what is to be emitted: every name, type and literal is final when a plan is made."""

from collections.abc import Sequence
from importlib.metadata import version

from mediawright_generator.load import LoadedVendor
from mediawright_generator.plan.vendor import plan_vendor
from mediawright_generator.plan.views import Plan, RootView, Unit
from mediawright_runtime import errors

__all__ = ["Plan", "plan"]


def plan(vendors: Sequence[LoadedVendor]) -> Plan:
    """Decide everything that is emitted for these vendors and for the package that holds them."""
    plans = [_root(vendors), *map(plan_vendor, vendors)]
    return Plan(
        tuple(unit for each in plans for unit in each.units),
        {module: schemas for each in plans for module, schemas in each.models.items()},
        {path: data for each in plans for path, data in each.data.items()},
    )


def _root(vendors: Sequence[LoadedVendor]) -> Plan:
    names = _error_names()
    view = RootView(
        sources="specs",
        vendors=", ".join(f"`{each.vendor.model.name}`" for each in vendors),
        version=repr(version("mediawright")),
        errors=names,
        exported=repr(list(names)),
    )
    units = (
        Unit("mediawright/__init__.py.jinja", "mediawright/__init__.py", view),
        Unit("mediawright/__main__.py.jinja", "mediawright/__main__.py", view),
        Unit("mediawright/errors.py.jinja", "mediawright/errors.py", view),
        Unit("mediawright/py.typed.jinja", "mediawright/py.typed", view),
        Unit("contract/conftest.py.jinja", "contract/conftest.py", view),
    )
    return Plan(units, {}, {})


def _error_names() -> tuple[str, ...]:
    """Name the errors of the runtime."""
    classes = (each for each in vars(errors).values() if isinstance(each, type))
    return tuple(sorted(each.__name__ for each in classes if issubclass(each, errors.MediawrightError)))
