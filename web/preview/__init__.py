"""What a respondent would see, for the coordinator: read-only, for who is at work."""
