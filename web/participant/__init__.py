"""TODO web/participant."""
