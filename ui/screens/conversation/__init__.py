"""TODO ui/screens/conversation."""
