"""Facts that stand in prose: a pattern reads a whole sentence, and what no pattern reads stays prose."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mediawright_generator.importer.facts import Condition, Facts, Refusal, Subject, gather
from mediawright_generator.importer.values import read_number, read_value
from mediawright_generator.spec.base import Scalar

_N = r"(-?\d{1,15}(?:,\d{3})*(?:\.\d{1,15})?)"
_RANGE = rf"{_N}\s*(?:-|~|\u2013|to|and)\s*{_N}"
_PIXELS = r"([1-9]\d{0,9}\s*[x\u00d7*]\s*[1-9]\d{0,9})"
_RATIO = r"(\d{1,9}(?:\.\d{1,9})?:(?!0+(?:\.0*)?\b)\d{1,9}(?:\.\d{1,9})?)"
_MIN = r"(?:min(?:imum)?|at least)"
_MAX = r"(?:max(?:imum)?|at most|up to)"
_IS = r"(?:\s*[:=]|\s+is|\s+of)?\s*"
_BE = r"(?:(?:must|should) be )?"
_BETWEEN = rf"{_BE}between"
_LENGTH = r"(?:string |text |prompt )?length"
_ITEMS = r"(?:file|image|video|item|element|url)s?(?:\(s\))?"

Read = Callable[[re.Match[str], Subject], Facts | Refusal]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of sentence and how its facts are read."""

    name: str
    regex: re.Pattern[str]
    read: Read


@dataclass(frozen=True, slots=True)
class Leftover:
    """A sentence that stays prose though it may hold a fact, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What prose says: facts, the prose without them, and what else it may hold."""

    facts: Facts
    describe: str
    leftovers: tuple[Leftover, ...]


def read_prose(text: str, subject: Subject, known: Facts) -> Reading:
    """Read what a parameter's description says beside the facts that are known already."""
    return _read_sentences(sentences(text), subject, known)


def read_hint(placeholder: str, subject: Subject, known: Facts) -> Reading:
    """Read what a placeholder in an example says: `<Your text, 1-800 characters>` gives lengths."""
    return _read_sentences(tuple(placeholder.strip("<>").split(", ")), subject, known)


def sentences(text: str) -> tuple[str, ...]:
    """Split prose at full stops and line ends; the stop of `0.5` or `v2.1` is none."""
    return tuple(part.strip() for part in re.split(r"(?<=[.!?\u3002])\s+|\n+", text) if part.strip())


_UNREAD = "no pattern reads"


def _read_sentences(parts: tuple[str, ...], subject: Subject, known: Facts) -> Reading:
    facts, reasons = known, dict.fromkeys(range(len(parts)), _UNREAD)
    for index, pattern, match in _matches(parts):
        proposed = pattern.read(match, subject)
        outcome = proposed if isinstance(proposed, Refusal) else gather(facts, proposed, subject)
        if isinstance(outcome, Refusal):
            reasons[index] = outcome.reason
        else:
            facts = outcome
            del reasons[index]
    if parts and reasons.get(0) == _UNREAD and _plain(parts[0]):
        reasons[0] = ""
    left = tuple(Leftover(parts[index], reason) for index, reason in reasons.items() if reason)
    return Reading(facts, " ".join(parts[index] for index in reasons), left)


def _matches(parts: tuple[str, ...]) -> Iterable[tuple[int, Pattern, re.Match[str]]]:
    """Pair sentences with the first pattern that reads them, in the order of the patterns."""
    done: set[int] = set()
    for pattern in PATTERNS:
        for index, part in enumerate(parts):
            match = pattern.regex.fullmatch(part.rstrip(" .\u3002"))
            if match and index not in done:
                done.add(index)
                yield index, pattern, match


_DEMAND = re.compile(
    r"\d|\b(?:must|only|unless|when|if|cannot|except|least|most|more|less|than|required|either|default|depends)\b",
    re.IGNORECASE,
)


def _plain(sentence: str) -> bool:
    """Whether a leading sentence merely says what the parameter is."""
    return _DEMAND.search(sentence) is None


_NOUN = r"(image|picture|photo|video|audio)"
_ADDRESS = re.compile(
    rf"\b(?:url|link|address)(?:e?s)? (?:of|to|for) (?:[\w-]+ ){{0,4}}?{_NOUN}s?(?: files?)?"
    r"(?=$|[,.;(]| (?:to|that|which|for)\b)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\bformats?\b|\bfile size\b|\bframe rate\b|\b(?:image|video) resolution\b", re.IGNORECASE)


