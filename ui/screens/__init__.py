"""TODO ui/screens."""
