"""Videos that start from a picture."""
