"""TODO ui/screens/method."""
