"""Sounds from words."""
