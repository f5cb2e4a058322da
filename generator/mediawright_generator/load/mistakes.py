"""The kinds of mistakes that loading finds; each id names the bad pattern."""

from dataclasses import dataclass
from typing import Final

from mediawright_generator.problems import Severity


@dataclass(frozen=True, slots=True)
class Mistake:
    """One bad pattern in a file: the purpose says in a sentence why it is bad, the fix what to do about it."""

    id: str
    purpose: str
    fix: str
    severity: Severity = "error"


MISTAKES: Final = (
    Mistake(
        "bad-yaml",
        "What YAML cannot read, nobody can.",
        "Correct the syntax where the message points, or put a text with `: `, `#`, brackets or quotes in quotes.",
    ),
    Mistake("bad-json", "What JSON cannot read, nobody can.", "Correct the syntax where the message points."),
    Mistake("tab-for-space", "YAML indents with spaces alone.", "Write spaces; most editors can show tabs."),
    Mistake(
        "repeated-key",
        "Of two values under one key only one is meant, and many readers of YAML silently take the last.",
        "Keep one of them.",
    ),
    Mistake(
        "merge-key",
        "A record can be read alone, from top to bottom, and a merge key hides what it says.",
        "Write the keys out.",
    ),
    Mistake(
        "unknown-anchor",
        "An alias without its anchor repeats nothing; mostly it is a text that begins with a star.",
        "Put the text in quotes, or write the value out.",
    ),
    Mistake(
        "tag",
        "A key already says how its value is read, so that a tag repeats it or contradicts it.",
        "Remove the tag; put what is text in quotes.",
    ),
    Mistake("key-without-text", "A key is a word, and a list or mapping is none.", "Write a word, or quote the text."),
    Mistake(
        "several-documents",
        "One file is one record, so that a second document in it would be without effect.",
        "Move the second document to a file of its own.",
    ),
    Mistake("empty-file", "A file that says nothing describes no operation.", "Write a record, or remove the file."),
    Mistake(
        "oversized-file",
        "No record is as large or as deep, and reading it might not end.",
        "Write a flatter or smaller record, without aliases that repeat aliases.",
    ),
    Mistake("not-utf-8", "Nobody could tell which text the bytes are.", "Save the file as UTF-8."),
    Mistake(
        "byte-order-mark",
        "Some editors and tools show the mark as text or take it for a part of the first key.",
        "Save the file as UTF-8 without a byte order mark.",
    ),
    Mistake(
        "control-character",
        "YAML forbids the character, or counts it as the end of a line where editors do not.",
        "Remove it, or write it as an escape in double quotes.",
    ),
    Mistake(
        "unbounded-number",
        "JSON, which goes over the wire, cannot carry such a number.",
        "Write a finite number of at most 64 characters, or put text in quotes.",
    ),
    Mistake(
        "unknown-key",
        "A key that the format does not have would be read by nobody; mostly it is misspelt.",
        "Write the key as specs/README.md has it, or remove it.",
    ),
    Mistake("missing-key", "Nothing can be made of a part that lacks what it must have.", "Add the key."),
    Mistake(
        "wrong-type",
        "Values are never converted, because a text that looks like a number is not a number, nor the other way round.",
        "Write the value as the type that the message expects; quotes make text.",
    ),
    Mistake(
        "empty-value",
        "A key behind which nothing stands says nothing; mostly its value was forgotten.",
        "Give the key its value, or remove it.",
    ),
    Mistake(
        "value-not-allowed",
        "Nothing is known about a value that the format does not have, so that nothing could be made of it.",
        "Take one of the allowed values, or write it in the form that the message names.",
    ),
    Mistake(
        "unreadable-file",
        "A spec must be a file that can be read.",
        "Make it a plain file with permission to read it, or remove it.",
    ),
    Mistake(
        "unread-file",
        "A file beside the places that are read would be silently without effect.",
        "Move it to apis/<name>.yaml below its vendor, or remove it.",
    ),
    Mistake(
        "json-beside-yaml",
        "Of one spec in YAML and in JSON only one can be read, and the other would silently say something else.",
        "Remove one of the two files.",
    ),
    Mistake(
        "folder-without-vendor",
        "Operations without a vendor.yaml would be silently without effect.",
        "Add a vendor.yaml to the folder, or remove the folder.",
    ),
    Mistake(
        "specs-without-vendor",
        "With no vendor at all, a run would remove every client.",
        "Write the vendor of a client as specs/<vendor>/vendor.yaml.",
    ),
    Mistake(
        "vendor-name-unlike-folder",
        "The folder, the module and the vendor have one name, by which people and programs find them.",
        "Rename the folder, or correct `name` in vendor.yaml.",
    ),
)
