"""TODO ui/screens/agreements."""
