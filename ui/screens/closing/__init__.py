"""TODO ui/screens/closing."""
