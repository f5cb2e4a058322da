"""Changes of where answers have what is read from them."""

from typing import Final

from mediawright_generator.diff.rule import ChangeRule

PLACES: Final = (
    ChangeRule(
        "answer-path-added",
        "More is read from answers.",
        "safe",
        (),
        "{fact} is read at {after}",
        "",
        inverse="answer-path-removed",
    ),
    ChangeRule(
        "answer-path-removed",
        "It is no longer read.",
        "breaking",
        ("wire",),
        "{fact} is no longer read, which was at {before}",
        "Do without {fact}, or read it from the raw answer.",
        inverse="answer-path-added",
    ),
    ChangeRule(
        "answer-path-extended",
        "The old place is looked at first.",
        "safe",
        (),
        "{fact} is looked for at {after}, beyond {before}",
        "",
        inverse="answer-path-cut",
    ),
    ChangeRule(
        "answer-path-cut",
        "A place is no longer looked at.",
        "breaking",
        ("wire",),
        "{fact} is looked for at {after} alone, no longer at {before}",
        "Upgrade only once the vendor no longer uses the other place.",
        inverse="answer-path-extended",
    ),
    ChangeRule(
        "output-path-added",
        "More files are found.",
        "safe",
        (),
        "outputs are looked for at {after}, too",
        "",
        inverse="output-path-removed",
    ),
    ChangeRule(
        "output-path-removed",
        "Files there are no longer found.",
        "breaking",
        ("wire",),
        "outputs are no longer looked for at {before}",
        "Read {before_word} from the raw answer, if files are still there.",
        inverse="output-path-added",
    ),
    ChangeRule(
        "output-path-changed",
        "Files are found elsewhere: a paid result would be lost.",
        "breaking",
        ("wire",),
        "outputs are at {after}, no longer at {before}",
        "Upgrade: the version before finds no files.",
        inverse="output-path-changed",
    ),
    ChangeRule(
        "output-order-changed",
        "Outputs have another order.",
        "dangerous",
        ("cost",),
        "outputs are listed in the order {after}, no longer {before}",
        "Choose outputs by their kind, not by their number.",
        inverse="output-order-changed",
    ),
    ChangeRule(
        "output-kind-changed",
        "Outputs are told to be of another kind.",
        "dangerous",
        ("cost",),
        "outputs at {subject} are of kind {after}, no longer {before}",
        "Change code that chooses outputs by their kind.",
        inverse="output-kind-changed",
    ),
)
