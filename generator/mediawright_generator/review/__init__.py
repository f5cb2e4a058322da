"""Lays the changes between two states of the specs before a reviewer."""
