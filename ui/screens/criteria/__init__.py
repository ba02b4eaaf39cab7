"""The whole catalogue, to read."""
