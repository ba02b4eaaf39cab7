"""The rows of what is judged at home."""
