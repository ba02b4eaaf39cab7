"""TODO exchange/forms."""
