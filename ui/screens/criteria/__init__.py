"""TODO ui/screens/criteria."""
