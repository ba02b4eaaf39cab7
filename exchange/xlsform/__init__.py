"""TODO exchange/xlsform."""