def media_sort(name: str, text: str) -> str | None:
    """Tell what sort of file a parameter is the address of, if it is one."""
    found = _ADDRESS.search(text)
    if found is None and _FILE.search(text):
        found = re.search(rf"\b{_NOUN} (?:resolution|formats?|size|duration)", text, re.IGNORECASE)
        found = found or re.search(_NOUN, name, re.IGNORECASE)
    noun = found[1].lower() if found else None
    return "image" if noun in ("picture", "photo") else noun


def _numbers(*keys: str) -> Read:
    """Make a reader that puts the figures of a sentence under these keys."""
    return lambda match, _: dict(zip(keys, map(read_number, match.groups()), strict=True))


def _texts(*keys: str) -> Read:
    """Make a reader that puts the words of a sentence under these keys."""
    return lambda match, _: dict(zip(keys, match.groups(), strict=True))


def _read_megabytes(match: re.Match[str], _: Subject) -> Facts | Refusal:
    low, high = map(read_number, match.groups())
    largest = {"media.max_megabytes": high}
    return {"media.min_megabytes": low} | largest if low else largest


def _read_seconds(match: re.Match[str], subject: Subject) -> Facts | Refusal:
    keys = ("minimum", "maximum") if subject.numeric else ("media.min_seconds", "media.max_seconds")
    return _numbers(*keys)(match, subject)


def _read_sizes(match: re.Match[str], subject: Subject) -> Facts | Refusal:
    if match[1] and match[1].lower() != subject.media:
        return Refusal(f"is about a file of sort {match[1].lower()!r}")
    low, high = (re.sub(r"\s*[x\u00d7*]\s*", "x", size) for size in match.groups()[1:])
    return {"media.min_size": low, "media.max_size": high}


def _read_formats(match: re.Match[str], _: Subject) -> Facts | Refusal:
    formats = tuple(text.lower().lstrip(".") for text in _listed(match[1]))
    readable = all(re.fullmatch(r"[a-z0-9]+", text) for text in formats)
    return {"media.formats": formats} if readable else Refusal("does not read as a list of file formats")


def _read_default(match: re.Match[str], subject: Subject) -> Facts | Refusal:
    text = re.sub(r"^(['\"`])(.*)\1$", r"\2", match[1])
    value = None if subject.type == "array" else read_value(text, subject.value_type)
    return Refusal(f"does not read as one value of type {subject.type}") if value is None else {"default": value}


def _read_options(match: re.Match[str], subject: Subject) -> Facts | Refusal:
    """Read a list of values; one may say in parentheses on which other parameter it depends."""
    options = [_option(text, subject) for text in _options(match[1], subject)]
    values = tuple(value for value, _ in options if value is not None)
    if len(values) < len(options):
        return Refusal(f"does not read as a list of values of type {subject.value_type}")
    conditions = tuple(condition for _, condition in options if condition)
    return {"keywords": values, "conditions": conditions} if conditions else {"keywords": values}


def _options(text: str, subject: Subject) -> tuple[str, ...]:
    """Split at commas, and at `and` or `or` only where the documented values say that these are no part of a value."""
    fine, coarse = _listed(text), _listed(text, last=re.compile(r"^(?:and|or)\s+"))
    return fine if len(fine) == len(subject.keywords) else coarse


_CONDITION = re.compile(r"(.+?)\s*\((?:only )?(?:when|if|for) (\w+) (?:is|=|==|of) ([^()]+)\)", re.IGNORECASE)
_NO_VALUE = re.compile(r"[()]|\.[A-Z][a-z]*\s|\s(?:and|or)\s")


def _option(text: str, subject: Subject) -> tuple[Scalar | None, Condition | None]:
    if text in subject.keywords:
        return text, None
    conditional = _CONDITION.fullmatch(text)
    word = conditional[1] if conditional else text
    value = None if _NO_VALUE.search(word) else read_value(word, subject.value_type)
    if value is None or conditional is None:
        return value, None
    return value, Condition(value, conditional[2], _listed(conditional[3]))


_LAST = re.compile(r"^(?:and|or)\s+|\s+(?:and|or)\s+(?![^()]*\))")


