"""What all spec models share: frozen, closed, strict."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Scalar = str | int | float | bool
"""One value of a parameter, as it goes over the wire."""

HttpMethod = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]


class Spec(BaseModel):
    """A node of a spec: unknown keys are refused, values are never converted, nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
