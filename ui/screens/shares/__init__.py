"""What a project shares: with whom, until when, and how to take it back."""
