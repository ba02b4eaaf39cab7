"""Judging criteria at home: what one person says, and what comes of it."""
