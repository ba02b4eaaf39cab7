"""The rows of group sessions."""
