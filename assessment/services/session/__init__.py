"""What people do in and around a group session."""
