"""Mutants of specs, emitted code and the runtime, and the tests that should notice them."""
