"""The operation under test, and how its cases are spelled."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mediawright_generator.plan.sampler import Given, Sampler
from mediawright_generator.plan.samples import Record
from mediawright_generator.plan.spelling import Spelled
from mediawright_generator.plan.wire import request_of
from mediawright_runtime.shapes import is_list, is_object

_LONG = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """The operation under test, and what every case needs of it."""

    vendor: str
    operation: Record
    sampler: Sampler
    base: Given
    keywords: Mapping[str, str]
    operations: Mapping[str, Record]
    """All operations of the vendor, by `category.method`."""
    is_callable: bool = True
    """Whether a parameter set is found that it accepts: a document may ask for what nothing can be."""

    @property
    def request(self) -> Record:
        """What is sent for the base."""
        return request_of(self.operation, self.base)

    @property
    def offered(self) -> list[Record]:
        """The parameters that a caller gives."""
        return [each for each in self.operation["api_body"] if "const" not in each]

    def spelled(self, given: Given) -> Spelled:
        """Spell a parameter set by keyword: as what it has beside the base, where it has all of that."""
        beside = {
            name: value
            for name, value in given.items()
            if name not in self.base or spelled(self.base[name]) != spelled(value)
        }
        if not self.base.keys() <= given.keys() or not self.base:
            return Spelled(spelled(self.by_keyword(given)))
        return Spelled(f"BASE | {spelled(self.by_keyword(beside))}" if beside else "BASE")

    def spelled_request(self, request: Record) -> Spelled:
        """Spell a request as what it has beside that of the base."""
        base = self.request
        beside = {key: value for key, value in request.items() if spelled(value) != spelled(base.get(key))}
        return Spelled(f"REQUEST | {spelled(beside)}" if beside else "REQUEST")

    def by_keyword(self, given: Given) -> dict[str, Any]:
        """Name a parameter set as the method's keywords are named."""
        return {self.keywords[name]: value for name, value in given.items()}

    def by_query_keyword(self, ids: Mapping[str, Any]) -> dict[str, Any]:
        """Name the ids of a task as the keywords of its query are named."""
        query = self.operations[self.operation["task"]["query"]["python"]]
        keywords = {each["name"]: each["python_name"] for each in query["api_body"]}
        return {keywords[name]: value for name, value in ids.items()}


def spelled(value: object) -> str:
    """Spell a value as Python, long runs of one character in short."""
    if is_object(value):
        return f"{{{', '.join(f'{key!r}: {spelled(each)}' for key, each in value.items())}}}"
    if is_list(value):
        return f"[{', '.join(map(spelled, value))}]"
    if type(value) is str and len(value) > _LONG and len(set(value)) == 1:
        return f"{value[0]!r} * {len(value)}"
    return repr(value)
