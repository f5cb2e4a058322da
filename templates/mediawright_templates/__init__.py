"""Templates of emitted files: one for each kind of file, at the path of what it emits; partials start with `_`."""
