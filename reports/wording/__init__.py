"""TODO reports/wording."""
