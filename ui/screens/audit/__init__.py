"""The self-audit: one question at a time, each change saved at once."""
