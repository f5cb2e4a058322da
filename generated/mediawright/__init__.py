# Emitted from specs by `make generate`. Edit the spec, not this file.

"""Typed clients for generative-media APIs; each vendor is a module of its own: `mediaio`."""

__version__ = "0.1.0"
