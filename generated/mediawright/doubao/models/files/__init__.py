"""Files to work from."""
