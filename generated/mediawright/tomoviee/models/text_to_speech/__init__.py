"""Text read aloud."""
