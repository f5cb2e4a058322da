"""What all spec models share: frozen, closed, strict."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Scalar = str | int | float | bool
"""One value of a parameter, as it goes over the wire."""

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
HttpMethod = Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

MediaType = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9][a-z0-9.+-]*$")]
"""What a body is, as `image/png`, in lower case and without parameters."""


class Spec(BaseModel):
    """A node of a spec: unknown keys are refused, values are never converted, nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
