"""TODO ui/screens/audit."""
