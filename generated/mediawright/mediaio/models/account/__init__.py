"""The balance of the account."""
