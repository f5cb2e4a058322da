"""Videos from pictures and words."""
