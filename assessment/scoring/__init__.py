"""From counted answers to results: pure functions that docs/scoring.md explains."""
