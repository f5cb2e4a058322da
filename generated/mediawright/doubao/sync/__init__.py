"""Categories of the synchronous client."""
