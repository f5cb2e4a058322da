"""Videos that go on where another ends."""
