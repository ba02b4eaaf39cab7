"""TODO reports/writers."""
