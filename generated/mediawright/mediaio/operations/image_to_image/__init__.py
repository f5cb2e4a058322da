"""Pictures from pictures and words."""
