"""A mock of any vendor over real HTTP, driven by its contract alone."""
