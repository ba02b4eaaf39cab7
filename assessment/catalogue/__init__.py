"""TODO assessment/catalogue."""
