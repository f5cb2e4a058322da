"""The forms of a report, by name; one line each."""

import json
from collections.abc import Callable, Mapping
from typing import Final

from mediawright_generator.review import annotations
from mediawright_generator.review.comparison import Comparison
from mediawright_generator.review.data import as_data, totals_lines
from mediawright_generator.review.markdown import SUMMARY, as_markdown
from mediawright_generator.review.text import as_text

FORMS: Final[Mapping[str, Callable[[Comparison], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "summary": lambda comparison: as_markdown(comparison, SUMMARY),
    "github": annotations.written,
    "json": lambda comparison: json.dumps(as_data(comparison), ensure_ascii=False, indent=2) + "\n",
    "totals": totals_lines,
}
"""`markdown` fits a comment, `summary` the summary of a job; `totals` are the outputs of a step."""
