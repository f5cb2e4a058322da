"""The table of changes, a module for each subject."""
