"""A group session as data."""
