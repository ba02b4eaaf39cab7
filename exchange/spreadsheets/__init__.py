"""TODO exchange/spreadsheets."""
