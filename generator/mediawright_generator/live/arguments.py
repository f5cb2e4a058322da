"""What the command `live` takes; light, as every command's help needs it."""

from argparse import ArgumentParser

DESCRIPTION = (
    "Call what is free: credits, health, tokens, lists, and queries of a task that nobody has; with --spend one create "
    "of each paid operation, too. Answers go to live/VENDOR/DATE/, without secrets, for a review to take over. Exit 0: "
    "done, or no key is there and it is said what would be called. 1: an answer contradicts the documents, or did not "
    "come. 2: could not run."
)
MEDIA = ("image", "video", "audio")


def add_arguments(parser: ArgumentParser) -> None:
    """Say what can be asked for."""
    parser.add_argument("vendor", metavar="VENDOR")
    parser.add_argument("--spend", action="store_true", help="make one create of each paid operation; it is billed")
    parser.add_argument("--only", action="append", default=[], metavar="OPERATION", help="this one; may be repeated")
    for kind in MEDIA:
        parser.add_argument(f"--{kind}", metavar="URL", help=f"the {kind} that creates take; the vendor fetches it")
    parser.add_argument("--base-url", metavar="URL", help="the address to call in place of the vendor's own")
    parser.add_argument("--timeout", type=float, default=600.0, metavar="S", help="seconds to wait for a task (600)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be called, and call nothing")
    parser.add_argument("--propose", action="store_true", help="print what the last run proposes, and call nothing")
