"""The page of a rule in docs/rules, and their index, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Final

from mediawright_generator.explain.fixture import Fixture, Shown, fixture_of
from mediawright_generator.explain.lesson import Lesson, lessons

INDEX: Final = "README.md"
_EXAMPLES: Final = "\n## "


def pages(fixtures: Path) -> Mapping[str, str]:
    """Make every page, and the index, by file name; examples are the fixtures of the rules in a folder."""
    known = lessons()
    made = {f"{rule}.md": page(known[rule], fixture_of(fixtures / rule)) for rule in known}
    return made | {INDEX: _index(known.values())}


def page(lesson: Lesson, fixture: Fixture | None) -> str:
    """Make one page."""
    return "\n".join((*_said(lesson), *(_shown(fixture) if fixture else ())))


def with_examples(lesson: Lesson, kept: str) -> str:
    """Make a page whose examples are those of the page that is kept."""
    _, heading, examples = kept.partition(_EXAMPLES)
    return page(lesson, None) + heading + examples


def listing(known: Iterable[Lesson]) -> str:
    """List all rules for people, by table."""
    lines: list[str] = []
    for table, of_table in groupby(known, key=lambda lesson: lesson.table):
        lines += ["", f"{table}:", *(f"  {each.id} ({each.severity}): {each.purpose}" for each in of_table)]
    return "\n".join((*lines[1:], ""))


def _index(known: Iterable[Lesson]) -> str:
    lines = [
        "# Rules",
        "",
        "Each finding of `mediawright-gen check` names its rule; `mediawright-gen explain RULE` prints its page.",
    ]
    for table, of_table in groupby(known, key=lambda lesson: lesson.table):
        lines += ["", f"## {table}", "", "| rule | severity | why |", "|---|---|---|"]
        lines += [f"| [{each.id}]({each.id}.md) | {each.severity} | {_cell(each.purpose)} |" for each in of_table]
    return "\n".join((*lines, ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _said(lesson: Lesson) -> Iterator[str]:
    yield from (f"# {lesson.id}", "", f"*{_capital(lesson.severity)}.* {lesson.purpose}", "")
    yield from (f"**What to do:** {lesson.fix}", "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shown(fixture: Fixture) -> Iterator[str]:
    yield from ("## Refused", "", *_files(fixture.bad))
    yield from ("```text", *fixture.told, "```", "")
    yield from ("## Accepted", "", *_files(fixture.good))


def _files(files: tuple[Shown, ...]) -> Iterator[str]:
    for each in files:
        kind = "json" if each.path.endswith(".json") else "yaml"
        yield from (f"`specs/{each.path}`", "", f"```{kind}", _visible(each.text).rstrip("\n"), "```", "")


def _visible(text: str) -> str:
    """Show characters that nobody sees as escapes."""
    return "".join(each if each.isprintable() or each in "\t\n" else ascii(each)[1:-1] for each in text)
