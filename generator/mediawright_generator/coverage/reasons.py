"""Why no generated case exercises a fact."""

from collections.abc import Mapping

from mediawright_generator.coverage.facts import Fact, Record

_WITH_THE_RUNTIME = "tested with the runtime, not case by case"
_OF_THE_VENDOR = "tested once for the vendor, beside the cases of its operations"
_BARE = "the operation goes without credentials"
_REASONS: Mapping[str, str] = {
    "server": "a client takes the first address; another one is given as base_url",
    "open list": "an open list refuses nothing",
    "max_tokens": "tokens are not counted; no client refuses by them",
    "output host": _OF_THE_VENDOR,
    "token fetched": f"tokens are at hand in a contract case; fetching them is {_WITH_THE_RUNTIME}",
    "timing": f"no time passes in a contract case; waiting is {_WITH_THE_RUNTIME}",
    "expected seconds": f"no time passes in a contract case; waiting is {_WITH_THE_RUNTIME}",
    "callback": _OF_THE_VENDOR,
    "cancel": f"cancelling is {_WITH_THE_RUNTIME}",
    "search": f"looking for a lost task is {_WITH_THE_RUNTIME}",
    "replay": f"repeating under a key is {_WITH_THE_RUNTIME}",
    "code without a meaning": "the record does not say what kind of error it is",
    "header": "it is sent only with credentials that the operation or the first set does not have",
    "field of the answer": "the answer starts a task or brings files; a caller is given those, not the field",
    "wrapper": "the operation has nothing to put into a body",
    "credentials": _BARE,
    "token expired": _BARE,
    "rule broken": "no single parameter set breaks this rule here and nothing else",
    "rule kept": "no parameter set both triggers and keeps this rule",
}
_OTHERWISE = "no generated case reaches it"
_CONSTANT = "a constant is never given"


def reason(operation: Record, fact: Fact) -> str:
    """Say why no generated case exercises a fact."""
    if fact.kind.startswith("media "):
        return "media limits are checked by check_media on the file, not by the emitted model"
    if fact.subject in {each["name"] for each in operation["api_body"] if "const" in each}:
        return _CONSTANT
    if fact.kind == "label":
        return "names of texts are for people; only integers may be given by name"
    return _REASONS.get(fact.kind, _OTHERWISE)
