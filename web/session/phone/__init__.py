"""The phone of one person in a session."""
