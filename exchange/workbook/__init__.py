"""A result as a workbook."""
