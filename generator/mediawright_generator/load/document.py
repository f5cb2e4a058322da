"""The text of one file as a tree of nodes; what a spec may not use of YAML is a problem, and so is bad YAML."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

import yaml

from mediawright_generator.load.allow import Allow, allows_in
from mediawright_generator.load.json_text import read_json
from mediawright_generator.load.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from mediawright_generator.problems import Place, Problem

DEEPEST: Final = 32
"""Most levels of nesting; a record has about ten."""
LARGEST: Final = 100_000
"""Most nodes of a file, each alias counted as all that it repeats."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML forbids, and the line breaks of YAML 1.1 (U+0085, U+2028, U+2029), which no editor counts as lines."""

_SEEN_LATER: Final = {"while scanning a simple key", "while scanning an alias", "while scanning an anchor"}
"""What the parser was at when it met a mistake that began earlier: a key without its colon, a text with a star."""
_SEEN_ON_ANOTHER_LINE: Final = {"while parsing a flow sequence", "while parsing a flow mapping"}


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its tree, unless it has none, what is wrong with it as YAML or JSON, and what its comments allow."""

    root: Node | None
    problems: tuple[Problem, ...] = ()
    allows: tuple[Allow, ...] = ()


def read_document(content: bytes, file: str) -> Document:
    """Parse the bytes of one file."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(content, error.start, file)
    if text.startswith("\ufeff"):
        mark = Problem(Place(file), "byte-order-mark", "the file begins with a byte order mark", "save it without one")
        rest = _parse(text[1:], file)
        return replace(rest, problems=(mark, *rest.problems))
    return _parse(text, file)


def _parse(text: str, file: str) -> Document:
    if not file.endswith(".json"):
        return _parse_yaml(text, file)
    if not text.strip():
        return _nothing(file)
    found = read_json(text, file, DEEPEST)
    return Document(found.root, found.problems)


def _nothing(file: str) -> Document:
    return Document(
        None, (Problem(Place(file), "empty-file", "the file says nothing", "write a record, or remove it"),)
    )


def _parse_yaml(text: str, file: str) -> Document:
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        what = f"character {forbidden[0]!r} may not stand in YAML"
        place = _place_at(text, forbidden.start(), file)
        return Document(None, (Problem(place, "control-character", what, "remove it, or escape it in double quotes"),))
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.MarkedYAMLError as error:
        composer.break_off()
        problem = _syntax_problem(error, text, composer)
        follows = any(
            each.rule == "unknown-anchor" and each.place.line == problem.place.line for each in composer.problems
        )
        return Document(None, (*composer.problems, *(() if follows else (problem,))))
    read = composer.document()
    return replace(read, allows=allows_in(text, file, _LOADER)) if read.root else read


def _undecodable(content: bytes, start: int, file: str) -> Document:
    before = content[:start].decode("utf-8").removeprefix("\ufeff")
    what = f"byte 0x{content[start]:02x} is not UTF-8"
    place = _place_at(before, len(before), file)
    return Document(None, (Problem(place, "not-utf-8", what, "save the file as UTF-8"),))


def _place_at(text: str, index: int, file: str) -> Place:
    lines = re.split(r"\r\n|\r|\n", text[:index])
    return Place(file, len(lines), len(lines[-1]) + 1)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, composer: "_Composer") -> Problem:
    end = _place_at(text, len(text.rstrip()), composer.file)
    marks = (error.problem_mark or error.context_mark, error.context_mark or error.problem_mark)
    at, opening = (min(_place(mark, composer.file), end) if mark else end for mark in marks)
    if at.line == composer.quoted_to:
        what = f"the quote that opens here closes in line {at.line}, and text follows it there"
        return Problem(composer.quoted_from, "bad-yaml", what, "close it where the text ends")
    if _character_at(text, at) == "\t":
        return Problem(at, "tab-for-space", "a tab stands where YAML wants spaces", "write spaces")
    words = ", ".join(part for part in (error.context, error.problem) if part) or "the YAML cannot be read"
    if at != end and not _is_told_where_it_opens(error.context, opening, at):
        return Problem(at, "bad-yaml", words, "correct the syntax, or quote the text")
    until = f" up to line {at.line}" if at.line > opening.line else ""
    return Problem(opening, "bad-yaml", words + until, "correct the syntax, or quote the text")


def _is_told_where_it_opens(context: str | None, opening: Place, at: Place) -> bool:
    """Tell whether the mistake is where something begins, and only seen later."""
    return context in _SEEN_LATER or (context in _SEEN_ON_ANOTHER_LINE and at.line > opening.line)


def _character_at(text: str, place: Place) -> str:
    lines = re.split(r"\r\n|\r|\n", text)
    return lines[place.line - 1][place.column - 1 : place.column] if place.line <= len(lines) else ""


