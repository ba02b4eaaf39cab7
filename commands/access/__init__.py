"""Accounts and organisations from the command line."""
