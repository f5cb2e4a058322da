"""What people said of the changes of a vendor's contract: why each came, and where that was read."""

from typing import Annotated, Literal

from pydantic import Field

from mediawright_generator.spec.base import IsoDate, Spec

Reason = Literal["vendor-changed", "spec-corrected"]
"""Whether the vendor's service changed, or the spec was wrong about it."""

CHANGELOG = "changelog.yaml"
"""The name of the file, in the folder of its vendor."""


class Approval(Spec):
    """One change that a reviewer agreed to. It holds for this change alone, however words and lines move."""

    change: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """The fingerprint that `mediawright-gen diff` prints with the change."""
    rule: Annotated[str, Field(min_length=1)]
    """The rule of `mediawright-gen diff` that found it."""
    operation: str = ""
    """The operation as a client offers it, for readers; none where all operations of the vendor changed."""
    reason: Reason
    """`vendor-changed`: the service does it now. `spec-corrected`: it always did, and the spec was wrong."""
    document: Annotated[str, Field(pattern=r"\S")]
    """Where that was read: a document or an address."""
    lines: str | None = None
    """`first-last` or one number, counted from 1."""
    read_on: IsoDate
    """The day on which it was read."""
    describe: str = ""
    """What a reader of the release notes should know."""


class Changelog(Spec):
    """The changes of one vendor's contract that were agreed to, the oldest first."""

    changes: tuple[Approval, ...]
    """The changes, the oldest first."""
