"""Tokens and the balance of the account."""
