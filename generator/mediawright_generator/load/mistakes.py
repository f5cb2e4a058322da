"""The kinds of mistakes that loading finds, by rule id; each id names the bad pattern."""

from collections.abc import Mapping
from typing import Final

MISTAKES: Final[Mapping[str, str]] = {
    "bad-yaml": "What YAML cannot read, nobody can.",
    "tab-for-space": "YAML indents with spaces alone.",
    "repeated-key": "Only one of the two is meant.",
    "merge-key": "A record can be read alone, from top to bottom.",
    "unknown-anchor": "It repeats nothing.",
    "tag": "The key already says how its value is read.",
    "key-without-text": "A key is a word.",
    "several-documents": "One file is one record.",
    "empty-file": "It describes nothing.",
    "oversized-file": "No record is as large, and reading it would not end.",
    "not-utf-8": "Nobody could tell which text it is.",
    "byte-order-mark": "Some editors show it as text.",
    "control-character": "YAML forbids it, or counts it as the end of a line where editors do not.",
    "unbounded-number": "JSON cannot carry it.",
    "unknown-key": "Nothing would read it.",
    "missing-key": "Nothing can be made without it.",
    "wrong-type": "A text that looks like a number is not a number, and the other way round.",
    "value-not-allowed": "Nothing is known about it.",
    "unreadable-file": "A spec must be a file.",
    "unread-file": "It would be without effect.",
    "folder-without-vendor": "Its operations would be without effect.",
    "specs-without-vendor": "All clients would be removed.",
    "vendor-name-unlike-folder": "The folder, the module and the vendor have one name.",
}
