"""Videos from words."""
