"""TODO web/server."""
