"""TODO ui/screens/questions."""
