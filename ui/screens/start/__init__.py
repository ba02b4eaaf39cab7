"""TODO ui/screens/start."""
