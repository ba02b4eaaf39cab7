"""Telling those who answered what came of it."""
