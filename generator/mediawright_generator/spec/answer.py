"""Places in answers, and the files that they hold."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mediawright_generator.spec.base import Spec

_STEP = r"[^.\[\]|@]+(@json)?(\[\])?"
AnswerPath = Annotated[str, Field(pattern=rf"^{_STEP}(\.{_STEP})*(\|{_STEP}(\.{_STEP})*)*$")]
"""A place in an answer.

Dots step into objects; `[]` into each item of a list, or into the object there; `@json` into what is written as JSON in
the text there. Of several places with `|` between them the first counts where something stands.
"""


class OutputPlace(Spec):
    """Where an answer has addresses of files."""

    path: AnswerPath
    """The place: `data.videos[].url`."""
    kind: Literal["image", "video", "audio", "file"] | None = None
    """What the files are; without it what the operation's category makes."""


def _as_place(value: Any) -> Any:
    return {"path": value} if isinstance(value, str) else value


Output = Annotated[OutputPlace, BeforeValidator(_as_place, json_schema_input_type=AnswerPath | OutputPlace)]
"""A place, or a place and what it holds."""
