"""TODO ui/screens/export."""
