"""TODO ui/screens/home."""
