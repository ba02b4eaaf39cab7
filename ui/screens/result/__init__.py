"""TODO ui/screens/result."""
