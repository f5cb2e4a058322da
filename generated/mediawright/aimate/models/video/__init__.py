"""Videos and their tasks."""
