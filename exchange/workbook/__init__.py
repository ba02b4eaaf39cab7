"""TODO exchange/workbook."""