def _listed(text: str, last: re.Pattern[str] = _LAST) -> tuple[str, ...]:
    """Split `a, b, and c`, but not within parentheses."""
    *first, final = re.split(r"\s*,\s*(?![^()]*\))", text.strip())
    return (*first, *filter(None, last.split(final)))


def _pattern(name: str, regex: str, read: Read) -> Pattern:
    return Pattern(name, re.compile(regex, re.IGNORECASE), read)


_LENGTHS = ("min_length", "max_length")
_COUNTS = ("min_items", "max_items")
_FPS = ("media.min_fps", "media.max_fps")
_FORMATS = r"supported (?:file |image |video |audio )?formats?(?: include:?| are:?|:| is) (.+)"
_SIZES = rf"(?:{_NOUN} )?(?:resolution|dimensions) {_BETWEEN} {_PIXELS} and {_PIXELS}"

PATTERNS = (
    _pattern("options", r"(?:options|(?:allowed|possible|supported) values)(?: are:?|:) (.+)", _read_options),
    _pattern("min-length", rf"{_MIN} {_LENGTH}{_IS}{_N}(?: characters)?", _numbers("min_length")),
    _pattern("max-length", rf"{_MAX} {_LENGTH}{_IS}{_N}(?: characters)?", _numbers("max_length")),
    _pattern("min-characters", rf"{_MIN} {_N} characters", _numbers("min_length")),
    _pattern("max-characters", rf"{_MAX} {_N} characters", _numbers("max_length")),
    _pattern("length-range", rf"(?:{_LENGTH} )?{_BE}(?:between )?{_RANGE} characters", _numbers(*_LENGTHS)),
    _pattern("length-between", rf"{_LENGTH} {_BETWEEN} {_RANGE}", _numbers(*_LENGTHS)),
    _pattern("min-items", rf"{_MIN} {_N} {_ITEMS}", _numbers("min_items")),
    _pattern("max-items", rf"{_MAX} {_N} {_ITEMS}", _numbers("max_items")),
    _pattern("item-range", rf"{_BE}(?:between )?{_RANGE} {_ITEMS}", _numbers(*_COUNTS)),
    _pattern("formats", _FORMATS, _read_formats),
    _pattern("megabytes", rf"file size {_BETWEEN} {_N} ?MB and {_N} ?MB", _read_megabytes),
    _pattern("max-megabytes", rf"{_MAX} file size{_IS}{_N} ?MB", _numbers("media.max_megabytes")),
    _pattern("sizes", _SIZES, _read_sizes),
    _pattern("ratios", rf"aspect ratio {_BETWEEN} {_RATIO} and {_RATIO}", _texts("media.min_ratio", "media.max_ratio")),
    _pattern("fps", rf"frame rate {_BETWEEN} {_RANGE} (?:fps|frames per second)", _numbers(*_FPS)),
    _pattern("seconds", rf"(?:(?:video |audio )?duration )?{_BETWEEN} {_RANGE} seconds", _read_seconds),
    _pattern("range", rf"(?:(?:value )?range{_IS}|(?:value )?{_BETWEEN} ){_RANGE}", _numbers("minimum", "maximum")),
    _pattern("minimum", rf"{_MIN}(?: value)?{_IS}{_N}", _numbers("minimum")),
    _pattern("maximum", rf"{_MAX}(?: value)?{_IS}{_N}", _numbers("maximum")),
    _pattern("default", r"(?:the )?default(?:s to| value is| is| value:|:) (.+)", _read_default),
)
"""All kinds of sentences, in the order they are read: a default is held against the options and limits."""

_WITHIN = re.compile(r",?\s*(?:located )?(?:with)?in the (\w+) object", re.IGNORECASE)
_STATES = re.compile(r"(?:[\w ]+ )?status(?:es)?(?: is| are)?: (\w+(?:, \w+)+)\.?", re.IGNORECASE)


def enclosing_object(text: str) -> tuple[str | None, str]:
    """Tell in which object the description of an answer field puts it, and what else it says."""
    found = _WITHIN.search(text)
    return (found[1], (text[: found.start()] + text[found.end() :]).strip()) if found else (None, text)


def listed_states(text: str) -> tuple[str, ...]:
    """Read the words of `Task status: waiting, done`."""
    found = _STATES.fullmatch(text)
    return tuple(found[1].split(", ")) if found else ()


def has_figures(text: str) -> bool:
    """Whether prose that no pattern reads may hold a fact."""
    return re.search(r"\d", text) is not None
