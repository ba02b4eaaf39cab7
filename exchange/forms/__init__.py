"""Offline forms: spreadsheets that are written, filled in elsewhere, read back, merged and imported."""
