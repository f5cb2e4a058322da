"""Names that were removed: they never come back with another meaning, and who still uses one is told what to do."""

from typing import Annotated

from pydantic import Field

from mediawright_generator.spec.base import IsoDate, Scalar, Spec
from mediawright_generator.spec.naming import snake_case


class ReservedName(Spec):
    """What callers are told about a name that is gone."""

    since: IsoDate
    """The day on which it was removed."""
    reason: Annotated[str, Field(min_length=1)]
    """Why it was removed, in a few words; callers read it in the error."""
    instead: Annotated[str, Field(min_length=1)] | None = None
    """What to use in its place: `image_to_video.big_model_3`, or `duration='10s'`."""


class ReservedParameter(ReservedName):
    """A parameter of this operation, or one value of it, that was removed."""

    parameter: Annotated[str, Field(min_length=1)]
    """The parameter's documented name."""
    value: Scalar | None = None
    """The value that was removed; without it the parameter itself was."""

    @property
    def subject(self) -> str:
        """What was removed, in words."""
        return f"parameter {self.parameter!r}" if self.value is None else f"value {self.value!r} of {self.parameter!r}"

    @property
    def python_keyword(self) -> str:
        """The keyword that the parameter had."""
        return snake_case(self.parameter)


class ReservedOperation(ReservedName):
    """An operation of this vendor that was removed."""

    operation: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z_][a-z0-9_]*$")]
    """What clients offered it as: `category.method`."""
    names: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    """The vendor's own name of it, and its model code: by these it was called, too."""

    @property
    def subject(self) -> str:
        """What was removed, in words."""
        return f"operation {self.operation!r}"
