"""TODO ui/screens/settings."""