def _place(mark: Any, file: str) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come; a mapping collects keys and values in turn."""

    place: Place
    anchor: str | None
    is_mapping: bool
    children: list[Node]
    size: int = 1


class _Composer:
    """Puts parsing events together to one tree, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.stopped = False
        self.quoted_from, self.quoted_to = Place(file), 0
        """Where the last quote opened that closes on a later line, and that line."""
        self._outermost = _Open(Place(file), None, is_mapping=False, children=[])
        self._open = [self._outermost]
        self._anchors: dict[str, tuple[Node, int]] = {}

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            self._note_quote(event)
            node = ScalarNode(_place(event.start_mark, self.file), event.value, plain=_is_plain(event))
            self._add(node, 1, event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._repeat(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self._outermost.children:
            self._stop(event, "several-documents", "a second document begins", "keep one document per file")

    def break_off(self) -> None:
        """End everything that is open, for its problems."""
        while self._open[-1] is not self._outermost:
            self._end()

    def document(self) -> Document:
        """Give the tree, once all events are taken."""
        root = self._outermost.children[0] if self._outermost.children else None
        nothing = root is None or (isinstance(root, ScalarNode) and root.empty)
        if nothing and not self.problems:
            return _nothing(self.file)
        return Document(None if nothing or self.stopped else root, tuple(self.problems))

    def _begin(self, event: Any) -> None:
        self._refuse_tag(event)
        if len(self._open) > DEEPEST:
            self._stop(event, "oversized-file", f"values nest deeper than {DEEPEST} levels", "write a flatter record")
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(_place(event.start_mark, self.file), event.anchor, is_mapping, children=[]))

    def _end(self) -> None:
        ended = self._open.pop()
        children = tuple(ended.children)
        node = self._mapping(ended) if ended.is_mapping else ListNode(ended.place, children)
        self._add(node, ended.size, ended.anchor)

    def _repeat(self, event: yaml.AliasEvent) -> None:
        place = _place(event.start_mark, self.file)
        name = str(event.anchor)
        if name not in self._anchors:
            what = f"alias {'*' + name!r} repeats nothing that stands before it"
            self.problems.append(Problem(place, "unknown-anchor", what, "write the value out, or quote the text"))
        node, size = self._anchors.get(name, (ScalarNode(place, "", whole=False), 1))
        self._add(replace(node, place=place), size, None)
        if self._open[-1].size > LARGEST:
            self._stop(event, "oversized-file", f"aliases make more than {LARGEST} values", "write a smaller record")

    def _add(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        self._open[-1].children.append(node)
        self._open[-1].size += size

    def _mapping(self, ended: _Open) -> MappingNode:
        entries: dict[str, Entry] = {}
        whole = True
        for key, value in list(pairwise(ended.children))[::2]:
            problem = _key_problem(key, entries)
            if isinstance(key, ScalarNode) and not problem:
                entries[key.text] = Entry(key, value)
            elif problem:
                self._leave_out(value, problem.rule)
                self.problems.append(problem)
                whole = whole and problem.rule == "repeated-key"
        return MappingNode(ended.place, tuple(entries.values()), whole=whole)

    def _leave_out(self, value: Node, rule: str) -> None:
        """Forget that what a merge key would have merged is not there either."""
        if rule == "merge-key":
            self.problems = [each for each in self.problems if each.place != value.place]

    def _note_quote(self, event: Any) -> None:
        if event.style in {"'", '"'} and event.end_mark.line > event.start_mark.line:
            self.quoted_from, self.quoted_to = _place(event.start_mark, self.file), event.end_mark.line + 1

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            what = f"tag {tag!r} says how a value is read, which its key says already"
            place = _place(event.start_mark, self.file)
            self.problems.append(Problem(place, "tag", what, "remove it"))

    def _stop(self, event: yaml.Event, rule: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(_place(event.start_mark, self.file), rule, what, remedy))
        self.stopped = True


def _is_plain(event: Any) -> bool:
    return bool(event.implicit[0]) and event.style in {None, ""}


def _key_problem(key: Node, entries: dict[str, Entry]) -> Problem | None:
    if not isinstance(key, ScalarNode):
        return Problem(key.place, "key-without-text", "a key is a list or a mapping", "write a word, or quote the text")
    if key.text == "<<" and key.plain:
        return Problem(key.place, "merge-key", "merge key '<<' hides what a record says", "write the keys out")
    if key.text in entries:
        first = entries[key.text].key.place
        what = f"key {key.text!r} stands here again, first in line {first.line}"
        return Problem(key.place, "repeated-key", what, "keep one of them")
    return None
