"""All questions of an assessment."""
