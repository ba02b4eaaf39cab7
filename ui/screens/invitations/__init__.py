"""TODO ui/screens/invitations."""
