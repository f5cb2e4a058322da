"""What of a vendor belongs together before and after, and which names it has now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.credentials import matched_credentials, matched_tokens
from mediawright_generator.diff.matching import Matched
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.operations import matched_operations, renamed_categories
from mediawright_generator.diff.parameters import Placed, matched_parameters, renamed_values
from mediawright_generator.diff.schemas import Shared
from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec.vendor import Credential, Token


@dataclass(frozen=True, slots=True)
class Pairing:
    """What belongs together."""

    operations: Matched[Record]
    parameters: Mapping[str, Matched[Placed]]
    """By the old name of the operation."""
    credentials: Matched[Credential]
    tokens: Matched[Token]
    tasks: Mapping[str, str]
    """The lifecycle that each one became, by the old name."""
    names: Names

    @property
    def loose(self) -> frozenset[str]:
        """Credentials and tokens that come or go; what only carries them is told with them."""
        credentials, tokens = self.credentials, self.tokens
        loose = {each.name for each in (*credentials.gone, *credentials.new)}
        return frozenset(loose | {each.name for each in (*tokens.gone, *tokens.new)})


def pairing(base: LoadedVendor, head: LoadedVendor) -> Pairing:
    """Bring together the parts of a vendor."""
    operations = matched_operations(base, head)
    parameters = {old.operation.name: _parameters(old, new) for old, new in operations.pairs}
    credentials = matched_credentials(base.vendor.model, head.vendor.model)
    tokens = matched_tokens(base.vendor.model, head.vendor.model)
    names = Names(
        operations={old.operation.name: new.operation.name for old, new in operations.pairs},
        categories=renamed_categories(operations),
        credentials={
            **{old.name: new.name for old, new in credentials.pairs},
            **{old.name: new.name for old, new in tokens.pairs},
        },
        parameters={name: _renamed(each) for name, each in parameters.items()},
        values=dict(_values(parameters)),
        schemas=Shared(base.vendor.model.schemas, head.vendor.model.schemas),
    ).with_late()
    return Pairing(operations, parameters, credentials, tokens, _tasks(base, head, operations), names)


def _parameters(old: Record, new: Record) -> Matched[Placed]:
    """Bring parameters together, where any may differ."""
    if old.operation == new.operation:
        return Matched((), (), ())
    return matched_parameters(old.operation, new.operation)


def _renamed(found: Matched[Placed]) -> Mapping[str, str]:
    return {old.parameter.name: new.parameter.name for old, new in found.pairs}


def _values(parameters: Mapping[str, Matched[Placed]]) -> Iterator[tuple[tuple[str, str], Mapping[str, Any]]]:
    for operation, found in parameters.items():
        for parameter, words in renamed_values(found).items():
            yield (operation, parameter), words


def _tasks(base: LoadedVendor, head: LoadedVendor, operations: Matched[Record]) -> Mapping[str, str]:
    """Say what became of lifecycles: the one of the same name, else the one that the same creates start now."""
    before, after = base.vendor.model.tasks, head.vendor.model.tasks
    became = {name: name for name in before if name in after}
    for old, new in operations.pairs:
        one, other = old.operation.task, new.operation.task
        if one and other and one not in after and other not in before:
            became.setdefault(one, other)
    return became
