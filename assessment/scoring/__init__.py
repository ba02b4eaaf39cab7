"""TODO assessment/scoring."""
