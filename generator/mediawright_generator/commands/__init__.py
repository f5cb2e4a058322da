"""The commands of `mediawright-gen`, one a module: what each takes, and what it does.

All are loaded for every help text, so what is heavy is imported where a command runs.
"""

from typing import Final

from mediawright_generator.commands import (
    check,
    coverage,
    diff,
    explain,
    export,
    generate,
    imports,
    live,
    new,
    schema,
    sources,
)

COMMANDS: Final = (generate, new, check, explain, diff, imports, export, sources, schema, live, coverage)
"""In the order in which the help lists them; each has `add`, which gives the command line a command."""
