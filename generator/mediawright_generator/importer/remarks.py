"""What an import could not place in a record: named with its place, so that a person can."""

from dataclasses import dataclass

from mediawright_generator.problems import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in an entry that has no place in the record, and why."""

    field: str
    """Where in the entry: `api_body.image` is a parameter, `content` a key."""
    text: str
    reason: str

    @property
    def key(self) -> str:
        """The key of the entry that it stands under."""
        return self.field.partition(".")[0]


@dataclass(frozen=True, slots=True, order=True)
class Unplaced:
    """A remark, with the record that it is about and its place in the document."""

    place: Place
    record: str
    field: str
    text: str
    reason: str

    def __str__(self) -> str:
        """Say in one line what stands where and what to do."""
        what = f"{self.field!r} of {self.record!r} says {self.text!r}, which {self.reason}"
        return f"{self.place}: unplaced: {what}; put it into the record by hand"
