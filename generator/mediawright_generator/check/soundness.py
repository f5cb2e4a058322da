"""Whether a parameter is right by itself: where it is not, that is told once, and nothing that follows from it."""

from collections import Counter

from mediawright_generator.check.fit import all_keywords, keyword_misfit, misfit
from mediawright_generator.check.rule import Record
from mediawright_generator.spec import Parameter


def is_sound(parameter: Parameter) -> bool:
    """Tell whether a parameter accepts every value that it names itself."""
    named = (value for value in (parameter.default, parameter.const) if value is not None)
    return not any(misfit(value, parameter) for value in named) and not any(
        keyword_misfit(value, parameter) for value in all_keywords(parameter)
    )


def are_apart(record: Record) -> bool:
    """Tell whether each parameter has a name and a place of its own, and the body is one thing alone."""
    parameters = [at.parameter for at in record.parameters()]
    names = Counter(each.name for each in parameters)
    places = Counter((each.location, each.wire) for each in parameters)
    bodies = {each.location for each in parameters} & {"body", "raw"}
    return max((*names.values(), *places.values()), default=1) == 1 and len(bodies) < len({"body", "raw"})
