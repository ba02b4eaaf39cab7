"""TODO assessment/catalogue/reading."""
