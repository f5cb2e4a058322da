"""Categories of the asynchronous client."""
