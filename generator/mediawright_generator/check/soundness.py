"""Whether a parameter is right by itself: where it is not, that is told once, and nothing that follows from it."""

from collections import Counter

from mediawright_generator.check.fit import all_keywords, keyword_misfit, labels_outside, misfit, spellings
from mediawright_generator.check.rule import Record
from mediawright_generator.spec import Parameter


def is_sound(parameter: Parameter) -> bool:
    """Tell whether a parameter accepts every value that it names itself."""
    named = (value for value in (parameter.default, parameter.const) if value is not None)
    keywords = all_keywords(parameter)
    is_labelled = not labels_outside(parameter) and (
        not keywords or parameter.open or set(parameter.labels) <= spellings(parameter)
    )
    is_fitting = not any(misfit(value, parameter) for value in named)
    return is_labelled and is_fitting and not any(keyword_misfit(value, parameter) for value in keywords)


def are_apart(record: Record) -> bool:
    """Tell whether each parameter has a name and a place of its own, and the body is one thing alone."""
    parameters = [at.parameter for at in record.parameters()]
    names = Counter(each.name for each in parameters)
    places = Counter((each.location, each.wire) for each in parameters)
    bodies = {each.location for each in parameters} & {"body", "raw"}
    return max((*names.values(), *places.values()), default=1) == 1 and len(bodies) < len({"body", "raw"})
