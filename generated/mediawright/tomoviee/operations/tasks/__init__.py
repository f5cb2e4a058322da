"""How tasks stand."""
