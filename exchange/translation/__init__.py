"""TODO exchange/translation."""
