"""The bases of emitted models: requests are closed and strict, responses are open and never raise."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, ValidatorFunctionWrapHandler, field_validator


class RequestModel(BaseModel):
    """The parameters of one operation; unknown names and values of another type are refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, protected_namespaces=())


class ResponseModel(BaseModel):
    """An answer. Every field is optional, unknown fields are kept, and a value of an undocumented shape stays raw."""

    model_config = ConfigDict(extra="allow", frozen=True, protected_namespaces=())

    @field_validator("*", mode="wrap")
    @classmethod
    def _keep_what_is_undocumented(cls, value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        try:
            return handler(value)
        except ValidationError:
            return value
