"""Emits clients, models, validators and contract tests from vendor specs."""
