"""Music from words."""
