"""Declarations of the operations."""
