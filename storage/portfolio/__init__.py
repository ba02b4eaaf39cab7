"""Portfolios and shares: frozen snapshots, never joined with answers."""
