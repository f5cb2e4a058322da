"""Calls to the real vendor: what they say beside the documents, and examples that a review may take over."""
