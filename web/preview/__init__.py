"""What a respondent would see, for the coordinator: read-only, on this machine."""
