"""TODO reports/letters."""
