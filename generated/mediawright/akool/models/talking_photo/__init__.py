"""Pictures that speak."""
