"""Diagrams from words."""
