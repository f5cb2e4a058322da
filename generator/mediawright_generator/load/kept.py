"""Files without problems, as text that a shelf keeps, and back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from mediawright_generator.cache import Shelf, key_of
from mediawright_generator.load.allow import Allow
from mediawright_generator.load.build import Built
from mediawright_generator.load.file import FileKind, parse
from mediawright_generator.load.located import Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place
from mediawright_generator.spec.base import Spec
from mediawright_runtime.shapes import is_list, is_object

T = TypeVar("T", bound=Spec)


def parse_once(content: bytes, file: str, kind: FileKind[T], parsed: Shelf | None) -> Built[T]:
    """Read one file, or find it read before; a file with problems is read each time."""
    if parsed is None:
        return parse(content, file, kind)
    key = key_of(kind.model.__name__, file, sha256(content).hexdigest())
    kept = parsed.get(key)
    if kept is not None:
        return _restored(kept, file, kind), ()
    located, problems = parse(content, file, kind)
    if located is not None and not problems:
        parsed.put(key, _text(located))
    return located, problems


def _text(located: Located[Spec]) -> str:
    model = located.model.model_dump(mode="json", by_alias=True, exclude_unset=True)
    places, keys = _listed(located.places), _listed(located.keys)
    return json.dumps([model, places, keys, [_allow_text(each) for each in located.allows]], ensure_ascii=False)


def _allow_text(allow: Allow) -> tuple[object, ...]:
    return (_numbers(allow.place), allow.rules, allow.reason, allow.line, [_numbers(place) for place in allow.at])


def _numbers(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _listed(places: Mapping[Path, Place]) -> list[tuple[Path, int, int]]:
    return [(path, place.line, place.column) for path, place in places.items()]


def _restored(text: str, file: str, kind: FileKind[T]) -> Located[T]:
    model, places, keys, allows = json.loads(text)
    located = Located(kind.model.model_validate(_tuples(model)), file, _mapped(places, file), _mapped(keys, file))
    return replace(located, allows=tuple(_allow(each, file) for each in allows))


def _allow(kept: Any, file: str) -> Allow:
    place, rules, reason, line, at = kept
    return Allow(Place(file, *place), tuple(rules), reason, line, tuple(Place(file, *each) for each in at))


def _mapped(places: Iterable[tuple[list[str | int], int, int]], file: str) -> dict[Path, Place]:
    return {tuple(path): Place(file, line, column) for path, line, column in places}


def _tuples(value: Any) -> Any:
    """Turn lists back into what the models hold."""
    if is_list(value):
        return tuple(_tuples(each) for each in value)
    return {key: _tuples(each) for key, each in value.items()} if is_object(value) else value
