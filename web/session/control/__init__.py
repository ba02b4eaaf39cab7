"""The pages of who leads a session, and of who helps."""
